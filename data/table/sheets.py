"""Files of rows and columns: read as text, by column name, with line numbers and everything that is wrong in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from itertools import accumulate
from pathlib import Path

import pandas as pd

from data.records import Ending, Problem
from data.table.decoding import Decoded, decode_table
from data.table.headers import Header, find_header

_Line = tuple[int, list[str]]
_Splitter = Callable[[str], list[_Line]]
_SHOWN = 200
_BROKEN = (csv.Error, pd.errors.ParserError, pd.errors.EmptyDataError)
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]|"")*)"(?![^\t\n])')  # a whole cell, as spreadsheets quote it
_BREAK = "\r"  # stands for a line break within a cell while the lines are split; no other is left in a text


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a file."""

    line: int  # 1-based, blank lines counted
    cells: dict[str, str]  # by column name; as they stand in the file, without a spreadsheet's quotation marks


@dataclass(frozen=True, slots=True)
class Sheet:
    """The usable rows of a file and everything that is wrong with the rest."""

    rows: tuple[SheetRow, ...] = ()
    missing: tuple[str, ...] = ()  # columns that are not there
    problems: tuple[Problem, ...] = ()
    ending: Ending = "whole"


def read_sheet(
    path: Path,
    columns: tuple[str, ...],
    split: _Splitter,
    *,
    needed: tuple[str, ...] | None = None,
    optional: tuple[str, ...] = (),
    aliases: Mapping[str, str] | None = None,
) -> Sheet:
    """Read a file's rows by the names in its header, the line among the first that names most columns; never raises.

    The columns may stand in any order and be named as in `aliases`; others beside them are named and ignored; one that
    is missing is named (unless it is `optional`) and taken as empty. A row may end early, its last cells empty, after
    the cells in `needed` (without it: all of them). Where `split` finds no header, the other separators are tried.
    """
    decoded = _read_text(path)
    if isinstance(decoded, Problem):
        return Sheet(problems=(decoded,))
    told = [_tell(path, decoded.assumed, f"The file was read as {decoded.assumed}.", decoded.remedy)]
    notices = [*(told if decoded.assumed else [])]
    try:
        lines, header, separator = _find_lines(decoded.text, split, columns, aliases or {})
    except _BROKEN as error:
        message, remedy = "It cannot be parsed.", "Save it as plain text again."
        return Sheet(problems=(_describe(path, str(error), message, remedy, whole=True),))
    if header is None:
        message = f"The first line that is not blank must name the columns: {', '.join(columns)}."
        first, shown = (lines[0][0], " ".join(lines[0][1])) if lines else (None, "")
        return Sheet(problems=(_describe(path, shown, message, "Put the header line back.", row=first, whole=True),))
    if separator:
        notices.append(_tell(path, separator, f"The cells are parted by {separator}, and were read so.", _RESAVE))
    above, below = lines[: header.place], lines[header.place + 1 :]
    if above:
        shown = " / ".join(" ".join(cells).strip() for _, cells in above)
        message = "What stands above the header is no row and is not shown."
        notices.append(_tell(path, shown, message, "Delete it.", row=above[0][0]))
    line = lines[header.place][0]
    reached = max((header.names.index(name) + 1 for name in needed or columns if name in header.names), default=0)
    rows = [(number, _fit(cells, len(header.names), reached)) for number, cells in below]
    return Sheet(
        rows=tuple(SheetRow(n, _name_cells(header.names, columns, row)) for n, row in rows if row is not None),
        missing=tuple(name for name in columns if name not in (*header.names, *optional)),
        problems=(
            *notices,
            *_check_header(path, line, header, columns, optional, [row for _, row in rows if row is not None]),
            *_check_width(path, below, rows, len(header.names)),
        ),
        ending=_find_ending(decoded.text, below, len(header.names)),
    )


_RESAVE = "Nothing is lost; save it with the separator that its name promises."


def split_tsv(text: str) -> list[_Line]:
    """Split tab-separated text into numbered lines of cells; a row that runs over several counts as its first.

    A cell that a spreadsheet has put in quotation marks, for its comma, quotation mark or line break, loses them; any
    other quotation mark is text, so that a lone one swallows nothing.
    """
    joined = _QUOTED.sub(lambda cell: cell[0].replace("\n", _BREAK), text)
    lines = joined.split("\n")
    widths = [line.count("\t") + 1 for line in lines]
    frame = pd.read_csv(
        StringIO(joined, newline="\n"),
        sep="\t",
        header=None,
        names=range(max(widths)),
        index_col=False,
        dtype=str,
        keep_default_na=False,
        quoting=csv.QUOTE_NONE,
        skip_blank_lines=False,
        lineterminator="\n",
    )
    numbers = accumulate((1 + line.count(_BREAK) for line in lines), initial=1)
    return [
        (number, [_unquote(cell) for cell in row[:width]])
        for number, row, width in zip(numbers, frame.values.tolist(), widths, strict=False)
    ]


def split_csv(text: str, separator: str = ",") -> list[_Line]:
    """Split comma-separated text into numbered lines of cells; a row that runs over several counts as its last."""
    reader = csv.reader(StringIO(text), delimiter=separator)
    return [(reader.line_num, cells) for cells in reader]


def split_semicolons(text: str) -> list[_Line]:
    """Split text whose cells are parted by semicolons, as spreadsheets save CSV in much of Europe and Brazil."""
    return split_csv(text, ";")


_SEPARATORS: Mapping[str, _Splitter] = {"tabs": split_tsv, "commas": split_csv, "semicolons": split_semicolons}


def shorten(text: str) -> str:
    """Return the text, cut where it would drown the message it is quoted in."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _read_text(path: Path) -> Decoded | Problem:
    """Read a file's text, or say why it cannot be read."""
    try:
        decoded = decode_table(path.read_bytes())
    except FileNotFoundError:
        remedy = "Put it there, or correct MADOGUCHI_DATA."
        return _describe(path, str(path), "There is no such file.", remedy, whole=True)
    except OSError as error:
        message = f"It cannot be read: {error.strerror}."
        return _describe(path, str(path), message, "Make it a readable file.", whole=True)
    if isinstance(decoded, Decoded):
        return decoded
    return _describe(path, decoded.found, decoded.message, decoded.remedy, row=decoded.line, whole=True)


def _find_lines(
    text: str, split: _Splitter, columns: tuple[str, ...], aliases: Mapping[str, str]
) -> tuple[list[_Line], Header | None, str]:
    """Split a text into the lines that are not blank, and find the header; name the separator if it is another."""
    lines = _drop_blank(split(text))
    header = find_header([cells for _, cells in lines], columns, aliases)
    best = (lines, header, "")
    for name, other in _SEPARATORS.items():
        if other is not split and (best[1] is None or best[1].known < 2):
            try:
                lines = _drop_blank(other(text))
            except _BROKEN:
                continue
            header = find_header([cells for _, cells in lines], columns, aliases)
            if header and header.known > (best[1].known if best[1] else 1):
                best = (lines, header, name)
    return best


def _find_ending(text: str, lines: list[_Line], width: int) -> Ending:
    """Tell how a file ends: one that is half written ends without a line end, most often within a row."""
    if not lines or text.endswith("\n"):
        return "whole"
    return "cut" if len(lines[-1][1]) < width else "open"


def _drop_blank(lines: list[_Line]) -> list[_Line]:
    return [(number, cells) for number, cells in lines if "".join(cells).strip()]


def _unquote(cell: str) -> str:
    """Return a cell without the quotation marks that a spreadsheet has put round it."""
    quoted = _QUOTED.fullmatch(cell)
    return (quoted[1].replace('""', '"') if quoted else cell).replace(_BREAK, "\n")


def _fit(cells: list[str], width: int, reached: int) -> list[str] | None:
    """Return a row with as many cells as the header: empty ones at its end cut off or put there; None if that fails."""
    if len(cells) > width and not "".join(cells[width:]).strip():
        return cells[:width]
    if reached <= len(cells) < width:
        return cells + [""] * (width - len(cells))
    return cells if len(cells) == width else None


def _name_cells(header: tuple[str, ...], columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """Return a row's cells by column, a missing column's as empty."""
    return dict.fromkeys(columns, "") | {
        name: cell for name, cell in zip(header, cells, strict=True) if name in columns
    }


def _check_header(
    path: Path, line: int, header: Header, columns: tuple[str, ...], optional: tuple[str, ...], rows: list[list[str]]
) -> Iterator[Problem]:
    """Yield what is wrong with the column names."""
    names = header.names
    for name in columns:
        if name not in (*names, *optional):
            message, remedy = f"The column {name} is missing.", "Add it to every row; its cells may be empty."
            yield _describe(path, ", ".join(header.written), message, remedy, row=line, whole=True)
        elif names.count(name) > 1:
            yield _describe(path, name, "Several columns have this name; the last is used.", "Keep one.", row=line)
    for place, (name, written) in enumerate(zip(names, header.written, strict=True)):
        if name not in columns and (written or any(row[place].strip() for row in rows)):
            message = f"This column is not known and is ignored; known are {', '.join(columns)}."
            yield _tell(path, written, message, "Delete or rename it.", row=line)


def _check_width(
    path: Path, lines: list[_Line], fitted: list[tuple[int, list[str] | None]], width: int
) -> Iterator[Problem]:
    """Yield the rows whose cells do not match the header."""
    for (line, cells), (_, row) in zip(lines, fitted, strict=True):
        if row is None:
            message = f"The row has {len(cells)} cells, the header {width}, so the row is left out."
            yield _describe(path, " ".join(cells), message, "Add or delete separators; a cell may be empty.", row=line)


def _tell(path: Path, value: str, message: str, remedy: str, *, row: int | None = None) -> Problem:
    """Name what costs nothing."""
    return replace(_describe(path, value, message, remedy, row=row), fatal=False)


def _describe(
    path: Path, value: str, message: str, remedy: str, *, row: int | None = None, whole: bool = False
) -> Problem:
    return Problem(path.name, row, None, shorten(value), message, remedy, whole_file=whole)
