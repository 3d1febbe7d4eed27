"""Confirmations (checks.csv): which cell a city itself has confirmed, when, in what role, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.records import Check, FieldName, Problem
from data.table.corrections import FIELDS, check_place, mend_code, mend_words, tell_codes
from data.table.days import FORM, read_day
from data.table.sheets import SheetRow, read_sheet, shorten, split_csv

COLUMNS = ("code", "city", "field", "value", "date", "role", "evidence")


def read_checks(path: Path) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """Read the confirmations and what is wrong with the rest of them; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    sheet = read_sheet(path, COLUMNS, split_csv)
    if sheet.missing:
        return (), sheet.problems
    rows = [mend_words(_mend_date(mend_code(row)), "field") for row in sheet.rows]
    checked = [(row, tuple(_check_row(path.name, row))) for row in rows]
    checks = tuple(_make_check(row) for row, problems in checked if not problems)
    told = (*tell_codes(path.name, sheet.rows, rows), *_tell_dates(path.name, sheet.rows, rows))
    return checks, (*sheet.problems, *told, *(problem for _, problems in checked for problem in problems))


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
    day = read_day(cells["date"])
    if day is None or day > datetime.now(UTC).date() + timedelta(days=1):  # it has begun somewhere on earth
        yield Problem(file, row.line, "date", shorten(cells["date"]), "It is no day up to today.", FORM, fatal=False)
    for column in ("value", "role", "evidence"):
        if not cells[column].strip():
            message = "It must not be empty: a reader is told what was confirmed, by whom, and how that is known."
            yield Problem(file, row.line, column, "", message, "Fill it in.", fatal=False)


def _mend_date(row: SheetRow) -> SheetRow:
    """Return a row with its day as 2026-04-01, if the cell means one."""
    day = read_day(row.cells["date"])
    return replace(row, cells=row.cells | {"date": day.isoformat()}) if day else row


def _tell_dates(file: str, before: Iterable[SheetRow], after: Iterable[SheetRow]) -> Iterator[Problem]:
    """Yield the days that were mended, as what they were read."""
    for old, new in zip(before, after, strict=True):
        cell, day = old.cells["date"], new.cells["date"]
        if cell.strip() != day:
            yield Problem(file, new.line, "date", shorten(cell), f"It was read as {day}.", f"Write {day}.", fatal=False)


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
