"""Lists that others publish: their rows by the names of our columns, in whatever form and below whatever header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from data.records import Problem
from data.table.decoding import NotText
from data.table.headers import Header, find_header
from data.table.lines import read_lines
from data.table.sheets import SheetRow, shorten
from data.table.splitting import Line, split_csv

_REMEDY = (
    "Name the list as its office publishes it, as CSV or tab-separated text, with the line that names its columns."
)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The rows of a list, the columns that were found, how each is called there, and what is wrong with the rest."""

    name: str
    rows: tuple[SheetRow, ...] = ()
    columns: Mapping[str, str] | None = None  # as written, by the name it is known by; None where there is no header
    problems: tuple[Problem, ...] = ()

    def describe(self, line: int, column: str, value: str, message: str, remedy: str) -> Problem:
        """Name what is wrong with a cell, by the column's name in the list."""
        return Problem(self.name, line, (self.columns or {}).get(column, column), shorten(value), message, remedy)


class _Head(NamedTuple):
    """A column: the name it is known by, "" where it is not, and what it is called in the list."""

    name: str
    written: str


@dataclass(frozen=True, slots=True)
class _Headed:
    """Lines below their header; `first` is the first line of a file without one."""

    heads: tuple[_Head, ...]
    below: Sequence[Line]
    first: tuple[str, ...] = ()


def read_list(path: Path, aliases: Mapping[str, str], needed: Sequence[str]) -> PublishedList:
    """Read a list by the names that `aliases` knows, in one header line or in two that belong together; never raises.

    A column that is there twice takes its first filled cell; columns that are not known are left alone. Where the
    header lacks one of `needed`, there are no rows and one problem.
    """
    headed = _read_headed(path, aliases)
    if isinstance(headed, Problem):
        return PublishedList(path.name, problems=(headed,))
    names = {head.name for head in headed.heads}
    if lacking := [column for column in needed if column not in names]:
        called = (next(name for name, meant in aliases.items() if meant == column) for column in lacking)
        message = f"No line names the columns {', '.join(called)}."
        value = " ".join(head.written for head in headed.heads) or " ".join(headed.first)
        return PublishedList(path.name, problems=(_describe(path, None, value, message, _REMEDY),))
    width = len(headed.heads)
    long = [(number, cells) for number, cells in headed.below if "".join(cells[width:]).strip()]
    problems = [_tell_long(path, number, cells, width) for number, cells in long]
    rows = [SheetRow(line[0], _name_cells(headed.heads, line[1])) for line in headed.below if line not in long]
    written = {head.name: head.written for head in reversed(headed.heads) if head.name}
    return PublishedList(path.name, tuple(rows), written, tuple(problems))


def _tell_long(path: Path, number: int, cells: Sequence[str], width: int) -> Problem:
    message = f"The row has {len(cells)} cells, the header {width}, so it is left out."
    return _describe(path, number, " ".join(cells), message, "Put quotation marks round the cell that was parted.")


def _read_headed(path: Path, aliases: Mapping[str, str]) -> _Headed | Problem:
    """Read a file's lines and find its header; without one it has no names."""
    try:
        found = read_lines(path.read_bytes(), split_csv, (), aliases)
    except OSError as error:
        message = f"It cannot be read: {error.strerror}."
        return _describe(path, None, str(path), message, "Name a file that is there.")
    if isinstance(found, NotText):
        return _describe(path, found.line, found.found, found.message, found.remedy)
    lines, header = found.lines, found.header
    if header is None:
        return _Headed((), (), tuple(lines[0][1]) if lines else ())
    return _join_header(lines, header, aliases)


def _join_header(lines: Sequence[Line], header: Header, aliases: Mapping[str, str]) -> _Headed:
    """Join the line before or behind a header to it, if that names further columns and none that is named already."""
    heads, end = _read_heads(header, aliases), header.place + 1
    for place in (header.place - 1, header.place + 1):
        near = find_header([lines[place][1]], (), aliases) if 0 <= place < len(lines) else None
        others = _read_heads(near, aliases) if near else []
        new = {other.name for other in others} - {"", *(head.name for head in heads)}
        if len(new) > 1 and not any(head.name and other.name for head, other in zip(heads, others, strict=False)):
            pairs = zip_longest(heads, others, fillvalue=_Head("", ""))
            heads, end = [other if other.name else head for head, other in pairs], max(end, place + 1)
    return _Headed(tuple(heads), lines[end:])


def _read_heads(header: Header, aliases: Mapping[str, str]) -> list[_Head]:
    known = set(aliases.values())
    pairs = zip(header.names, header.written, strict=True)
    return [_Head(name if name in known else "", written) for name, written in pairs]


def _name_cells(heads: Sequence[_Head], cells: Sequence[str]) -> dict[str, str]:
    """Return a row's cells by column, of one that is there twice the first filled one."""
    named: dict[str, str] = {head.name: "" for head in heads if head.name}
    for head, cell in zip(heads, cells, strict=False):
        if head.name:
            named[head.name] = named[head.name] or cell.strip()
    return named


def _describe(path: Path, row: int | None, value: str, message: str, remedy: str) -> Problem:
    return Problem(path.name, row, None, shorten(value), message, remedy, whole_file=row is None)
