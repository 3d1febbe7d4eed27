"""Land in few bytes, as the script map_land.js reads it: what is drawn beneath the tiles, and nothing else of GeoJSON.

A JSON list with one text for each area: its rings, parted by spaces, each in the letters of Google's encoded polylines
(latitude, longitude, of the step from the corner before) without the corner that closes it. The first corner of a ring
is a step from the last of the ring before, since most islands lie beside each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

DEGREE = 1000  # steps: as fine as DEGREE_DECIMALS of the outlines
NO_LAND = b"[]"
BITS = 5  # of a number in each letter; one more tells that there are letters to come
FIRST_LETTER = 63

Corner = tuple[int, int]  # latitude and longitude in steps


def encode_land(geojson: str) -> str:
    """Write a GeoJSON FeatureCollection of polygons, degrees WGS84, all in one list of texts.

    Raises ValueError, KeyError or TypeError for what is none.
    """
    areas: list[str] = []
    last = (0, 0)
    for feature in json.loads(geojson)["features"]:
        rings: list[str] = []
        for ring in _list_rings(feature["geometry"]):
            corners = [(round(lat * DEGREE), round(lng * DEGREE)) for lng, lat in ring[:-1]]
            rings.append("".join(_write_steps([last, *corners])))
            last = corners[-1]
        areas.append(" ".join(rings))
    return json.dumps(areas, separators=(",", ":"))


def _list_rings(geometry: Mapping[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _write_steps(corners: Sequence[Corner]) -> Iterator[str]:
    for before, after in pairwise(corners):
        for number in (after[0] - before[0], after[1] - before[1]):
            yield _write_number(~(number << 1) if number < 0 else number << 1)


def _write_number(number: int) -> str:
    letters = ""
    while number >= 1 << BITS:
        letters += chr((number & (1 << BITS) - 1 | 1 << BITS) + FIRST_LETTER)
        number >>= BITS
    return letters + chr(number + FIRST_LETTER)
