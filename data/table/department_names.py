"""Japanese names of departments (department_names.csv): the one beside a listed English name, and where it was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from data.records import DepartmentName, Problem
from data.table.notes import NoteFile, check_filled, check_listed, read_notes
from data.table.sheets import SheetRow, shorten

_FIRST_YEAR = 1990  # before which no page of a city is known


def read_department_names(path: Path) -> tuple[tuple[DepartmentName, ...], tuple[Problem, ...]]:
    """Read the names and what is wrong with the rest of them; no file means none. Never raises."""
    return read_notes(path, DEPARTMENT_NAMES)


def select_department_names(
    names: Iterable[DepartmentName], code: str, departments: Collection[str]
) -> tuple[DepartmentName, ...]:
    """Return the names of a city's departments as the table lists them now."""
    return tuple(row for row in names if row.code == code and row.department in departments)


def check_department_names(
    file: str, names: Iterable[DepartmentName], departments: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield the names of what the table does not list; `departments` holds its departments by city code."""
    for row in names:
        yield from check_listed(file, row, departments, "name is not shown")
        if row.code in departments and row.department not in departments[row.code]:
            message = "The table lists no such department of the city, so its name is not shown."
            remedy = "Copy the department exactly as the map shows it, or delete the row."
            yield Problem(file, row.row, "department", shorten(row.department), message, remedy, fatal=False)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    year, this_year = row.cells["year"].strip(), datetime.now(UTC).year
    if not (year.isascii() and year.isdigit() and _FIRST_YEAR <= int(year) <= this_year):
        message = f"A year from {_FIRST_YEAR} to {this_year} is needed: that of the page where the name was read."
        yield Problem(file, row.line, "year", shorten(row.cells["year"]), message, "Write it as 2024.", fatal=False)
    yield from check_filled(file, row, ("department", "name", "source"), "what it is called, and where that was read")


def _make_name(row: SheetRow) -> DepartmentName:
    """Make the record of a row that has been checked."""
    cells = row.cells
    return DepartmentName(
        code=cells["code"],
        department=cells["department"],
        name=cells["name"].strip(),
        year=int(cells["year"]),
        source=cells["source"].strip(),
        row=row.line,
    )


DEPARTMENT_NAMES = NoteFile(
    ("code", "city", "department", "name", "year", "source"),
    worded=(),
    check=_check_row,
    make=_make_name,
)
