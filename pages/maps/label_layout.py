"""Label layout: where labels go so that none covers another, by the rules of the map's marker_layout.js, on arrays.

Every label has some hundred candidate places around its point. All labels begin at their best place, whatever the
others do; then the best move of any of them is made again and again, also where it makes things worse for a while, and
what was moved stays for some moves. This is a tabu search: labels that block each other come free in few moves. What is
dear in a move is to measure a place against all others, so moves are bounded in number, and what was measured is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RINGS_PX = (0, 10, 24, 42, 64, 90, 120, 154, 190)  # from a point to the places around it, beyond the box's own size
ANGLES = 12  # places on each ring
BESIDE_PX, ABOVE_PX = 7, -1  # from a point to a box beside it, and above it: there they touch
GAP_PX = 1  # between two boxes
# What a place costs alone: half its way in px or so, at 240 px twice that; and below its point more than above.
COST_PER_PX, FAR_PX2_PER_COST, UPRIGHT_COST = 0.6, 400, 2
# What is poor about two places together, in the same measure; no way is so long that an overlap were better.
OVERLAP_COST, HIDDEN_POINT_COST, HIDDEN_LINE_COST, CROSSING_COST = 1000, 100, 140, 140
MOVES_THOROUGHLY = 400  # of a search whose result is kept for everybody: 40 ms
MOVES_UNAIDED, MOVES_QUICKLY = 80, 30  # of one that somebody waits for; of one told where to begin: 10 and 5 ms
MOVES_STAYING, MOVES_AWAY = 5, 20  # so long a label keeps its new place, and does not come back to its old one
SAME_COST = 0.01  # a cost that is lower by less is the same

Floats = npt.NDArray[np.float32]
Middle = tuple[float, float]
Indexes = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Label:
    """A point of the drawing and the width of the label that belongs to it, in px."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing's size, how high the box of a label is that nothing else may touch, and how much of it is seen."""

    width: float
    height: float
    box_height: float
    seen_height: float


@dataclass(frozen=True, slots=True)
class Search:
    """Bounds of a search: its moves, and the boxes' middles it begins near; without any it finds its own beginning."""

    moves: int = MOVES_THOROUGHLY
    start: tuple[Middle, ...] = ()


def place_labels(
    labels: Sequence[Label],
    frame: Frame,
    search: Search = Search(),
) -> tuple[Middle, ...] | None:
    """Place each label's box inside the frame, none over another; return the boxes' middles, in the labels' order.

    Lines from points to boxes run free of each other and of other boxes where that is found. None if no way was found
    to place them all.
    """
    if not labels:
        return ()
    places = Places(labels, frame)
    if not places.fit_all(len(labels)):
        return None
    chosen = choose_places(places, search)
    if any((places.measure_clashes(place)[chosen] >= OVERLAP_COST).any() for place in chosen):
        return None
    return tuple((float(places.x[place]), float(places.y[place])) for place in chosen)


class Places:
    """All candidate places inside the frame, label by label; `measured` counts those compared with all others.

    `owner` says whose each is, `x` and `y` where its box's middle is, `cost` what is poor about it alone: near and
    above its point is best.
    """

    def __init__(self, labels: Sequence[Label], frame: Frame) -> None:
        self.measured = 0
        self._frame = frame
        self._clashes: dict[int, Floats] = {}
        numbers = np.arange(len(labels))[:, None, None]
        point_x, point_y, width = (
            np.array([getattr(label, name) for label in labels], dtype=float)[:, None, None]
            for name in ("x", "y", "width")
        )
        ring = np.array(RINGS_PX, dtype=float)[:, None]
        angle = (np.arange(ANGLES) + np.arange(len(RINGS_PX))[:, None] % 2 / 2) / ANGLES * 2 * math.pi
        x = point_x + np.cos(angle) * (width / 2 + BESIDE_PX + ring)
        y = point_y + np.sin(angle) * (frame.box_height / 2 + ABOVE_PX + ring)
        fits = (width / 2 <= x) & (x <= frame.width - width / 2)
        fits &= (frame.box_height / 2 <= y) & (y <= frame.height - frame.box_height / 2)
        cost = COST_PER_PX * ring + ring**2 / FAR_PX2_PER_COST + UPRIGHT_COST + UPRIGHT_COST * np.sin(angle)
        self.owner: Indexes = np.broadcast_to(numbers, x.shape)[fits]
        self.cost: Floats = np.broadcast_to(cost, x.shape)[fits].astype(np.float32)
        self.x, self.y = x[fits].astype(np.float32), y[fits].astype(np.float32)
        self._point_x, self._point_y, self._half = (
            np.broadcast_to(one, x.shape)[fits].astype(np.float32) for one in (point_x, point_y, width / 2)
        )
        self._trace_lines(frame.seen_height / 2)

    def fit_all(self, count: int) -> bool:
        """Tell whether each of so many labels has any place."""
        return bool((np.bincount(self.owner, minlength=count) > 0).all())

    def find_cheapest(self) -> Indexes:
        """Return for each label the place that is best alone."""
        return self._find_least(self.cost)

    def find_nearest(self, middles: Sequence[Middle]) -> Indexes:
        """Return for each label the place nearest to where its box's middle is asked to be."""
        x, y = np.array(middles, dtype=np.float32).T
        return self._find_least(np.hypot(self.x - x[self.owner], self.y - y[self.owner]))

    def _find_least(self, values: Floats) -> Indexes:
        starts = np.flatnonzero(np.diff(self.owner, prepend=-1))
        parts = np.split(values, starts[1:])
        return np.array([start + part.argmin() for start, part in zip(starts, parts, strict=True)], dtype=np.intp)

    def measure_clashes(self, place: int) -> Floats:
        """Measure for each place what is poor about it together with this one; nothing for those of the same label."""
        if place not in self._clashes:
            self.measured += 1
            self._clashes[place] = self._measure(place)
        return self._clashes[place]

    def _trace_lines(self, seen: float) -> None:
        """Keep of each place its point, its middle and the ends of its box's diagonals; and the lines through them.

        A line is the three numbers that, multiplied by x, y and 1 of a point, tell its side by their sum's sign.
        """
        x, y, half = self.x, self.y, self._half
        ends = [(self._point_x, self._point_y), (x, y)]
        ends += [(x + across * half, y + down * seen) for across, down in ((-1, -1), (1, 1), (-1, 1), (1, -1))]
        self._ends = np.array([[one, other, np.ones_like(x)] for one, other in ends], dtype=np.float32)
        self._lines = np.array(
            [
                [y1 - y2, x2 - x1, (y2 - y1) * x1 - (x2 - x1) * y1]
                for (x1, y1), (x2, y2) in (ends[0:2], ends[2:4], ends[4:6])
            ],
            dtype=np.float32,
        )

    def _measure(self, place: int) -> Floats:
        x, y, half, seen = self.x, self.y, self._half, self._frame.seen_height / 2
        overlap = (np.abs(x - x[place]) < half + (half[place] + GAP_PX)) & (
            np.abs(y - y[place]) < self._frame.box_height + GAP_PX
        )
        hides = (np.abs(x - self._point_x[place]) < half) & (np.abs(y - self._point_y[place]) < seen)
        is_hidden = (np.abs(self._point_x - x[place]) < half[place]) & (np.abs(self._point_y - y[place]) < seen)
        line, first, second = self._lines[:, :, place]
        own = self._ends[:, :, place]
        side = own @ self._lines[0]  # of this place's ends, by each other's line
        point, middle, *corners = (line @ one for one in self._ends)  # sides of each other's ends by this one's line
        runs_under = _parts(side[2], side[3]) & _parts(first @ self._ends[0], first @ self._ends[1])
        runs_under |= _parts(side[4], side[5]) & _parts(second @ self._ends[0], second @ self._ends[1])
        runs_over = _parts(corners[0], corners[1]) & _parts(*(own[:2] @ self._lines[1]))
        runs_over |= _parts(corners[2], corners[3]) & _parts(*(own[:2] @ self._lines[2]))
        clashes: Floats = OVERLAP_COST * overlap.astype(np.float32)
        clashes += CROSSING_COST * (_parts(side[0], side[1]) & _parts(point, middle))
        for hidden, crossed in ((is_hidden, runs_under), (hides, runs_over)):
            clashes += HIDDEN_POINT_COST * hidden
            clashes += HIDDEN_LINE_COST * (hidden | crossed)
        clashes[self.owner == self.owner[place]] = 0
        return clashes


def _parts(one: Floats, other: Floats) -> npt.NDArray[np.bool_]:
    """Tell whether a line passes between two points, by the sides they are on."""
    return one * other < 0


def choose_places(places: Places, search: Search) -> list[int]:
    """Choose a place for each label, in the labels' order; the same ones each time."""
    chosen = places.find_nearest(search.start) if search.start else places.find_cheapest()
    groups = np.split(np.arange(places.owner.size), np.flatnonzero(np.diff(places.owner)) + 1)
    cost = places.cost + sum(places.measure_clashes(int(place)) for place in chosen)  # of each, the others standing
    total = found = float(places.cost[chosen].sum() + cost[chosen].sum()) / 2
    best = chosen.copy()
    free = np.zeros(places.owner.size, dtype=int)  # the move from which on a label may be put here
    for move in range(search.moves):
        change = cost - cost[chosen][places.owner]
        change[(free > move) & (change >= found - SAME_COST - total)] = np.inf
        change[chosen] = np.inf
        new = int(change.argmin())
        if not math.isfinite(change[new]):
            break
        label = places.owner[new]
        old = int(chosen[label])
        free[groups[label]] = np.maximum(free[groups[label]], move + 1 + MOVES_STAYING)
        free[old] = move + 1 + MOVES_AWAY
        total += float(change[new])
        cost += places.measure_clashes(new) - places.measure_clashes(old)
        chosen[label] = new
        if total < found - SAME_COST:
            found, best = total, chosen.copy()
    return [int(place) for place in best]
