"""The entries as a file (changes.csv), the oldest first. `python -m data history` writes it, pages read it."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args

from data.history.records import Change, Difference, Kind, Subject
from data.places.codes import read_code
from data.places.gazetteer import find_place
from data.records import Problem
from data.table.notes import check_words
from data.table.sheets import SheetRow, read_sheet, shorten
from data.table.splitting import split_csv

COLUMNS = ("id", "day", "kind", "subject", "code", "city", "name", "field", "old", "new")
MOST = 5000  # entries that are kept; the oldest go first
_REMEDY = "Run `python -m data history`, which writes this file; nobody edits it by hand."


def read_changes(path: Path) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Read the entries, the oldest first, and what is wrong with the rest of them; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    sheet = read_sheet(path, COLUMNS, split_csv)
    if sheet.missing:
        return (), sheet.problems
    checked = [(row, tuple(_check_row(path.name, row))) for row in sheet.rows]
    entries = {row.cells["id"]: _make_change(row) for row, problems in checked if not problems}
    told = tuple(problem for _, problems in checked for problem in problems)
    return tuple(sorted(entries.values(), key=lambda entry: entry.day)), (*sheet.problems, *told)


def write_changes(changes: Iterable[Change]) -> str:
    """Write the newest entries; the same entries give the same text."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for change in tuple(changes)[-MOST:]:
        what, place = change.what, find_place(change.what.code)
        about = (what.kind, what.subject, what.code, place.ja if place else "", what.name, what.field)
        table.writerow((change.id, change.day.isoformat(), *about, what.old, what.new))
    return stream.getvalue()


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_words(file, row, "kind", get_args(Kind))
    yield from check_words(file, row, "subject", get_args(Subject))
    for column, is_right, message in (
        ("id", _is_uuid, "An id is a UUID."),
        ("day", _is_day, "A day is written as 2026-04-01."),
        ("code", _is_code, "No place has this code; it is empty where many rows are meant."),
    ):
        if not is_right(row.cells[column]):
            yield Problem(file, row.line, column, shorten(row.cells[column]), message, _REMEDY, fatal=False)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_code(text: str) -> bool:
    return not text or find_place(read_code(text) or "") is not None


def _make_change(row: SheetRow) -> Change:
    """Make the record of a row that has been checked."""
    cells = row.cells
    what = Difference(
        kind=cast("Kind", cells["kind"]),
        subject=cast("Subject", cells["subject"]),
        code=read_code(cells["code"]) or "",
        name=cells["name"],
        field=cells["field"],
        old=cells["old"],
        new=cells["new"],
    )
    return Change(cells["id"], date.fromisoformat(cells["day"]), what)
