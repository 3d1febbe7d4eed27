"""Insets: where cities lie so close that their names have no room, as around Tokyo, they are drawn larger in the sea.

The rules are those of the map's marker_insets.js.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from pages.maps.label_places import Area, Label, Middle
from pages.maps.map_options import INSET_REGIONS, InsetRegion

FEWEST = 3  # cities that are worth an inset
CLOSE_PX = 40  # px of a degree from which cities have room where they are
BESIDE_PX, ROW_PX = 62, 45  # of the map's left edge, where the interactive map has its buttons; and of a row of names
EDGE_PX = 4  # around an inset
AROUND_PX = 7  # around the places that an inset enlarges
BELOW_PX = 24  # at most from the southernmost city to an inset in the south
ROOM_PX = 8  # between an inset and the place of a city outside
MOST_ASSIGNED = 6  # points for which all ways of assigning cells are compared
ACROSS, DOWN = 0.7, 0.6  # the share of an inset that its places take up; the rest is for names


@dataclass(frozen=True, slots=True)
class Inset:
    """An inset: its frame, the numbers of the labels in it, and what part of the map it enlarges how many times."""

    frame: Area
    members: tuple[int, ...]
    around: Area
    source: Middle
    times: float

    def magnify(self, point: Middle) -> Middle:
        """Return the point of the inset where a point of the map is drawn again."""
        middle_x, middle_y = (self.frame.left + self.frame.right) / 2, (self.frame.top + self.frame.bottom) / 2
        x, y = point
        return middle_x + (x - self.source[0]) * self.times, middle_y + (y - self.source[1]) * self.times

    @property
    def shown(self) -> Area:
        """All of the map that the inset shows again."""
        (left, top, right, bottom), (x, y) = self.frame, self.source
        across, down = (right - left) / 2 / self.times, (bottom - top) / 2 / self.times
        return Area(x - across, y - down, x + across, y + down)

    @property
    def tie(self) -> tuple[Middle, Middle]:
        """The shortest line from the part of the map to the inset."""
        middle = (self.around.left + self.around.right) / 2, (self.around.top + self.around.bottom) / 2
        end = _clamp(middle, self.frame)
        return _clamp(end, self.around), end


def find_insets(
    labels: Sequence[Label], spots: Sequence[tuple[float, float]], scale: float, area: Area
) -> tuple[Inset, ...]:
    """Find insets that have room for labels at these spots, longitude and latitude; `scale` is px of a degree."""
    if scale >= CLOSE_PX:
        return ()
    found = (_find_inset(region, labels, spots, area) for region in INSET_REGIONS)
    return tuple(inset for inset in found if inset)


def assign_cells(inset: Inset, points: Sequence[Middle]) -> tuple[Middle, ...]:
    """Return for each point a cell of its own, in two columns, so that the ways from points to cells are short."""
    rows = math.ceil(len(points) / 2)
    (left, top, right, bottom), cells = inset.frame, []
    for column, row in product(range(2), range(rows)):
        cells.append((left + (right - left) * (column + 0.5) / 2, top + (bottom - top) * (row + 0.5) / rows))
    if len(points) > MOST_ASSIGNED:
        return tuple(cells[: len(points)])
    return min(permutations(cells, len(points)), key=lambda some: sum(map(math.dist, some, points)))


def _find_inset(
    region: InsetRegion, labels: Sequence[Label], spots: Sequence[tuple[float, float]], area: Area
) -> Inset | None:
    members = tuple(number for number, spot in enumerate(spots) if _contains(region, spot))
    if len(members) < FEWEST:
        return None
    lowest = max(label.y for label in labels) + BELOW_PX
    frame = _place_frame(region, [labels[number].width for number in members], area, lowest)
    left, top, right, bottom = _widen(frame, ROOM_PX)
    if frame.right > area.right or frame.top < area.top:
        return None
    if any(left <= label.x <= right and top <= label.y <= bottom for label in labels):
        return None
    return _make_inset(frame, members, [labels[number] for number in members])


def _contains(region: InsetRegion, spot: tuple[float, float]) -> bool:
    return region.west <= spot[0] <= region.east and region.south <= spot[1] <= region.north


def _place_frame(region: InsetRegion, widths: Collection[float], area: Area, lowest: float) -> Area:
    """Place a frame in which names fit in two columns."""
    width = sum(sorted(widths)[-2:]) + 4 * EDGE_PX
    height = math.ceil(len(widths) / 2) * ROW_PX + 6 * EDGE_PX
    if region.corner == "northwest":
        left, top = area.left + BESIDE_PX - EDGE_PX, area.top
    else:
        left, top = area.right - width, min(area.bottom - height, lowest)
    return Area(left, top, left + width, top + height)


def _make_inset(frame: Area, members: tuple[int, ...], labels: Sequence[Label]) -> Inset:
    xs, ys = [label.x for label in labels], [label.y for label in labels]
    places = Area(min(xs), min(ys), max(xs), max(ys))
    times = min(
        ACROSS * (frame.right - frame.left) / max(places.right - places.left, 1),
        DOWN * (frame.bottom - frame.top) / max(places.bottom - places.top, 1),
    )
    source = (places.left + places.right) / 2, (places.top + places.bottom) / 2
    return Inset(frame, members, _widen(places, AROUND_PX), source, times)


def _widen(area: Area, px: float) -> Area:
    return Area(area.left - px, area.top - px, area.right + px, area.bottom + px)


def _clamp(point: Middle, area: Area) -> Middle:
    return min(max(point[0], area.left), area.right), min(max(point[1], area.top), area.bottom)
