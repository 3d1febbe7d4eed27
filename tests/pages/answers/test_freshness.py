"""Which newly saved tables may take the place of those that are shown, and what is told of those shown."""

from __future__ import annotations

import pytest

from data.records import Ending
from data.table.extent import Extent
from pages.answers.freshness import SETTLED_SECONDS, Measures, find_defect, find_fault

GOOD = Measures(cities=20, points=20)
BESIDE = "corrections.csv"


def beside(rows: int, ending: Ending = "whole") -> Measures:
    """Good tables, and beside them a file of so many rows."""
    return Measures(20, 20, beside={BESIDE: Extent(rows, ending)})


@pytest.mark.parametrize(
    ("new", "good", "stood", "part"),
    [
        (Measures(20, 20), GOOD, 0, None),
        (Measures(21, 21), GOOD, 0, None),
        (Measures(21, 20), GOOD, 0, None),
        (Measures(19, 19, fatal=True), GOOD, 0, None),
        (Measures(10, 10), GOOD, 0, None),
        (Measures(9, 9), GOOD, 0, "9 usable rows of 20"),
        (Measures(9, 9), GOOD, SETTLED_SECONDS, None),
        (Measures(9, 9, fatal=True), GOOD, SETTLED_SECONDS, "a row cannot be used"),
        (Measures(0, 0), GOOD, 9999, "no usable rows any more"),
        (Measures(20, 0), GOOD, 9999, "no usable coordinates any more"),
        (Measures(20, 9), GOOD, 0, "9 usable coordinates of 20"),
        (Measures(20, 20, broken="cities.tsv: …"), GOOD, 9999, "cities.tsv: …"),
        (Measures(20, 20, ending="cut"), GOOD, 9999, "ends early"),
        (Measures(0, 0, broken="cities.tsv: …"), None, 0, None),
        (Measures(0, 0, broken="b"), Measures(0, 0, broken="a"), 0, None),
        (Measures(10, 10, ending="cut"), None, 0, None),
        (Measures(10, 10, ending="cut"), Measures(0, 0), 0, None),
        (Measures(11, 11, ending="cut"), Measures(10, 10, ending="cut"), 0, None),
        (Measures(20, 20, ending="open"), GOOD, 0, None),
        (Measures(15, 15, ending="open"), GOOD, 0, "no line end"),
        (Measures(15, 15, ending="open"), GOOD, SETTLED_SECONDS, None),
        (Measures(20, 20, broken="b"), Measures(20, 20, broken="a"), 0, None),
        (Measures(1, 1), Measures(2, 2), 0, None),
        (Measures(0, 0), Measures(1, 1), 9999, "no usable rows any more"),
        (beside(8), beside(8), 0, None),
        (beside(4), beside(8), 0, None),
        (beside(3), beside(8), 0, "3 rows of 8"),
        (beside(0), beside(8), 0, "0 rows of 8"),
        (beside(0), beside(8), SETTLED_SECONDS, None),
        (beside(7, "cut"), beside(8), 9999, "ends early"),
        (beside(7, "cut"), beside(8, "cut"), 0, None),
        (beside(8, "open"), beside(8), 0, "no line end"),
        (beside(8, "open"), beside(8), SETTLED_SECONDS, None),
        (beside(8, "open"), beside(8, "open"), 0, None),
        (beside(9, "open"), beside(8), 0, None),
        (beside(8, "cut"), GOOD, 0, "ends early"),
        (beside(8), GOOD, 0, None),
    ],
)
def test_what_is_shown_gives_way_only_to_what_is_whole(
    new: Measures, good: Measures | None, stood: float, part: str | None
) -> None:
    """Broken, emptied and half written tables wait; smaller ones wait a minute; where nothing is shown, anything is."""
    fault = find_fault(new, good, stood)
    assert fault is None if part is None else part in (fault or "")


@pytest.mark.parametrize(
    ("shown", "stood", "part"),
    [
        (GOOD, 0, None),
        (beside(8), 0, None),
        (beside(8, "open"), 0, f"{BESIDE}: No line end follows"),
        (beside(8, "open"), SETTLED_SECONDS, None),
        (beside(8, "cut"), 9999, f"{BESIDE}: The last row ends early"),
        (Measures(20, 20, ending="cut"), 9999, "The last row ends early"),
        (Measures(20, 20, ending="open"), 0, None),
        (Measures(20, 20, broken="cities.tsv: …"), 9999, "cities.tsv: …"),
    ],
)
def test_what_the_app_started_with_is_judged_too(shown: Measures, stood: float, part: str | None) -> None:
    """Health tells of tables that are broken or cut, though nothing better is known; of a line end for a minute."""
    defect = find_defect(shown, stood)
    assert defect is None if part is None else part in (defect or "")
