"""Ages: which rows of a table rest on something so old that it should be looked at again.

| file | old is |
|---|---|
| associations.csv, counters.csv, department_names.csv | a newest page of more than five years ago |
| checks.csv | a confirmation of more than a year ago |
| links.csv | a last look more than 90 days ago |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from data.folder import DataFiles
from data.records import Problem
from data.table.associations import ASSOCIATIONS
from data.table.confirmations import CHECKS
from data.table.counters import COUNTERS
from data.table.department_names import DEPARTMENT_NAMES
from data.table.looks import COLUMNS as LOOK_COLUMNS
from data.table.sheets import read_sheet
from data.table.splitting import split_csv

PAGE_YEARS = 5
CONFIRMED_DAYS = 365
LOOKED_DAYS = 90
_SHOWN_LINES = 12
_DAY = re.compile(r"(?:FY)?([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def list_aged(files: DataFiles, today: date) -> tuple[Problem, ...]:
    """Return for each file the rows that have become old by a day; rows without a day are none of them."""
    pages = PAGE_YEARS * 365 + 1
    kinds = (
        (files.checks, (*CHECKS.columns,), ("date",), CONFIRMED_DAYS, "Ask the city again."),
        (files.department_names, DEPARTMENT_NAMES.columns, ("year",), pages, "Look for a newer page."),
        (files.associations, ASSOCIATIONS.columns, ("date",), pages, "Look for a newer page."),
        (files.counters, COUNTERS.columns, ("date", "date2"), pages, "Look for a newer page."),
        (files.links, LOOK_COLUMNS, ("looked",), LOOKED_DAYS, "Run `python -m data links`."),
    )
    return tuple(told for kind in kinds for told in _list_old(*kind, today=today))


def _list_old(
    path: Path, columns: tuple[str, ...], dates: tuple[str, ...], days: int, remedy: str, *, today: date
) -> Iterator[Problem]:
    """Yield the rows of a file whose newest day is more than so many days ago, as one finding."""
    rows = read_sheet(path, columns, split_csv).rows if path.exists() else ()
    ages = {row.line: (today - day).days for row in rows if (day := _find_newest(row.cells, dates))}
    old = [line for line, age in ages.items() if age > days]
    if old:
        lines = ", ".join(map(str, old[:_SHOWN_LINES])) + (" …" if len(old) > _SHOWN_LINES else "")
        message = f"{len(old)} of {len(rows)} rows rest on something of more than {_write_age(days)} ago."
        yield Problem(path.name, None, dates[0], f"lines {lines}", message, remedy, fatal=False)


def _write_age(days: int) -> str:
    return f"{PAGE_YEARS} years" if days > CONFIRMED_DAYS else f"{days} days"


def _find_newest(cells: Mapping[str, str], columns: tuple[str, ...]) -> date | None:
    """Return the newest day that some cells can mean: of a year alone its last day."""
    return max((day for column in columns if (day := _read_last_day(cells[column]))), default=None)


def _read_last_day(text: str) -> date | None:
    found = _DAY.match(text.strip())
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 12), int(found[3] or 28)
    try:
        return date(year + ("FY" in text), 3, 31) if "FY" in text else date(year, month, day)
    except ValueError:
        return None
