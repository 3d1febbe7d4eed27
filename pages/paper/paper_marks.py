"""Where the marks of a map on paper stand: a few names beside their places, or numbers on discs as near as can be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, product

Middle = tuple[float, float]
Size = tuple[float, float]  # width and height in px
NAME_HEIGHT_PX = 22.0
AWAY_PX = 8.0  # from a place to the edge of its name
GAP_PX = 2.0  # between two names
AROUND = ((0, -1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (1, 1), (-1, 1))  # the best side of a place first
OVER_COST, HIDING_COST = 1000, 100  # of two names over each other, of a name on a place; a worse side costs 1
DISC_PX = 17.0  # of a number's disc
ROUNDS = 200  # of pushing discs apart


def place_names(points: Sequence[Middle], widths: Sequence[float], size: Size) -> list[Middle]:
    """Place the boxes of a few names beside their points and inside the frame; return their middles."""
    choices = [_list_sides(point, width, size) for point, width in zip(points, widths, strict=True)]

    def measure(chosen: tuple[tuple[int, Middle], ...]) -> float:
        boxes = [(middle, width) for (_, middle), width in zip(chosen, widths, strict=True)]
        over = sum(_are_over(one, other) for one, other in combinations(boxes, 2))
        hidden = sum(_are_over(box, (point, 0)) for box in boxes for point in points)
        return OVER_COST * over + HIDING_COST * hidden + sum(side for side, _ in chosen)

    return [middle for _, middle in min(product(*choices), key=measure)]


def _list_sides(point: Middle, width: float, size: Size) -> list[tuple[int, Middle]]:
    """List the places around a point where its name can stand, the best first."""
    (x, y), reach = point, (width / 2 + AWAY_PX, NAME_HEIGHT_PX / 2 + AWAY_PX)
    middles = ((x + right * reach[0], y + down * reach[1]) for right, down in AROUND)
    return [
        (side, (_keep(at_x, size[0], width), _keep(at_y, size[1], NAME_HEIGHT_PX)))
        for side, (at_x, at_y) in enumerate(middles)
    ]


def _are_over(one: tuple[Middle, float], other: tuple[Middle, float]) -> bool:
    """Tell whether two boxes, each a middle and a width, cover each other; one without a width is a point."""
    (x, y), width = one
    (other_x, other_y), other_width = other
    height = NAME_HEIGHT_PX if other_width else NAME_HEIGHT_PX / 2
    return abs(x - other_x) < (width + other_width) / 2 + GAP_PX and abs(y - other_y) < height + GAP_PX


def spread_discs(points: Sequence[Middle], size: Size) -> list[Middle]:
    """Push discs on these points apart until none covers another, none further than it must, all inside the frame."""
    return list(_spread(tuple(points), size))


@lru_cache(maxsize=64)  # a sheet has the same discs in each language
def _spread(points: tuple[Middle, ...], size: Size) -> tuple[Middle, ...]:
    middles = list(points)
    for _ in range(ROUNDS):
        before = middles.copy()
        crowded = [_push_apart(middles, *pair) for pair in combinations(range(len(middles)), 2)]
        middles = [(_keep(x, size[0], DISC_PX), _keep(y, size[1], DISC_PX)) for x, y in middles]
        if not any(crowded) or middles == before:  # where the frame holds them together, they stand as they will
            break
    return tuple((round(x, 1), round(y, 1)) for x, y in middles)


def _push_apart(middles: list[Middle], one: int, other: int) -> bool:
    """Move two discs that cover each other away by the same; tell whether they did."""
    (x, y), (other_x, other_y) = middles[one], middles[other]
    distance = math.dist(middles[one], middles[other])
    lacking = DISC_PX - distance
    if lacking <= 0:
        return False
    # those on one point part in a direction of their own
    angle = math.atan2(other_y - y, other_x - x) if distance else one + other
    step_x, step_y = math.cos(angle) * (lacking + 0.1) / 2, math.sin(angle) * (lacking + 0.1) / 2
    middles[one], middles[other] = (x - step_x, y - step_y), (other_x + step_x, other_y + step_y)
    return True


def _keep(place: float, size: float, width: float) -> float:
    """Keep a mark of a width inside the frame."""
    return round(min(max(place, width / 2), size - width / 2), 1)
