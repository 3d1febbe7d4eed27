"""Label places: where the label of a point may lie, and what is poor about two places together.

The rules are those of the map's marker_places.js. A label's box is what a finger hits. What is seen of it is less high,
and tucked within it as near to its point as it can be.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

STEP_X_PX, STEP_Y_PX = 9, 8  # from one place to the next, near the point
NEAR_PX, FAR_PX, RING_PX = 60, 200, 18  # how far around a box's own size those go; and rings of others, farther away
ANGLES = 20  # places on each ring
GAP_PX = 1  # between two boxes
DOT_PX = 4  # a point's dot: its radius
# What a place costs alone: half its way in px, at 22 px twice that; and below its point a little more than above.
COST_PER_PX, FAR_PX3_PER_COST, BELOW_COST = 0.5, 1000, 1
# What is poor about two places together, in the same measure.
OVERLAP_COST, HIDDEN_POINT_COST, HIDDEN_LINE_COST, CROSSING_COST = 1000, 400, 200, 250

Floats = npt.NDArray[np.float32]
Middle = tuple[float, float]


class Box(NamedTuple):
    """Where a label lies: its box's middle, and how far below that what is seen of it has its own."""

    x: float
    y: float
    tuck: float


Indexes = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Label:
    """A point of the drawing and the width of the label that belongs to it, in px.

    `at` is a place for its box's middle that is tried beside the usual ones.
    """

    x: float
    y: float
    width: float
    at: Middle | None = None


class Area(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where labels may lie, how high their boxes are that nothing else may touch, and how much of them is seen.

    No box lies on an obstacle.
    """

    area: Area
    box_height: float
    seen_height: float
    obstacles: tuple[Area, ...] = ()


class Places:
    """All candidate places inside the frame, label by label; `measured` counts those compared with all others.

    `owner` says whose each is, `x` and `y` where its box's middle is, `cost` what is poor about it alone: near and
    above its point is best.
    """

    def __init__(self, labels: Sequence[Label], frame: Frame) -> None:
        self.measured = 0
        self._frame = frame
        self._clashes: dict[int, Floats] = {}
        parts = [_list_places(label, frame) for label in labels]
        self.owner: Indexes = np.repeat(np.arange(len(labels)), [part.shape[1] for part in parts])
        self.x, self.y, self.seen_y, self.cost = np.concatenate(parts, axis=1).astype(np.float32)
        points = np.array([(label.x, label.y, label.width / 2) for label in labels], dtype=np.float32)
        self._point_x, self._point_y, self._half = points[self.owner].T
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
        x, y, half = self.x, self.seen_y, self._half
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
        x, y, seen_y, half = self.x, self.y, self.seen_y, self._half
        across, down = half + (DOT_PX - 1), self._frame.seen_height / 2 + DOT_PX - 1
        overlap = (np.abs(x - x[place]) < half + (half[place] + GAP_PX)) & (
            np.abs(y - y[place]) < self._frame.box_height + GAP_PX
        )
        hides = (np.abs(x - self._point_x[place]) < across) & (np.abs(seen_y - self._point_y[place]) < down)
        is_hidden = np.abs(self._point_x - x[place]) < across[place]
        is_hidden &= np.abs(self._point_y - seen_y[place]) < down
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
            clashes += HIDDEN_LINE_COST * crossed
        clashes[self.owner == self.owner[place]] = 0
        return clashes


def _list_places(label: Label, frame: Frame) -> npt.NDArray[np.float64]:
    """List a label's places: its box's middle, where the middle of what is seen is, and what is poor about it alone."""
    across, down = _list_offsets(label.width, frame.box_height)
    if label.at:
        across, down = np.append(across, label.at[0] - label.x), np.append(down, label.at[1] - label.y)
    seen = _tuck(across, down, label.width, frame)
    x, y = label.x + across, label.y + down
    half, rise = label.width / 2, frame.box_height / 2
    left, top, right, bottom = frame.area
    fits = np.isfinite(seen) & (left + half <= x) & (x <= right - half) & (top + rise <= y) & (y <= bottom - rise)
    half, rise = half + GAP_PX, rise + GAP_PX
    for left, top, right, bottom in frame.obstacles:
        fits &= ~((left - half < x) & (x < right + half) & (top - rise < y) & (y < bottom + rise))
    way = np.hypot(across, seen)
    cost = COST_PER_PX * way + way**3 / FAR_PX3_PER_COST + BELOW_COST * (seen > 0)
    return np.array([x, y, label.y + seen, cost])[:, fits]


def _list_offsets(width: float, height: float) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """List places from a point: a grid near by, rings farther away."""
    columns, rows = int((width / 2 + NEAR_PX) // STEP_X_PX), int((height / 2 + NEAR_PX) // STEP_Y_PX)
    across, down = np.meshgrid(
        np.arange(-columns, columns + 1.0) * STEP_X_PX, np.arange(-rows, rows + 1.0) * STEP_Y_PX, indexing="ij"
    )
    ring = np.arange(NEAR_PX + RING_PX, FAR_PX + 1, RING_PX)[:, None]
    angle = np.arange(ANGLES) / ANGLES * 2 * math.pi
    far_across, far_down = np.cos(angle) * (width / 2 + ring), np.sin(angle) * (height / 2 + ring)
    return np.concatenate([across.ravel(), far_across.ravel()]), np.concatenate([down.ravel(), far_down.ravel()])


def _tuck(
    across: npt.NDArray[np.float64], down: npt.NDArray[np.float64], width: float, frame: Frame
) -> npt.NDArray[np.float64]:
    """Return how far below its point what is seen of a label is, as near as may be; NaN if it would cover the point."""
    slack = (frame.box_height - frame.seen_height) / 2
    clear = frame.seen_height / 2 + DOT_PX
    nearest = down - np.clip(down, -slack, slack)
    beside = np.where(down > 0, clear, -clear)
    pushed = np.where(np.abs(beside - down) <= slack, beside, np.nan)
    return np.where((np.abs(across) >= width / 2 + DOT_PX) | (np.abs(nearest) >= clear), nearest, pushed)


def _parts(one: Floats, other: Floats) -> npt.NDArray[np.bool_]:
    """Tell whether a line passes between two points, by the sides they are on."""
    return one * other < 0
