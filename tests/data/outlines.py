"""The prefectures' polygons, read by the tests for themselves."""

import json
from functools import cache

from shapely import prepare
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from data.boundaries import PREFECTURES_FILE


def find_prefectures_at(latitude: float, longitude: float) -> tuple[str, ...]:
    """Return the codes of the prefectures whose polygon covers the point; () at sea and abroad."""
    point = Point(longitude, latitude)
    return tuple(code for code, polygon in _read_polygons().items() if polygon.covers(point))


@cache
def _read_polygons() -> dict[str, BaseGeometry]:
    features = json.loads(PREFECTURES_FILE.read_text(encoding="utf-8"))["features"]
    polygons = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    prepare(list(polygons.values()))
    return polygons
