"""Confirmations (checks.csv): what a city itself has confirmed or withdrawn, when, in what role, how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.places.gazetteer import find_place
from data.privacy.judging import judge_role, judge_text
from data.records import Check, CheckAnswer, CheckedField, FieldName, Problem
from data.standing import find_word
from data.table.days import FORM, read_day
from data.table.notes import FIELDS, Mending, NoteFile, check_filled, check_listed, check_words, read_notes
from data.table.sheets import SheetRow, shorten

CHECK_COLUMNS = ("code", "city", "field", "value", "date", "role", "evidence", "answer")
CHECKED: Mapping[str, CheckedField] = {**FIELDS, "all": "all"}
ANSWERS: Mapping[str, CheckAnswer] = {"": "right", "right": "right", "withdrawn": "withdrawn"}  # empty in older files


def read_checks(path: Path) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """Read the confirmations and what is wrong with the rest of them; no file means none. Never raises."""
    return read_notes(path, CHECKS)


def select_checks(checks: Iterable[Check], code: str, shown: Mapping[FieldName, str]) -> tuple[Check, ...]:
    """Return a city's last word on each field; what has changed since it was confirmed is not confirmed.

    `shown` holds its cells as the map shows them. What a city has withdrawn stays so, whatever the cell says now.
    """
    own = [row for row in checks if row.code == code and (row.answer == "withdrawn" or _is_shown(row, shown))]
    words = [find_word(own, field) for field in FIELDS.values()]
    return tuple(row for row in own if any(row is word for word in words))


def check_checks(file: str, checks: Iterable[Check], shown: Mapping[str, Mapping[FieldName, str]]) -> Iterator[Problem]:
    """Yield the rows about what the map does not show; `shown` holds its cells by city code and field."""
    for row in checks:
        yield from check_listed(file, row, shown, "confirmation is not shown")
        if row.code not in shown or row.field == "all" or _is_shown(row, shown[row.code]):
            continue
        if row.answer == "right":
            message = f"The {row.field} cell of the city holds something else, so this confirmation is not shown."
            remedy = "Copy the whole cell exactly, or delete the row: what has changed is to be confirmed anew."
        else:
            message = f"The {row.field} cell has changed since the city withdrew it, and is still not shown."
            remedy = "Ask the city, and note its answer with `python -m data confirm`, or delete the row."
        yield Problem(file, row.row, "value", shorten(row.value), message, remedy, fatal=False)


def _is_shown(row: Check, shown: Mapping[FieldName, str]) -> bool:
    """Tell whether a row is about a cell as the map shows it now; of a whole line there is no such."""
    return row.field != "all" and row.value == shown[row.field]


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    cells = row.cells
    yield from check_words(file, row, "field", tuple(CHECKED))
    if cells["answer"]:
        yield from check_words(file, row, "answer", tuple(filter(None, ANSWERS)))
    if cells["field"] == "all" and ANSWERS.get(cells["answer"]) == "right":
        message = "A line is confirmed field by field, so that a change of one cell costs no other its confirmation."
        remedy = f"Write a row each for {', '.join(FIELDS)}, as `python -m data confirm` does."
        yield Problem(file, row.line, "field", "all", message, remedy, fatal=False)
    day = read_day(row.cells["date"])
    if day is None or day > datetime.now(UTC).date() + timedelta(days=1):  # it has begun somewhere on earth
        message = "It is no day up to today."
        yield Problem(file, row.line, "date", shorten(row.cells["date"]), message, FORM, fatal=False)
    needed = ("role", "evidence") if cells["field"] == "all" else ("value", "role", "evidence")
    yield from check_filled(file, row, needed, "what was confirmed, by whom, and how that is known")
    yield from _check_privacy(file, row)


def _check_privacy(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what is a person's own in the cells that everybody reads."""
    place = find_place(row.cells["code"])
    role, evidence = row.cells["role"], row.cells["evidence"]
    found = [("role", one) for one in judge_role(role, place)] if role.strip() else []
    found += [("evidence", one) for one in judge_text(evidence, place)]
    for column, one in found:
        message = f"{one.message} The row is not shown."
        yield Problem(file, row.line, column, shorten(one.found), message, one.remedy, fatal=False)


def _write_day(cell: str) -> str | None:
    """Return a cell's day as 2026-04-01; None if it means none."""
    day = read_day(cell)
    return day.isoformat() if day else None


def _make_check(row: SheetRow) -> Check:
    """Make the record of a row that has been checked."""
    cells = row.cells
    return Check(
        code=cells["code"],
        field=CHECKED[cells["field"]],
        value=cells["value"].strip(),
        date=cells["date"],
        role=cells["role"].strip(),
        evidence=cells["evidence"].strip(),
        row=row.line,
        answer=ANSWERS[cells["answer"]],
    )


CHECKS = NoteFile(
    CHECK_COLUMNS[:-1],
    worded=("field", "answer"),
    check=_check_row,
    make=_make_check,
    mendings=(Mending("date", _write_day, "Write {value}."),),
    optional=CHECK_COLUMNS[-1:],
)
