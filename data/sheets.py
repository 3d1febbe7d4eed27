"""Files of rows and columns: read as text, by column name, with line numbers and everything that is wrong in them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pandas as pd

from data.records import Problem

_Line = tuple[int, list[str]]
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a file."""

    line: int  # 1-based, blank lines counted
    cells: dict[str, str]  # by column name; exactly as they stand in the file


@dataclass(frozen=True, slots=True)
class Sheet:
    """The usable rows of a file and everything that is wrong with the rest."""

    rows: tuple[SheetRow, ...] = ()
    missing: tuple[str, ...] = ()  # columns that are not there
    problems: tuple[Problem, ...] = ()


def read_sheet(path: Path, columns: tuple[str, ...], split: Callable[[str], list[_Line]]) -> Sheet:
    """Read a file's rows by the names in its first line that is not blank; never raises.

    The columns may stand in any order; others beside them are named and ignored; one that is missing is named and taken
    as empty. A row with too many or too few cells is named and left out.
    """
    text = _read_text(path)
    if isinstance(text, Problem):
        return Sheet(problems=(text,))
    try:
        lines = [(number, cells) for number, cells in split(text) if "".join(cells).strip()]
    except (csv.Error, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        return Sheet(problems=(_describe(path, str(error), "It cannot be parsed.", "Save it as plain text again."),))
    first, header = lines[0] if lines else (None, [])
    header = [name.strip() for name in header]
    if not set(columns) & set(header):
        message = f"The first line that is not blank must name the columns: {', '.join(columns)}."
        return Sheet(problems=(_describe(path, " ".join(header), message, "Put the header line back.", row=first),))
    return Sheet(
        rows=tuple(SheetRow(n, _name_cells(header, columns, row)) for n, row in lines[1:] if len(row) == len(header)),
        missing=tuple(name for name in columns if name not in header),
        problems=(*_check_header(path, lines[0][0], header, columns), *_check_width(path, lines[1:], len(header))),
    )


def split_tsv(text: str) -> list[_Line]:
    """Split tab-separated text, in which quotation marks are text like any other, into numbered lines of cells."""
    lines = text.split("\n")
    widths = [line.count("\t") + 1 for line in lines]
    frame = pd.read_csv(
        StringIO(text),
        sep="\t",
        header=None,
        names=range(max(widths)),
        index_col=False,
        dtype=str,
        keep_default_na=False,
        quoting=csv.QUOTE_NONE,
        skip_blank_lines=False,
    )
    return [
        (number, row[:width])
        for number, (row, width) in enumerate(zip(frame.values.tolist(), widths, strict=False), start=1)
    ]


def split_csv(text: str) -> list[_Line]:
    """Split comma-separated text into numbered lines of cells; a row that runs over several counts as its last."""
    reader = csv.reader(StringIO(text))
    return [(reader.line_num, cells) for cells in reader]


def shorten(text: str) -> str:
    """Return the text, cut where it would drown the message it is quoted in."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _read_text(path: Path) -> str | Problem:
    """Read a file as UTF-8, a byte order mark or not, any line ends; or say why it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return _describe(path, str(path), "There is no such file.", "Put it there, or correct MADOGUCHI_DATA.")
    except OSError as error:
        return _describe(path, str(path), f"It cannot be read: {error.strerror}.", "Make it a readable file.")
    except UnicodeDecodeError as error:
        found = repr(error.object[error.start : error.start + 8])
        return _describe(path, found, f"Byte {error.start} is not UTF-8.", "Save the file as UTF-8.")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return _describe(path, "\0", "NUL characters have no place in a text file.", "Save it as UTF-8 text.", row=line)
    return text


def _name_cells(header: list[str], columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """Return a row's cells by column, a missing column's as empty."""
    return dict.fromkeys(columns, "") | {
        name: cell for name, cell in zip(header, cells, strict=True) if name in columns
    }


def _check_header(path: Path, line: int, header: list[str], columns: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong with the column names."""
    for name in columns:
        if name not in header:
            message, remedy = f"The column {name} is missing.", "Add it to every row; its cells may be empty."
            yield _describe(path, ", ".join(header), message, remedy, row=line)
        elif header.count(name) > 1:
            yield _describe(path, name, "Several columns have this name; the last is used.", "Keep one.", row=line)
    for name in header:
        if name not in columns:
            message = f"This column is not known and is ignored; known are {', '.join(columns)}."
            yield replace(_describe(path, name, message, "Delete or rename it.", row=line), fatal=False)


def _check_width(path: Path, lines: list[_Line], width: int) -> Iterator[Problem]:
    """Yield the rows whose cells do not match the header."""
    for line, cells in lines:
        if len(cells) != width:
            message = f"The row has {len(cells)} cells, the header {width}, so the row is left out."
            yield _describe(path, " ".join(cells), message, "Add or delete separators; a cell may be empty.", row=line)


def _describe(path: Path, value: str, message: str, remedy: str, *, row: int | None = None) -> Problem:
    return Problem(path.name, row, None, shorten(value), message, remedy)
