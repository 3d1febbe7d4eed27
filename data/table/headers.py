"""The line of a file that names its columns, wherever it stands and however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SEARCHED = 20  # lines; titles and notes above a header are few


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its place among the lines, its columns by the name they are known by, and as they are written."""

    place: int
    names: tuple[str, ...]
    written: tuple[str, ...]
    known: int  # how many of the columns asked for it names


def find_header(lines: Sequence[Sequence[str]], columns: Sequence[str], aliases: Mapping[str, str]) -> Header | None:
    """Return the first of the lines that names most of the columns; None if none of the first twenty names any.

    Letters' case and width, spaces and marks make no difference: "e-mail", "Ｅメール" and "E‑Mail" are one name.
    """
    meanings = {fold_column(name): column for name, column in aliases.items()} | {
        fold_column(column): column for column in columns
    }
    headers = [_read_header(place, cells, meanings) for place, cells in enumerate(lines[:_SEARCHED])]
    best = max(headers, key=lambda header: header.known, default=None)
    return best if best and best.known else None


def fold_column(name: str) -> str:
    """Return what two ways to write a column's name have in common."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).casefold())


def _read_header(place: int, cells: Sequence[str], meanings: Mapping[str, str]) -> Header:
    written = [cell.strip() for cell in cells]
    while written and not written[-1]:
        written.pop()
    names = tuple(meanings.get(fold_column(cell), " ".join(cell.split())) for cell in written)
    return Header(place, names, tuple(written), len(set(names) & set(meanings.values())))
