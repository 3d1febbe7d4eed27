"""Workbooks (.xlsx) as numbered lines of cells, each sheet for itself; what cannot or must not be opened is told."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Protocol, cast

from data.table.decoding import NotText
from data.table.splitting import Line
from data.table.workbook_cells import write_cell

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_BYTES = 64 * 2**20  # of all that a workbook holds, unpacked
MAX_LETTERS = 10_000_000  # in all cells
MAX_ROWS, MAX_COLUMNS = 20_000, 200
_KEPT = 4  # workbooks; each is asked for twice, by its reader and by whoever measures the file
_AGAIN = "Open it in the spreadsheet and save it again, or save it as UTF-8 text (CSV UTF-8)."


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A visible sheet: its lines, blank ones left out, and the cells with an error or a formula that has no value."""

    title: str
    lines: tuple[Line, ...]
    valueless: tuple[str, ...] = ()  # "C5"


class _Cell(Protocol):
    """What is asked of a cell."""

    value: object
    data_type: str  # "n" also for an empty one; "d" a day or time, "e" an error, "f" a formula
    number_format: str


class _TooLargeError(Exception):
    """A workbook holds more than is read; the text says how much that is."""


def is_workbook(content: bytes) -> bool:
    """Tell whether a file's bytes are those of an Excel workbook (.xlsx), broken or not."""
    return content.startswith(b"PK\x03\x04") and b"xl/" in content


@lru_cache(maxsize=_KEPT)
def read_workbook(content: bytes) -> tuple[WorkbookSheet, ...] | NotText:
    """Return the visible sheets of a workbook, or why it cannot be read. Never raises."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are left out: pictures, rules for input
            has_formulas = _check_parts(content)
            return tuple(_read_sheets(content, has_formulas=has_formulas))
    except _TooLargeError as error:
        return NotText("", f"This workbook holds more than is read: {error}.", "Keep the table alone in a workbook.")
    except Exception as error:  # what a damaged file raises depends on where it is damaged
        return NotText(
            type(error).__name__, "This is an Excel workbook (.xlsx), and it is damaged: it cannot be opened.", _AGAIN
        )


def _check_parts(content: bytes) -> bool:
    """Tell whether there are formulas. Raises for what would unpack to too much, or defines entities of its own."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        size = sum(part.file_size for part in archive.infolist())  # no more than that is ever unpacked
        if size > MAX_BYTES:
            raise _TooLargeError(f"{size // 2**20} MB unpacked, {MAX_BYTES // 2**20} MB are allowed")
        has_formulas = False
        for part in archive.infolist():
            if part.filename.lower().endswith((".xml", ".rels")):
                text = archive.read(part).replace(b"\0", b"")
                if b"<!DOCTYPE" in text:
                    raise ValueError("no workbook defines a document type")
                has_formulas = has_formulas or (b"<f>" in text or b"<f " in text)
        return has_formulas


def _read_sheets(content: bytes, *, has_formulas: bool) -> Iterator[WorkbookSheet]:
    book = _open(content, data_only=True)
    letters = 0
    for place, sheet in enumerate(book.worksheets):
        if sheet.sheet_state != "visible":
            continue
        formulas = _find_formulas(content, place) if has_formulas else set()
        lines, valueless = list[Line](), list[str]()
        for number, row in _list_rows(book, place):
            valueless += [
                f"{get_letters(column)}{number}"
                for column, cell in enumerate(row, start=1)
                if _has_no_value(cell, is_formula=(number, column) in formulas)
            ]
            if cells := _write_row(row):
                lines.append((number, cells))
                letters += sum(map(len, cells))
            if letters > MAX_LETTERS:
                raise _TooLargeError(f"more than {MAX_LETTERS:,} letters")
        if lines and lines[-1][0] > MAX_ROWS:
            raise _TooLargeError(f"more than {MAX_ROWS:,} rows")
        yield WorkbookSheet(sheet.title, tuple(lines), tuple(valueless))
    book.close()


def _open(content: bytes, *, data_only: bool) -> Workbook:
    from openpyxl import load_workbook  # here, since few maps have a workbook and it takes a third of a second

    return load_workbook(BytesIO(content), read_only=True, data_only=data_only)


def _list_rows(book: Workbook, place: int) -> Iterator[tuple[int, Sequence[_Cell]]]:
    """Yield the rows of a sheet that hold a cell, with their numbers, up to the last one that is read."""
    from openpyxl.cell.read_only import EmptyCell

    rows = book.worksheets[place].iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, start=1):
        if set(map(type, row)) != {EmptyCell}:  # a sheet may have a million rows between two
            yield number, cast("Sequence[_Cell]", row)


def _find_formulas(content: bytes, place: int) -> set[tuple[int, int]]:
    """Return the places (row, column) of a sheet's formulas, which are not there when its values are read."""
    book = _open(content, data_only=False)
    rows = _list_rows(book, place)
    found = {
        (number, column) for number, row in rows for column, cell in enumerate(row, start=1) if cell.data_type == "f"
    }
    book.close()
    return found


def _has_no_value(cell: _Cell, *, is_formula: bool) -> bool:
    """Tell whether a cell holds an error, or a formula that nobody has computed; one that computes to "" is text."""
    return cell.data_type == "e" or (is_formula and cell.value is None and cell.data_type == "n")


def _write_row(row: Sequence[_Cell]) -> list[str]:
    """Return the cells of a row as text, without the empty ones behind the last; [] for a blank row."""
    cells = [
        "" if cell.data_type == "e" else write_cell(cell.value, cell.number_format if cell.data_type == "d" else "")
        for cell in row
    ]
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def get_letters(column: int) -> str:
    """Return the letters of a column, 1-based, as a spreadsheet names it: A, Z, AA."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
