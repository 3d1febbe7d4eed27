"""Confirmations (checks.csv): which cell a city itself has confirmed, when, in what role, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.records import Check, FieldName, Problem
from data.table.days import FORM, read_day
from data.table.notes import FIELDS, Mending, NoteFile, check_filled, check_listed, check_words, read_notes
from data.table.sheets import SheetRow, shorten


def read_checks(path: Path) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """Read the confirmations and what is wrong with the rest of them; no file means none. Never raises."""
    return read_notes(path, CHECKS)


def select_checks(checks: Iterable[Check], code: str, cells: Mapping[FieldName, str]) -> tuple[Check, ...]:
    """Return the confirmations of a city's cells as they stand now; what has changed since is not confirmed."""
    return tuple(row for row in checks if row.code == code and row.value == cells[row.field].strip())


def check_checks(file: str, checks: Iterable[Check], cells: Mapping[str, Mapping[FieldName, str]]) -> Iterator[Problem]:
    """Yield the confirmations of what does not stand in the table; `cells` holds its cells by city code and field."""
    for row in checks:
        yield from check_listed(file, row, cells, "confirmation is not shown")
        if row.code in cells and row.value != cells[row.code][row.field].strip():
            message = f"The {row.field} cell of the city holds something else, so this confirmation is not shown."
            remedy = "Copy the whole cell exactly, or delete the row: what has changed is to be confirmed anew."
            yield Problem(file, row.row, "value", shorten(row.value), message, remedy, fatal=False)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_words(file, row, "field", tuple(FIELDS))
    day = read_day(row.cells["date"])
    if day is None or day > datetime.now(UTC).date() + timedelta(days=1):  # it has begun somewhere on earth
        message = "It is no day up to today."
        yield Problem(file, row.line, "date", shorten(row.cells["date"]), message, FORM, fatal=False)
    yield from check_filled(
        file, row, ("value", "role", "evidence"), "what was confirmed, by whom, and how that is known"
    )


def _write_day(cell: str) -> str | None:
    """Return a cell's day as 2026-04-01; None if it means none."""
    day = read_day(cell)
    return day.isoformat() if day else None


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


CHECKS = NoteFile(
    ("code", "city", "field", "value", "date", "role", "evidence"),
    worded=("field",),
    check=_check_row,
    make=_make_check,
    mendings=(Mending("date", _write_day, "Write {value}."),),
)
