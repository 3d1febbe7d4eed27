"""Insets: the drawn map and the interactive map have the same, and only where there is room."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from pages.maps import insets
from pages.maps.insets import assign_cells, find_insets
from pages.maps.label_places import Area, Label
from pages.maps.map_options import INSET_REGIONS
from tests.tools.javascript import run_scripts

SCRIPTS = [Path(insets.__file__).parent / "assets" / "marker_insets.js"]
FIND = """({ regions, items, scale, area }) => window.Madoguchi.findInsets(regions, items, scale, area)
  .map(({ frame, around, members }) => [frame, around, members])"""
TOKYO = [(139.65, 35.86), (140.11, 35.60), (139.70, 35.53), (139.64, 35.44), (139.37, 35.57)]
OSAKA = [(135.77, 35.01), (135.50, 34.69), (135.48, 34.57), (135.20, 34.69)]
FAR = [(141.35, 43.06), (130.71, 32.80)]
AREA = Area(4, 4, 332, 443)
# One table for both maps: spots, and px of a degree.
CASES = {
    "both": (TOKYO + OSAKA + FAR, 20.0),
    "one": (TOKYO + FAR, 20.0),
    "too few": (TOKYO[:2] + OSAKA[:2] + FAR, 20.0),
    "near enough": (TOKYO + OSAKA + FAR, 60.0),
    "a city in the way": ([*TOKYO, *OSAKA, (133.5, 43.0)], 20.0),
}

Found = list[tuple[dict[str, float], dict[str, float], list[int]]]


def place(spots: Sequence[tuple[float, float]], scale: float) -> list[Label]:
    """Put labels at the spots, straight as the crow flies."""
    return [Label((x - 128.5) * scale, (45.9 - y) * scale * 1.23, 50 + number) for number, (x, y) in enumerate(spots)]


@pytest.mark.parametrize(("spots", "scale"), CASES.values(), ids=CASES.keys())
def test_both_maps_have_the_same_insets(spots: list[tuple[float, float]], scale: float) -> None:
    """Where, of what, and of which cities."""
    labels = place(spots, scale)
    drawn = find_insets(labels, spots, scale, AREA)
    items = [
        {"x": one.x, "y": one.y, "w": one.width, "lng": longitude, "lat": latitude}
        for one, (longitude, latitude) in zip(labels, spots, strict=True)
    ]
    value = {"regions": [asdict(one) for one in INSET_REGIONS], "items": items, "scale": scale, "area": AREA._asdict()}
    found: Found = run_scripts(SCRIPTS, FIND, value)
    assert len(found) == len(drawn)
    for (frame, around, members), inset in zip(found, drawn, strict=True):
        assert frame == pytest.approx(inset.frame._asdict())
        assert around == pytest.approx(inset.around._asdict())
        assert tuple(members) == inset.members


def test_there_are_insets_only_where_they_help() -> None:
    """Of enough cities, on a map too small for their names, and not over another city."""
    counts = [len(find_insets(place(spots, scale), spots, scale, AREA)) for spots, scale in CASES.values()]
    assert counts == [2, 1, 0, 0, 1]


def test_each_place_of_an_inset_gets_a_cell_of_its_own() -> None:
    """None twice, and each within the frame."""
    labels = place(TOKYO, 20)
    [inset] = find_insets(labels, TOKYO, 20, AREA)
    points = [inset.magnify((one.x, one.y)) for one in labels]
    cells = assign_cells(inset, points)
    assert len(set(cells)) == len(points)
    assert all(dist(one, other) > 0 for one, other in pairwise(cells))
    assert all(inset.frame.left < x < inset.frame.right and inset.frame.top < y < inset.frame.bottom for x, y in cells)
