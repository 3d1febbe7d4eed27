"""Plan of a drawn map's labels: those of crowded places in insets, the others beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pages.maps.drawn_land import MAIN_ISLANDS, widen_bounds
from pages.maps.insets import Inset, assign_cells, find_insets
from pages.maps.label_layout import MOVES_THOROUGHLY, place_labels
from pages.maps.label_places import Area, Box, Frame, Label, Middle
from pages.maps.label_text import VISIBLE_HEIGHT_PX
from pages.maps.land_paths import WIDTH_PX, Bounds, measure_height, project

TARGET_PX = 44.0  # the height of a label's target and its least width
EDGE_PX = 4.0  # between a label and the edge

Spot = tuple[float, float]  # longitude and latitude, degrees WGS84


@dataclass(frozen=True, slots=True)
class Plan:
    """What labels are placed by: the spots of cities, how far aside of them to begin, and how long to search."""

    spots: tuple[Spot, ...]
    aside: tuple[Middle, ...]
    asked: tuple[Spot, ...] = ()  # places that are no cities
    taken: tuple[Area, ...] = ()  # by these
    moves: int = MOVES_THOROUGHLY

    @property
    def bounds(self) -> Bounds:
        """West, south, east and north of the drawing."""
        return widen_bounds(MAIN_ISLANDS, (*self.spots, *self.asked))

    @property
    def points(self) -> tuple[Middle, ...]:
        """Where the spots are on it."""
        return tuple(project(self.bounds, *spot) for spot in self.spots)

    @property
    def height(self) -> float:
        """How high it is."""
        return measure_height(self.bounds)


@lru_cache(maxsize=256)
def arrange_labels(
    plan: Plan, widths: tuple[float, ...]
) -> tuple[tuple[Box, ...], tuple[Middle, ...], tuple[Inset, ...]] | None:
    """Place labels in the insets and then the others; return the boxes, what point each belongs to, and the insets."""
    labels = [Label(*point, width) for point, width in zip(plan.points, widths, strict=True)]
    if plan.aside:
        asides = zip(labels, plan.aside, strict=True)
        labels = [replace(label, at=(label.x + across, label.y + down)) for label, (across, down) in asides]
    area = Area(EDGE_PX, EDGE_PX, WIDTH_PX - EDGE_PX, plan.height - EDGE_PX)
    scale = WIDTH_PX / (plan.bounds[2] - plan.bounds[0])
    boxes: dict[int, Box] = {}
    insets: list[Inset] = []
    for inset in find_insets(labels, plan.spots, scale, area):
        again = _magnify(inset, labels)
        if found := _place(plan, again, inset.members, inset.frame, ()):
            boxes |= found
            insets.append(inset)
            labels = [one if number in found else labels[number] for number, one in enumerate(again)]
    taken = plan.taken + tuple(part for inset in insets for part in (inset.frame, inset.around))
    others = _place(plan, labels, [number for number in range(len(labels)) if number not in boxes], area, taken)
    if others is None:
        return None
    boxes |= others
    points = tuple((round(label.x, 1), round(label.y, 1)) for label in labels)
    return tuple(boxes[number] for number in range(len(labels))), points, tuple(insets)


def _magnify(inset: Inset, labels: Sequence[Label]) -> list[Label]:
    """Return the labels at the points that they have in an inset, each of its own asked to be in a cell of it."""
    points = [inset.magnify((label.x, label.y)) for label in labels]
    cells = dict(zip(inset.members, assign_cells(inset, [points[number] for number in inset.members]), strict=True))
    return [
        Label(*point, label.width, cells.get(number))
        for number, (label, point) in enumerate(zip(labels, points, strict=True))
    ]


def _place(
    plan: Plan, labels: Sequence[Label], numbers: Sequence[int], area: Area, obstacles: tuple[Area, ...]
) -> dict[int, Box] | None:
    """Place the labels of these numbers; none if they do not all fit."""
    boxes = place_labels(
        [labels[number] for number in numbers], Frame(area, TARGET_PX, VISIBLE_HEIGHT_PX, obstacles), plan.moves
    )
    return None if boxes is None else dict(zip(numbers, boxes, strict=True))
