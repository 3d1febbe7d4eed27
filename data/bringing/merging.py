"""Brought rows beside those that a table has: which are new, which change a cell, which say nothing new."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Cells = Mapping[str, str]  # of a row, by column


@dataclass(frozen=True, slots=True)
class Target:
    """A table that rows are brought into.

    `headings` are the columns' Japanese names, for a file that has such; `match` tells how surely a row of the table is
    the brought one (0: not), `combine` which of its cells the row then gets, `mean` what a cell means, by column: where
    that is the same, nothing changes.
    """

    columns: tuple[str, ...]
    aliases: Mapping[str, str]
    headings: Mapping[str, str]
    match: Callable[[Cells, Cells], int]
    combine: Callable[[Cells, Cells], Cells]
    mean: Callable[[str, str], object]


@dataclass(frozen=True, slots=True)
class Brought:
    """A row that a list gives: its cells, from which lines of the list, and what a person should know of it."""

    cells: Cells
    lines: tuple[int, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that becomes another."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """What becomes of a table by a brought row; `place` counts the table's rows from 0, None for a new one."""

    kind: Literal["added", "changed", "unchanged"]
    brought: Brought
    cells: Cells
    place: int | None = None
    differences: tuple[CellChange, ...] = ()


def compare_rows(rows: Sequence[Cells], brought: Sequence[Brought], target: Target) -> tuple[RowChange, ...]:
    """Tell what each brought row changes in a table's rows; a row of the table is changed by one of them at most."""
    pairs = [
        (-surely, number, place)
        for number, one in enumerate(brought)
        for place, row in enumerate(rows)
        if (surely := target.match(row, one.cells))
    ]
    places: dict[int, int] = {}
    for _, number, place in sorted(pairs):
        if number not in places and place not in places.values():
            places[number] = place
    return tuple(
        _compare(places[number], rows[places[number]], one, target)
        if number in places
        else RowChange("added", one, one.cells)
        for number, one in enumerate(brought)
    )


def _compare(place: int, row: Cells, brought: Brought, target: Target) -> RowChange:
    combined = target.combine(row, brought.cells)
    differences = tuple(
        CellChange(column, row.get(column, ""), combined[column])
        for column in target.columns
        if column in combined and not _is_alike(column, row.get(column, ""), combined[column], target)
    )
    cells = {**row, **{difference.column: difference.new for difference in differences}}
    return RowChange("changed" if differences else "unchanged", brought, cells, place, differences)


def _is_alike(column: str, old: str, new: str, target: Target) -> bool:
    return fold_cell(old) == fold_cell(new) or (
        bool(old.strip()) and target.mean(column, old) == target.mean(column, new) is not None
    )


def fold_cell(text: str) -> str:
    """Return what two ways to write a cell have in common: width of letters, white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
