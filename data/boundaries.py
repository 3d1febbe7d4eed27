"""Boundaries of the prefectures: is a point inside its prefecture, how far outside, where is a prefecture's middle.

Polygons: outlines/prefectures.geojson (source and licence: SOURCES.md), degrees WGS84.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

PREFECTURES_FILE = Path(__file__).parent / "outlines" / "prefectures.geojson"
NEIGHBOURS_FILE = Path(__file__).parent / "outlines" / "neighbours.geojson"
PREFECTURES = 47  # so many there are
_KM_PER_DEGREE = 111.195  # of a great circle, mean earth radius 6,371.009 km


def measure_outside_km(prefecture_code: str, latitude: float, longitude: float) -> float:
    """Return 0.0 for a point inside the prefecture's polygon, else the distance to the polygon in km.

    Raises KeyError for a code other than "01".."47" and ValueError for a coordinate that is not a finite number.
    """
    polygon = read_polygons()[prefecture_code]
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise ValueError(f"found latitude {latitude!r}, longitude {longitude!r}; finite degrees are needed")
    if polygon.covers(Point(longitude, latitude)):
        return 0.0
    # A degree of longitude is shorter than one of latitude: shrink it as at the point, then both count alike.
    shrink = max(math.cos(math.radians(latitude)), 0.01)
    flattened = shapely.transform(polygon, lambda xy: xy * [shrink, 1.0])
    return float(flattened.distance(Point(longitude * shrink, latitude))) * _KM_PER_DEGREE


@cache
def compute_middle(prefecture_code: str) -> tuple[float, float]:
    """Return (latitude, longitude) of a point well inside the prefecture's largest polygon, so never at sea.

    Raises KeyError for a code other than "01".."47".
    """
    polygon = read_polygons()[prefecture_code]
    largest = max(shapely.get_parts(polygon), key=lambda part: part.area)
    point = largest.representative_point()
    return point.y, point.x


@cache
def read_polygons() -> dict[str, BaseGeometry]:
    """Read the polygons by prefecture code; what is not whole is not kept, so that a mended file is read."""
    features = json.loads(PREFECTURES_FILE.read_text(encoding="utf-8"))["features"]
    polygons = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    if len(polygons) != PREFECTURES:
        raise ValueError(f"found {len(polygons)} prefectures in {PREFECTURES_FILE.name}; {PREFECTURES} are needed")
    shapely.prepare(list(polygons.values()))
    return polygons
