"""The land beneath the map's tiles, as light as a screen can show: each corner costs on the way and at every zoom."""

from __future__ import annotations

import json

import shapely
from shapely.geometry import mapping, shape

# Degrees: a corner goes whose triangle with its neighbours is smaller than this squared, so about 1 km by 1 km.
CORNER = 0.01
DEGREE_DECIMALS = 3  # of a degree, as in the source; 100 m


def lighten_outlines(geojson: str) -> str:
    """Write the same areas with fewer corners and nothing but their shape; borders that two areas share stay shared.

    Takes and returns a GeoJSON FeatureCollection of polygons, degrees WGS84.
    """
    areas = [shape(feature["geometry"]) for feature in json.loads(geojson)["features"]]
    features = [
        {"type": "Feature", "properties": {}, "geometry": mapping(area)}
        for area in shapely.coverage_simplify(areas, CORNER)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    rounded = json.loads(text, parse_float=lambda number: round(float(number), DEGREE_DECIMALS))
    return json.dumps(rounded, separators=(",", ":"))
