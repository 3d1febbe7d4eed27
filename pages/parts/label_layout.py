"""Where labels go so that none covers another: the rules of the map's marker_layout.js, on arrays.

Every label has some hundred candidate places around its point. What is poor about each two of them together is known
beforehand, so that annealing, which tries tens of thousands of changes, only looks numbers up.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RINGS = (0, 10, 24, 42, 64, 90, 120, 154, 190)  # px from a point to the places around it, beyond the box's own size
ANGLES = 12  # places on each ring
GAP = 1  # px between two boxes
OVERLAP, HIDDEN_POINT, HIDDEN_LINE, CROSSING = 1000, 100, 140, 140  # what is poor about two places together
WANDERING = 200  # what an overlap counts while annealing, so that two boxes may pass each other
STEPS = 2000  # changes tried for each label
SEEDS = range(4)  # the dice are the same each time, so the same cities lie the same way
HOT, COLD = 60.0, 0.3  # the cost of a poor change that is readily let through, at first and at last
SETTLING = 10  # times each label may look for a better place at the end

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
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


@dataclass(frozen=True)
class _Places:
    """All candidate places: whose each is, its middle, its point, half its width, what is poor about it alone."""

    owner: Indexes
    x: Floats
    y: Floats
    point_x: Floats
    point_y: Floats
    half: Floats
    cost: Floats


def place_labels(labels: Sequence[Label], frame: Frame) -> tuple[tuple[float, float], ...] | None:
    """Place each label's box inside the frame, none over another; give the boxes' middles, in the labels' order.

    Lines from points to boxes run free of each other and of other boxes where that is possible. None if no way was
    found to place them all.
    """
    if not labels:
        return ()
    places = _list_places(labels, frame)
    groups = [np.flatnonzero(places.owner == number) for number in range(len(labels))]
    if not all(group.size for group in groups):
        return None
    clashes = _measure_clashes(places, frame)
    found = [_settle(places, clashes, groups, _anneal(places, clashes, groups, seed)) for seed in SEEDS]
    _, chosen = min(found, key=lambda one: one[0])
    if (clashes[np.ix_(chosen, chosen)] >= OVERLAP).any():
        return None
    return tuple((float(places.x[one]), float(places.y[one])) for one in chosen)


def _list_places(labels: Sequence[Label], frame: Frame) -> _Places:
    """List the places inside the frame, near and above its point being the best for a label."""
    rows = []
    for number, label in enumerate(labels):
        for turn, ring in enumerate(RINGS):
            for step in range(ANGLES):
                angle = (step + turn % 2 / 2) / ANGLES * 2 * math.pi
                x = label.x + math.cos(angle) * (label.width / 2 + 7 + ring)
                y = label.y + math.sin(angle) * (frame.box_height / 2 - 1 + ring)
                fits_across = label.width / 2 <= x <= frame.width - label.width / 2
                if fits_across and frame.box_height / 2 <= y <= frame.height - frame.box_height / 2:
                    cost = 0.6 * ring + ring**2 / 400 + 2 + 2 * math.sin(angle)
                    rows.append((number, x, y, label.x, label.y, label.width / 2, cost))
    columns = np.array(rows, dtype=np.float32).reshape(-1, 7).T
    return _Places(columns[0].astype(np.intp), *columns[1:])


def _measure_clashes(places: _Places, frame: Frame) -> Floats:
    """Measure for each two places what is poor about them together; nothing for two places of one label."""
    x, y, half = places.x, places.y, places.half
    near_across = np.abs(x[:, None] - x) < half[:, None] + half + GAP
    overlap = near_across & (np.abs(y[:, None] - y) < frame.box_height + GAP)
    hides = (np.abs(places.point_x - x[:, None]) < half[:, None]) & (
        np.abs(places.point_y - y[:, None]) < frame.seen_height / 2
    )
    parted = _side(places, places.point_x, places.point_y) * _side(places, x, y) < 0
    under = hides.T | _run_under(places, frame.seen_height / 2)
    clashes: Floats = OVERLAP * overlap.astype(np.float32)
    clashes += HIDDEN_POINT * (hides.astype(np.float32) + hides.T)
    clashes += HIDDEN_LINE * (under.astype(np.float32) + under.T)
    clashes += CROSSING * (parted & parted.T)
    clashes[places.owner[:, None] == places.owner] = 0
    return clashes


def _side(places: _Places, x: Floats, y: Floats) -> Floats:
    """Tell on which side of each place's line (row) each of these points (column) lies, by the sign."""
    across, down = places.x - places.point_x, places.y - places.point_y
    return across[:, None] * (y - places.point_y[:, None]) - down[:, None] * (x - places.point_x[:, None])


def _run_under(places: _Places, half_height: float) -> Flags:
    """Tell whether each place's line (row) crosses a diagonal of each other's seen box (column)."""
    crossed = np.zeros((places.x.size, places.x.size), dtype=bool)
    for slope in (1, -1):
        left, right = places.x - places.half, places.x + places.half
        start, end = places.y - slope * half_height, places.y + slope * half_height
        parts_diagonal = _side(places, left, start) * _side(places, right, end) < 0
        across, down = right - left, end - start
        point = across * (places.point_y[:, None] - start) - down * (places.point_x[:, None] - left)
        middle = across * (places.y[:, None] - start) - down * (places.x[:, None] - left)
        crossed |= parts_diagonal & (point * middle < 0)
    return crossed


def _anneal(places: _Places, clashes: Floats, groups: Sequence[Indexes], seed: int) -> Indexes:
    """Choose a place a label by simulated annealing: poor changes pass at first, so that knots come undone."""
    dice = random.Random(seed)  # noqa: S311 - a drawing, not a secret
    soft = np.where(clashes >= OVERLAP, clashes - OVERLAP + WANDERING, clashes)
    chosen = np.array([group[0] for group in groups])
    cost = places.cost.astype(float) + soft[:, chosen].sum(axis=1)  # of each place, the chosen others standing
    steps = STEPS * len(groups)
    for step in range(steps):
        heat = HOT * (1 - step / steps) ** 2 + COLD
        number = int(dice.random() * len(groups))
        group = groups[number]
        new, old = group[int(dice.random() ** 2 * group.size)], chosen[number]
        change = cost[new] - cost[old]
        if new != old and (change <= 0 or math.exp(-change / heat) >= dice.random()):
            chosen[number] = new
            cost += soft[new] - soft[old]
    return chosen


def _settle(places: _Places, clashes: Floats, groups: Sequence[Indexes], chosen: Indexes) -> tuple[float, Indexes]:
    """Let each label take its best place in turn until all stand; give what is poor about the whole, and the places."""
    for _ in range(SETTLING):
        before = chosen.copy()
        for number, group in enumerate(groups):
            cost = places.cost[group] + clashes[np.ix_(group, chosen)].sum(axis=1)
            chosen[number] = group[int(cost.argmin())]
        if (chosen == before).all():
            break
    return float(places.cost[chosen].sum() + clashes[np.ix_(chosen, chosen)].sum() / 2), chosen
