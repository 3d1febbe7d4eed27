"""Label layout: where labels go so that none covers another, by the rules of the map's marker_layout.js, on arrays.

Every label has some hundred candidate places around its point. All labels begin at their best place, whatever the
others do; then the best move of any of them is made again and again, also where it makes things worse for a while, and
what was moved stays for some moves. This is a tabu search: labels that block each other come free in few moves. What is
dear in a move is to measure a place against all others, so moves are bounded in number, and what was measured is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from pages.maps.label_places import OVERLAP_COST, Box, Frame, Label, Middle, Places

MOVES_THOROUGHLY = 600  # of a search whose result is kept for everybody
MOVES_UNAIDED, MOVES_QUICKLY = 80, 30  # of one that somebody waits for; of one told where to begin
MOVES_STAYING, MOVES_AWAY = (9, 4), 30  # so long a label keeps its new place, and does not come back to its old one
MOVES_ALIKE = 40  # after which it keeps it for another while, so that the search does not go in circles
SAME_COST = 0.01  # a cost that is lower by less is the same


def place_labels(
    labels: Sequence[Label],
    frame: Frame,
    moves: int = MOVES_THOROUGHLY,
) -> tuple[Box, ...] | None:
    """Place each label's box inside the frame, none over another; return the boxes, in the labels' order.

    The search begins where labels are asked to be, if each is. Lines from points to boxes run free of each other and of
    other boxes where that is found. None if no way was found to place them all.
    """
    if not labels:
        return ()
    places = Places(labels, frame)
    if not places.fit_all(len(labels)):
        return None
    start = tuple(label.at for label in labels if label.at)
    chosen = choose_places(places, moves, start if len(start) == len(labels) else ())
    if any((places.measure_clashes(place)[chosen] >= OVERLAP_COST).any() for place in chosen):
        return None
    return tuple(
        Box(float(places.x[place]), float(places.y[place]), float(places.seen_y[place] - places.y[place]))
        for place in chosen
    )


def choose_places(places: Places, moves: int, start: Sequence[Middle] = ()) -> list[int]:
    """Choose a place for each label, in the labels' order; the same ones each time."""
    chosen = places.find_nearest(start) if start else places.find_cheapest()
    groups = np.split(np.arange(places.owner.size), np.flatnonzero(np.diff(places.owner)) + 1)
    cost = places.cost + sum(places.measure_clashes(int(place)) for place in chosen)  # of each, the others standing
    total = found = float(places.cost[chosen].sum() + cost[chosen].sum()) / 2
    best = chosen.copy()
    free = np.zeros(places.owner.size, dtype=int)  # the move from which on a label may be put here
    for move in range(moves):
        change = cost - cost[chosen][places.owner]
        change[(free > move) & (change >= found - SAME_COST - total)] = np.inf
        change[chosen] = np.inf
        new = int(change.argmin())
        if not math.isfinite(change[new]):
            break
        label = places.owner[new]
        old = int(chosen[label])
        free[groups[label]] = np.maximum(
            free[groups[label]], move + 1 + MOVES_STAYING[move // MOVES_ALIKE % len(MOVES_STAYING)]
        )
        free[old] = move + 1 + MOVES_AWAY
        total += float(change[new])
        cost += places.measure_clashes(new) - places.measure_clashes(old)
        chosen[label] = new
        if total < found - SAME_COST:
            found, best = total, chosen.copy()
    return [int(place) for place in best]
