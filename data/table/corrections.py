"""Corrections (corrections.csv): what is doubted in the table or read differently, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from data.places.codes import read_code
from data.places.gazetteer import find_place, identify_places
from data.records import Correction, FieldName, Problem
from data.table.sheets import SheetRow, read_sheet, shorten, split_csv

COLUMNS = ("code", "city", "field", "source_value", "better_value", "applied", "reason", "source")
_SEPARATOR = " | "  # between several better values
FIELDS: Mapping[str, FieldName] = {
    "department": "department",
    "website": "website",
    "email": "email",
    "class": "class",
}


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Read the corrections and what is wrong with the rest of them; no file means no corrections. Never raises."""
    if not path.exists():
        return (), ()
    sheet = read_sheet(path, COLUMNS, split_csv)
    if sheet.missing:
        return (), sheet.problems
    rows = [mend_words(mend_code(row), "field", "applied") for row in sheet.rows]
    checked = [(row, tuple(_check_row(path.name, row))) for row in rows]
    corrections = tuple(_make_correction(row) for row, problems in checked if not problems)
    told = tell_codes(path.name, sheet.rows, rows)
    return corrections, (*sheet.problems, *told, *(problem for _, problems in checked for problem in problems))


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


def check_use(
    file: str, corrections: Iterable[Correction], cells: Mapping[str, Mapping[FieldName, str]]
) -> Iterator[Problem]:
    """Yield the corrections that apply to nothing in the table; `cells` holds its cells by city code and field."""
    for row in corrections:
        if row.code not in cells:
            message = "The city is not in the table, so this correction is not used."
            yield Problem(file, row.row, "code", row.code, message, "Delete the row, or correct the code.", fatal=False)
        elif row.source_value not in cells[row.code][row.field]:
            message = f"This no longer stands in the {row.field} cell of the city, so the correction is not used."
            remedy = "Compare it with the table: delete the row if it is settled, else copy the value exactly."
            yield Problem(file, row.row, "source_value", shorten(row.source_value), message, remedy, fatal=False)


def mend_code(row: SheetRow) -> SheetRow:
    """Return a row with its code in six digits, if the cell means one."""
    return replace(row, cells=row.cells | {"code": read_code(row.cells["code"]) or row.cells["code"]})


def mend_words(row: SheetRow, *columns: str) -> SheetRow:
    """Return a row whose cells of a few allowed words are in lower case, without white space round them."""
    return replace(row, cells=row.cells | {column: row.cells[column].strip().lower() for column in columns})


def tell_codes(file: str, before: Iterable[SheetRow], after: Iterable[SheetRow]) -> Iterator[Problem]:
    """Yield the codes that were mended, as what they were read; nobody need act, but a wrong guess must be seen."""
    for old, new in zip(before, after, strict=True):
        cell, code = old.cells["code"], new.cells["code"]
        if cell.strip() != code:
            remedy = f"Write {code}; format the column as text, since a spreadsheet drops leading zeros."
            yield Problem(file, new.line, "code", shorten(cell), f"It was read as {code}.", remedy, fatal=False)


def check_place(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what is wrong with the code and the city of a row: they must mean the same place."""
    cells = row.cells
    place = find_place(cells["code"])
    if place is None:
        message = "No place has this code; six digits are needed, the last of which is a check digit."
        yield Problem(
            file, row.line, "code", shorten(cells["code"]), message, "Copy it from the map's city.", fatal=False
        )
    elif place not in identify_places(place.prefecture, cells["city"]):
        message = f"The code {place.code} is {place.ja} ({place.en})."
        yield Problem(
            file, row.line, "city", shorten(cells["city"]), message, "Correct the city or the code.", fatal=False
        )


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_place(file, row)
    cells = row.cells
    allowed = {"field": tuple(FIELDS), "applied": ("yes", "no")}
    for column, values in allowed.items():
        if cells[column] not in values:
            message = f"Allowed are {', '.join(values)}."
            yield Problem(file, row.line, column, shorten(cells[column]), message, "Write one of them.", fatal=False)
    needed = ("source_value", "reason", "source", *(("better_value",) if cells["applied"] == "yes" else ()))
    for column in needed:
        if not cells[column].strip():
            message = "It must not be empty: a reader is told what is doubted, why, and where that is known from."
            yield Problem(file, row.line, column, "", message, "Fill it in.", fatal=False)


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
