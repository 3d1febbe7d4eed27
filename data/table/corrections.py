"""Corrections (corrections.csv): what is doubted in the table or read differently, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from data.records import Correction, FieldName, Problem
from data.table.notes import FIELDS, NoteFile, check_filled, check_listed, check_words, read_notes
from data.table.sheets import SheetRow, shorten

CORRECTION_COLUMNS = ("code", "city", "field", "source_value", "better_value", "applied", "reason", "source")
_SEPARATOR = " | "  # between several better values


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Read the corrections and what is wrong with the rest of them; no file means no corrections. Never raises."""
    return read_notes(path, CORRECTIONS)


def select_corrections(
    corrections: Iterable[Correction], code: str, cells: Mapping[FieldName, str]
) -> tuple[Correction, ...]:
    """Return the corrections of a city whose source value still stands in the cell it belongs to."""
    return tuple(row for row in corrections if row.code == code and row.source_value in cells[row.field])


def apply_corrections(corrections: Iterable[Correction], field: FieldName, cell: str) -> tuple[str, ...]:
    """Return a cell with the better values in place of the source's, parted where a better value lists several."""
    parts = [cell]
    for row in corrections:
        if row.applied and row.field == field:
            parts = [
                new for part in parts for new in part.replace(row.source_value, row.better_value).split(_SEPARATOR)
            ]
    return tuple(parts)


def show_cell(corrections: Iterable[Correction], field: FieldName, cell: str) -> str:
    """Return a cell as the map shows it, parts that the better values list put together again."""
    return _SEPARATOR.join(apply_corrections(corrections, field, cell)).strip()


def check_use(
    file: str, corrections: Iterable[Correction], cells: Mapping[str, Mapping[FieldName, str]]
) -> Iterator[Problem]:
    """Yield the corrections that apply to nothing in the table; `cells` holds its cells by city code and field."""
    for row in corrections:
        yield from check_listed(file, row, cells, "correction is not used")
        if row.code in cells and row.source_value not in cells[row.code][row.field]:
            message = f"This no longer stands in the {row.field} cell of the city, so the correction is not used."
            remedy = "Compare it with the table: delete the row if it is settled, else copy the value exactly."
            yield Problem(file, row.row, "source_value", shorten(row.source_value), message, remedy, fatal=False)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_words(file, row, "field", tuple(FIELDS))
    yield from check_words(file, row, "applied", ("yes", "no"))
    needed = ("source_value", "reason", "source", *(("better_value",) if row.cells["applied"] == "yes" else ()))
    yield from check_filled(file, row, needed, "what is doubted, why, and where that is known from")


def _make_correction(row: SheetRow) -> Correction:
    """Make the record of a row that has been checked."""
    cells = row.cells
    return Correction(
        code=cells["code"],
        field=FIELDS[cells["field"]],
        source_value=cells["source_value"],
        better_value=cells["better_value"],
        applied=cells["applied"] == "yes",
        reason=cells["reason"],
        source=cells["source"],
        row=row.line,
    )


CORRECTIONS = NoteFile(
    CORRECTION_COLUMNS,
    worded=("field", "applied"),
    check=_check_row,
    make=_make_correction,
)
