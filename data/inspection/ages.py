"""Ages: which rows of a table rest on something so old that it should be looked at again.

| file | old is |
|---|---|
| associations.csv, counters.csv, department_names.csv | a newest page of more than five years ago |
| checks.csv | a confirmation of more than a year ago |
| links.csv | a last look more than 90 days ago |
| classes.csv | a last day that has passed; where none is known, a check or source of more than a year ago |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from data.courses.records import Course
from data.folder import DataFiles, choose_variant
from data.records import Problem
from data.table.associations import ASSOCIATIONS
from data.table.confirmations import CHECKS
from data.table.counters import COUNTERS
from data.table.courses import read_courses
from data.table.department_names import DEPARTMENT_NAMES
from data.table.looks import COLUMNS as LOOK_COLUMNS
from data.table.sheets import read_sheet
from data.table.variants import get_splitter

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
        (choose_variant(files.counters), COUNTERS.columns, ("date", "date2"), pages, "Look for a newer page."),
        (files.links, LOOK_COLUMNS, ("looked",), LOOKED_DAYS, "Run `python -m data links`."),
    )
    return (
        *(told for kind in kinds for told in _list_old(*kind, today=today)),
        *_list_old_classes(files.classes, today),
    )


def _list_old_classes(path: Path, today: date) -> Iterator[Problem]:
    """Yield the classes that are over, as one finding, and those that nobody has looked at for a year."""
    courses, _ = read_courses(path)
    over = [course.row for course in courses if course.is_over(today)]
    old = [course.row for course in courses if not course.valid_until and _is_unchecked(course, today)]
    for column, lines, said in (
        ("valid_until", over, "are over, so no filter offers them."),
        ("checked_on", old, f"were checked, or read on a page, more than {CONFIRMED_DAYS} days ago."),
    ):
        if lines:
            message = f"{len(lines)} of {len(courses)} classes {said}"
            value, file = _name_lines(lines), choose_variant(path).name
            yield Problem(file, None, column, value, message, "Ask whoever holds them for the new term.", fatal=False)


def _is_unchecked(course: Course, today: date) -> bool:
    days = (course.checked_on, _read_last_day(course.source.date))
    newest = max((day for day in days if day), default=None)
    return newest is not None and (today - newest).days > CONFIRMED_DAYS


def _name_lines(lines: Sequence[int | None]) -> str:
    return f"lines {', '.join(map(str, lines[:_SHOWN_LINES]))}" + (" …" if len(lines) > _SHOWN_LINES else "")


def _list_old(
    path: Path, columns: tuple[str, ...], dates: tuple[str, ...], days: int, remedy: str, *, today: date
) -> Iterator[Problem]:
    """Yield the rows of a file whose newest day is more than so many days ago, as one finding."""
    rows = read_sheet(path, columns, get_splitter(path), aliases=COUNTERS.aliases).rows if path.exists() else ()
    ages = {row.line: (today - day).days for row in rows if (day := _find_newest(row.cells, dates))}
    old = [line for line, age in ages.items() if age > days]
    if old:
        message = f"{len(old)} of {len(rows)} rows rest on something of more than {_write_age(days)} ago."
        yield Problem(path.name, None, dates[0], _name_lines(old), message, remedy, fatal=False)


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
