"""What a city itself has confirmed: which cell, when, in what role, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.corrections import FIELDS, check_place
from data.records import Check, FieldName, Problem
from data.sheets import SheetRow, read_sheet, shorten, split_csv

COLUMNS = ("code", "city", "field", "value", "date", "role", "evidence")


def read_checks(path: Path) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """Read the confirmations and what is wrong with the rest of them; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    sheet = read_sheet(path, COLUMNS, split_csv)
    if sheet.missing:
        return (), sheet.problems
    checked = [(row, tuple(_check_row(path.name, row))) for row in sheet.rows]
    checks = tuple(_make_check(row) for row, problems in checked if not problems)
    return checks, (*sheet.problems, *(problem for _, problems in checked for problem in problems))


def select_checks(checks: Iterable[Check], code: str, cells: Mapping[FieldName, str]) -> tuple[Check, ...]:
    """Return the confirmations of a city's cells as they stand now; what has changed since is not confirmed."""
    return tuple(row for row in checks if row.code == code and row.value == cells[row.field].strip())


def check_checks(file: str, checks: Iterable[Check], cells: Mapping[str, Mapping[FieldName, str]]) -> Iterator[Problem]:
    """Yield the confirmations of what does not stand in the table; `cells` holds its cells by city code and field."""
    for row in checks:
        if row.code not in cells:
            message = "The city is not in the table, so this confirmation is not shown."
            yield Problem(file, row.row, "code", row.code, message, "Delete the row, or correct the code.", fatal=False)
        elif row.value != cells[row.code][row.field].strip():
            message = f"The {row.field} cell of the city holds something else, so this confirmation is not shown."
            remedy = "Copy the whole cell exactly, or delete the row: what has changed is to be confirmed anew."
            yield Problem(file, row.row, "value", shorten(row.value), message, remedy, fatal=False)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_place(file, row)
    cells = row.cells
    if cells["field"] not in FIELDS:
        message = f"Allowed are {', '.join(FIELDS)}."
        yield Problem(file, row.line, "field", shorten(cells["field"]), message, "Write one of them.", fatal=False)
    if _read_date(cells["date"]) is None:
        message = "It is no day up to today in the form 2026-04-01."
        yield Problem(file, row.line, "date", shorten(cells["date"]), message, "Write the day like that.", fatal=False)
    for column in ("value", "role", "evidence"):
        if not cells[column].strip():
            message = "It must not be empty: a reader is told what was confirmed, by whom, and how that is known."
            yield Problem(file, row.line, column, "", message, "Fill it in.", fatal=False)


def _read_date(text: str) -> date | None:
    """Read a day that has begun somewhere on earth."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    today = datetime.now(UTC).date()
    return day if text == day.isoformat() and day <= today + timedelta(days=1) else None


def _make_check(row: SheetRow) -> Check:
    """Make the record of a row that has been checked."""
    cells = row.cells
    return Check(
        code=cells["code"],
        field=FIELDS[cells["field"]],
        value=cells["value"].strip(),
        date=cells["date"],
        role=cells["role"].strip(),
        evidence=cells["evidence"].strip(),
        row=row.line,
    )
