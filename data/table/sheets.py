"""Files of rows and columns: read as text, by column name, with line numbers and everything that is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.records import Ending, Problem
from data.table.headers import Header, fold_column
from data.table.lines import FileLines, read_lines
from data.table.splitting import Line, Splitter

_SHOWN = 200


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
    header_line: int | None = None  # 1-based; None where there is no header
    headings: Mapping[str, str] = field(default_factory=dict)  # how the file writes the columns' names, by column


def read_sheet(
    path: Path,
    columns: tuple[str, ...],
    split: Splitter,
    *,
    needed: tuple[str, ...] | None = None,
    optional: tuple[str, ...] = (),
    aliases: Mapping[str, str] | None = None,
) -> Sheet:
    """Read a file's rows by the names in its header, the line among the first that names most columns; never raises.

    The columns may stand in any order and be named as in `aliases`; others beside them are named and ignored; one that
    is missing is named (unless it is `optional`) and taken as empty. A row may end early, its last cells empty, after
    the cells in `needed` (without it: all of them). Where `split` finds no header, the other separators are tried; a
    workbook (.xlsx) is read whatever the file is called.
    """
    found = _read_file(path, columns, split, aliases or {})
    if isinstance(found, Problem):
        return Sheet(problems=(found,))
    notices = [_tell(path, one.found, one.message, one.remedy) for one in found.assumed]
    if found.sheet and path.suffix.lower() != ".xlsx":
        message = f"This is an Excel workbook. Its sheet {found.sheet} was read."
        notices.append(_tell(path, path.name, message, "Nothing is lost; save it as the text that its name promises."))
    lines, header = found.lines, found.header
    if header is None:
        message = f"The first line that is not blank must name the columns: {', '.join(columns)}."
        first, shown = (lines[0][0], " ".join(lines[0][1])) if lines else (None, "")
        return Sheet(problems=(_describe(path, shown, message, "Put the header line back.", row=first, whole=True),))
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
        ending=found.ending,
        header_line=line,
        headings=dict(zip(header.names, header.written, strict=True)),
    )


def name_columns(problems: Iterable[Problem], sheet: Sheet) -> tuple[Problem, ...]:
    """Return problems with their columns named as in the file, where that is otherwise: 曜日 (weekdays)."""
    names = {
        column: f"{written} ({column})"
        for column, written in sheet.headings.items()
        if fold_column(written) != fold_column(column)
    }
    return tuple(replace(one, column=names.get(one.column or "", one.column)) for one in problems)


def shorten(text: str) -> str:
    """Return the text, cut where it would drown the message it is quoted in."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _read_file(
    path: Path, columns: tuple[str, ...], split: Splitter, aliases: Mapping[str, str]
) -> FileLines | Problem:
    """Read a file's lines, or say why it cannot be read."""
    try:
        found = read_lines(path.read_bytes(), split, columns, aliases)
    except FileNotFoundError:
        remedy = "Put it there, or correct MADOGUCHI_DATA."
        return _describe(path, str(path), "There is no such file.", remedy, whole=True)
    except OSError as error:
        message = f"It cannot be read: {error.strerror}."
        return _describe(path, str(path), message, "Make it a readable file.", whole=True)
    if isinstance(found, FileLines):
        return found
    return _describe(path, found.found, found.message, found.remedy, row=found.line, whole=True)


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
    path: Path, lines: Sequence[Line], fitted: list[tuple[int, list[str] | None]], width: int
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
