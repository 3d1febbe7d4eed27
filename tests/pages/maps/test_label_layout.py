"""Labels on the drawn map: none over another, all inside, always the same way."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.maps import label_layout
from pages.maps.label_layout import MOVES_QUICKLY, MOVES_THOROUGHLY, MOVES_UNAIDED, choose_places, place_labels
from pages.maps.label_places import DOT_PX, Area, Box, Frame, Label, Places
from tests.tools.javascript import run_scripts

SCRIPTS = [
    Path(label_layout.__file__).parent / "assets" / f"marker_{name}.js" for name in ("places", "annealing", "layout")
]
PLACE_BOXES = """({ items, area }) => window.Madoguchi.placeBoxes(items, area, [], 400)?.polish().places ?? null"""
# One table for both maps, which place their labels by programs of their own.
WITH_ROOM = {
    "one": [Label(170, 220, 60)],
    "one place": [Label(170, 220, 60)] * 8,
    "corners": [Label(1, 1, 110), Label(335, 1, 110), Label(1, 451, 110), Label(335, 451, 110)],
    "grid of twenty": [Label(20 + 75 * (number % 5), 40 + 90 * (number // 5), 66) for number in range(20)],
}
WITHOUT_ROOM = {"too many": [Label(168, 226, 110)] * 40, "too wide": [Label(168, 226, 400)]}
FRAME = Frame(Area(0, 0, 336, 452), box_height=44, seen_height=22)
LABELS = st.builds(Label, st.floats(0, 336), st.floats(0, 452), st.floats(44, 110))

Boxes = tuple[Box, ...]
Placing = Callable[[list[Label], Frame], Boxes | None]


def place_in_browser(labels: list[Label], frame: Frame) -> Boxes | None:
    """Place labels as the interactive map does."""
    sizes = {"h": frame.box_height, "seen": frame.seen_height}
    items = [{"x": one.x, "y": one.y, "w": one.width, **sizes} for one in labels]
    places = run_scripts(SCRIPTS, PLACE_BOXES, {"items": items, "area": frame.area._asdict()})
    return tuple(Box(place["x"], place["y"], place["tuck"]) for place in places) if places else None


def find_faults(labels: list[Label], boxes: Boxes) -> list[str]:
    """Name boxes that leave the frame or share any area."""
    sized = [(box.x, box.y, label.width / 2) for label, box in zip(labels, boxes, strict=True)]
    faults = [
        f"outside: {x} {y}" for x, y, half in sized if x < half - 0.01 or x > 336.01 - half or not 21.99 <= y <= 430.01
    ]
    for (x, y, half), (other_x, other_y, other_half) in combinations(sized, 2):
        if abs(x - other_x) < half + other_half and abs(y - other_y) < 44:
            faults.append(f"overlap: {x} {y}, {other_x} {other_y}")
    return faults


@settings(max_examples=25, deadline=None)
@given(st.lists(LABELS, max_size=9))
def test_no_label_covers_another_or_leaves_the_frame(labels: list[Label]) -> None:
    """Wherever the points are: each box is inside and free, or there is no layout at all."""
    middles = place_labels(labels, FRAME)
    assert middles is None or find_faults(labels, middles) == []


@pytest.mark.parametrize("place", [place_labels, place_in_browser], ids=["drawn map", "interactive map"])
@pytest.mark.parametrize("labels", WITH_ROOM.values(), ids=WITH_ROOM.keys())
def test_labels_that_have_room_are_placed(place: Placing, labels: list[Label]) -> None:
    """On either map, crowded points are no reason to leave a label out."""
    middles = place(labels, FRAME)
    assert middles is not None
    assert find_faults(labels, middles) == []


@pytest.mark.parametrize("place", [place_labels, place_in_browser], ids=["drawn map", "interactive map"])
@pytest.mark.parametrize("labels", WITHOUT_ROOM.values(), ids=WITHOUT_ROOM.keys())
def test_labels_without_room_are_not_placed(place: Placing, labels: list[Label]) -> None:
    """On either map rather no labels than labels over each other; a name that fits nowhere is said to fit nowhere."""
    assert place(labels, FRAME) is None


@pytest.mark.parametrize("place", [place_labels, place_in_browser], ids=["drawn map", "interactive map"])
def test_the_same_labels_lie_the_same_way(place: Placing) -> None:
    """A reader who comes back finds the map as it was."""
    labels = [Label(100 + 9 * number, 200 + 5 * number, 60) for number in range(8)]
    assert place(labels, FRAME) == place(labels, FRAME)


@pytest.mark.parametrize("place", [place_labels, place_in_browser], ids=["drawn map", "interactive map"])
@pytest.mark.parametrize("labels", WITH_ROOM.values(), ids=WITH_ROOM.keys())
def test_what_is_seen_of_a_label_stays_in_its_target_and_off_its_dot(place: Placing, labels: list[Label]) -> None:
    """On either map a finger that hits the name hits the target, and no name covers the place it belongs to."""
    boxes = place(labels, FRAME)
    assert boxes is not None
    for label, box in zip(labels, boxes, strict=True):
        assert abs(box.tuck) <= (FRAME.box_height - FRAME.seen_height) / 2 + 0.01
        beside = abs(box.x - label.x) >= label.width / 2 + DOT_PX - 1
        assert beside or abs(box.y + box.tuck - label.y) >= FRAME.seen_height / 2 + DOT_PX - 1


@pytest.mark.parametrize("place", [place_labels, place_in_browser], ids=["drawn map", "interactive map"])
def test_a_label_with_all_the_room_lies_at_its_dot(place: Placing) -> None:
    """On either map right above, as near as it can be."""
    [box] = place([Label(170, 220, 60)], FRAME) or ()
    assert (box.x, box.y + box.tuck) == pytest.approx((170, 220 - FRAME.seen_height / 2 - DOT_PX), abs=0.01)


@pytest.mark.parametrize("moves", [0, MOVES_QUICKLY, MOVES_UNAIDED, MOVES_THOROUGHLY])
def test_what_a_reader_waits_for_is_bounded(moves: int) -> None:
    """However crowded the points are, a search measures no more places than its labels and its moves."""
    labels = [Label(150 + 7 * (number % 5), 200 + 9 * (number // 5), 66) for number in range(30)]
    places = Places(labels, FRAME)
    assert len(choose_places(places, moves)) == 30
    assert 0 < places.measured <= 30 + moves


def test_a_search_begins_where_it_is_told() -> None:
    """What lies well already stays, to the pixel."""
    labels = [Label(100 + 9 * number, 200 + 5 * number, 60) for number in range(8)]
    boxes = place_labels(labels, FRAME)
    assert boxes
    asked = [replace(label, at=(box.x, box.y)) for label, box in zip(labels, boxes, strict=True)]
    found = place_labels(asked, FRAME, 0)
    assert found
    assert [tuple(box) for box in found] == [pytest.approx(tuple(box)) for box in boxes]


def test_no_label_lies_on_an_obstacle() -> None:
    """Not even where that would be nearest."""
    taken = Area(100, 100, 240, 300)
    [box] = place_labels([Label(170, 220, 60)], replace(FRAME, obstacles=(taken,))) or ()
    assert (
        box.x - 30 >= taken.right or box.x + 30 <= taken.left or box.y - 22 >= taken.bottom or box.y + 22 <= taken.top
    )
