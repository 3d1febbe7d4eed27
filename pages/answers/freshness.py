"""Freshness: whether newly saved tables may take the place of those that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.records import Ending
from data.table.extent import Extent

_CUT = "The last row ends early and without a line end, as where a file is half written."
_OPEN = "No line end follows the last row: if the file was cut, that row is not whole. Save it with one."
SETTLED_SECONDS = 60.0  # so long a much smaller table has to stand unchanged before it is taken to be meant


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers and faults that tell whole tables from those that are broken, half written or emptied."""

    cities: int  # usable rows
    points: int  # usable rows of the coordinate file
    broken: str | None = None  # the first problem of a whole file, not only of a row
    ending: Ending = "whole"  # of the table's file
    fatal: bool = False  # a row cannot be used
    beside: Mapping[str, Extent] = field(default_factory=dict)  # of the files beside the table, by name


def find_fault(new: Measures, good: Measures | None, stood_seconds: float) -> str | None:
    """Return why the new tables are not to be shown yet in place of the good ones; None if they are.

    Where nothing good is shown, anything is better. A file that cannot be read, has lost its header, its rows or all
    coordinates, or ends within its last row, is not taken (unless what is shown has that fault already); a table of
    fewer than half of the rows (or coordinates) is taken once it has stood unchanged for a minute and nothing in it is
    unusable, one with fewer rows and no line end after that minute; a file beside the table that has shrunk so, is gone
    or has lost its line end, too. Anything else is taken at once.
    """
    if good is None or not good.cities:
        return None
    if new.broken and not good.broken:
        return new.broken
    if new.ending == "cut" and good.ending != "cut":
        return _CUT
    if new.ending == "open" and new.cities < good.cities and stood_seconds < SETTLED_SECONDS:
        return f"There are fewer rows and no line end; they are shown once unchanged for {SETTLED_SECONDS:.0f} s."
    for noun, now, before in (("rows", new.cities, good.cities), ("coordinates", new.points, good.points)):
        if before and not now:
            return f"There are no usable {noun} any more; there were {before}."
        if 2 * now < before and (new.fatal or stood_seconds < SETTLED_SECONDS):
            wait = "a row cannot be used" if new.fatal else f"they are shown once unchanged for {SETTLED_SECONDS:.0f} s"
            return f"There are {now} usable {noun} of {before}; {wait}."
    return next(_find_shrunk(new.beside, good.beside, stood_seconds), None)


def find_defect(shown: Measures, stood_seconds: float) -> str | None:
    """Return what is wrong with tables that are shown for want of better ones; None if they are whole.

    The table itself, which others export, may end without a line end; so may a file beside it that has stood for a
    minute: nobody is writing it any more, and its last row has all its cells.
    """
    told = {"cut": _CUT, "open": _OPEN} if stood_seconds < SETTLED_SECONDS else {"cut": _CUT}
    beside = (f"{name}: {told[extent.ending]}" for name, extent in shown.beside.items() if extent.ending in told)
    return shown.broken or (_CUT if shown.ending == "cut" else next(beside, None))


def _find_shrunk(new: Mapping[str, Extent], good: Mapping[str, Extent], stood_seconds: float) -> Iterator[str]:
    """Yield why files beside the table are not to be taken yet."""
    wait = f"they are shown once unchanged for {SETTLED_SECONDS:.0f} s"
    for name, extent in new.items():
        before = good.get(name, Extent())
        if extent.ending == "cut" and before.ending != "cut":
            yield f"{name}: {_CUT}"
        elif stood_seconds >= SETTLED_SECONDS:
            continue
        elif 2 * extent.rows < before.rows:
            yield f"{name}: There are {extent.rows} rows of {before.rows}; {wait}."
        elif extent.ending == "open" and before.ending == "whole" and extent.rows <= before.rows:
            yield f"{name}: There are no more rows than before, and no line end; {wait}."
