"""Land in few letters is the same land."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from pages.maps.land_code import NO_LAND, encode_land
from pages.maps.outlines import lighten_outlines

PREFECTURES = lighten_outlines(PREFECTURES_FILE.read_text(encoding="utf-8"))
NEIGHBOURS = NEIGHBOURS_FILE.read_text(encoding="utf-8")
Ring = list[list[float]]
CORNERS = st.lists(st.tuples(st.integers(-180_000, 180_000), st.integers(-90_000, 90_000)), min_size=3, max_size=9)


def list_rings(geometry: dict[str, object]) -> list[Ring]:
    """List an area's rings, [longitude, latitude] in degrees, whatever its type."""
    coordinates: Any = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return [ring for polygon in polygons for ring in polygon]


def read_steps(letters: str) -> Iterator[int]:
    """Read the numbers of an encoded polyline, as its description has it."""
    bits: list[int] = []
    for letter in letters:
        part = ord(letter) - 63
        bits.append(part & 31)
        if part < 32:
            number = sum(piece << 5 * place for place, piece in enumerate(bits))
            yield -(number + 1) // 2 if number % 2 else number // 2
            bits = []


def decode_land(text: str) -> list[list[Ring]]:
    """Read the areas back: for each its rings, closed."""
    lat = lng = 0
    areas: list[list[Ring]] = []
    for code in json.loads(text):
        areas.append([])
        for letters in code.split(" "):
            steps = list(read_steps(letters))
            ring: Ring = []
            for down, across in zip(steps[::2], steps[1::2], strict=True):
                lat, lng = lat + down, lng + across
                ring.append([lng / 1000, lat / 1000])
            areas[-1].append([*ring, ring[0]])
    return areas


@pytest.mark.parametrize("outlines", [PREFECTURES, NEIGHBOURS], ids=["prefectures", "neighbours"])
def test_the_shipped_land_is_the_same_to_each_corner(outlines: str) -> None:
    """Nothing moves and no island is lost, and it is sent in a fifth of the letters, or little more."""
    code = encode_land(outlines)
    assert decode_land(code) == [list_rings(feature["geometry"]) for feature in json.loads(outlines)["features"]]
    assert len(code) < len(outlines) * 0.27


@given(st.lists(st.lists(CORNERS, min_size=1, max_size=3), max_size=4))
def test_any_land_comes_back(areas: list[list[list[tuple[int, int]]]]) -> None:
    """Wherever on earth, with as many islands as there are."""
    drawn = [[[[x / 1000, y / 1000] for x, y in [*ring, ring[0]]] for ring in area] for area in areas]
    features = [{"geometry": {"type": "MultiPolygon", "coordinates": [area]}} for area in drawn]
    assert decode_land(encode_land(json.dumps({"features": features}))) == drawn


def test_no_land_is_no_area() -> None:
    """What stands for outlines that cannot be read is what a collection without areas becomes."""
    assert encode_land('{"type": "FeatureCollection", "features": []}').encode() == NO_LAND
