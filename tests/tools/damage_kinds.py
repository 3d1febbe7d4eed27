"""Kinds of damage to a cell of a table: what slips of hands, keyboards, spreadsheets and encodings do to it."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

# What looks like a sign and is another: of other scripts, of other widths, and what a word processor writes instead.
_LOOK_ALIKE = dict(zip("aceopxyiAEOKTl1I0-/.'\" ", "асеорхуіАЕОКТ1lIO–∕․’”\u00a0", strict=True))
_TYPEWRITTEN = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_SPACES = (" ", "\u3000", "\u00a0", "\u200b")


@dataclass(frozen=True, slots=True)
class Grid:
    """A file's header and rows of cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def list_filled(self) -> Iterator[tuple[int, int]]:
        """Yield row and column of each cell that is not empty."""
        for row, cells in enumerate(self.rows):
            yield from ((row, column) for column, cell in enumerate(cells) if cell.strip())

    def put(self, row: int, column: int, cell: str) -> Grid:
        """Return the grid with another cell."""
        cells = (*self.rows[row][:column], cell, *self.rows[row][column + 1 :])
        return replace(self, rows=(*self.rows[:row], cells, *self.rows[row + 1 :]))


_Edit = Callable[[str, random.Random], str]
Kind = Callable[[Grid, int, int, random.Random], Grid | None]


def _drop(cell: str, dice: random.Random) -> str:
    place = dice.randrange(len(cell))
    return cell[:place] + cell[place + 1 :]


def _double(cell: str, dice: random.Random) -> str:
    place = dice.randrange(len(cell))
    return cell[:place] + cell[place] + cell[place:]


def _transpose(cell: str, dice: random.Random) -> str:
    place = dice.randrange(max(len(cell) - 1, 1))
    return cell[:place] + cell[place : place + 2][::-1] + cell[place + 2 :]


def _mistype(cell: str, dice: random.Random) -> str:
    """Put another letter, digit or sign of the same kind in place of one."""
    place = dice.randrange(len(cell))
    kind = unicodedata.category(cell[place])
    like = [sign for sign in _SIGNS if unicodedata.category(sign) == kind and sign != cell[place]]
    return cell[:place] + dice.choice(like or ["x"]) + cell[place + 1 :]


def _misnumber(cell: str, dice: random.Random) -> str:
    places = [place for place, sign in enumerate(cell) if sign.isdecimal()]
    if not places:
        return cell
    place = dice.choice(places)
    return cell[:place] + dice.choice([digit for digit in "0123456789" if digit != cell[place]]) + cell[place + 1 :]


def _disguise(cell: str, dice: random.Random) -> str:
    places = [place for place, sign in enumerate(cell) if sign in _LOOK_ALIKE]
    if not places:
        return cell
    place = dice.choice(places)
    return cell[:place] + _LOOK_ALIKE[cell[place]] + cell[place + 1 :]


def _widen(cell: str, dice: random.Random) -> str:
    """Write one sign or all of the cell at full width."""
    if dice.random() < 0.5:
        return cell.translate(_TYPEWRITTEN)
    place = dice.randrange(len(cell))
    return cell[:place] + cell[place].translate(_TYPEWRITTEN) + cell[place + 1 :]


def _space(cell: str, dice: random.Random) -> str:
    place = dice.randrange(len(cell) + 1)
    return cell[:place] + dice.choice(_SPACES) + cell[place:]


def _truncate(cell: str, dice: random.Random) -> str:
    return cell[: dice.randrange(1, max(len(cell), 2))]


def _garble(cell: str, _dice: random.Random) -> str:
    """Read UTF-8 as another encoding, as a program that guesses does."""
    return cell.encode().decode("cp1252", "replace")


_SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./:,_日本語教室外国人相談市県区町村センタ会館"


def _edit(edit: _Edit) -> Kind:
    def damage(grid: Grid, row: int, column: int, dice: random.Random) -> Grid:
        return grid.put(row, column, edit(grid.rows[row][column], dice))

    return damage


def _empty(grid: Grid, row: int, column: int, _dice: random.Random) -> Grid:
    return grid.put(row, column, "")


def _swap_columns(grid: Grid, row: int, column: int, dice: random.Random) -> Grid | None:
    other = column + dice.choice((-1, 1))
    if not 0 <= other < len(grid.header):
        return None
    return grid.put(row, column, grid.rows[row][other]).put(row, other, grid.rows[row][column])


def _swap_rows(grid: Grid, row: int, column: int, dice: random.Random) -> Grid | None:
    other = row + dice.choice((-1, 1))
    if not 0 <= other < len(grid.rows):
        return None
    return grid.put(row, column, grid.rows[other][column]).put(other, column, grid.rows[row][column])


KINDS: Mapping[str, Kind] = {
    "dropped": _edit(_drop),
    "doubled": _edit(_double),
    "transposed": _edit(_transpose),
    "mistyped": _edit(_mistype),
    "wrong digit": _edit(_misnumber),
    "look-alike": _edit(_disguise),
    "full-width": _edit(_widen),
    "space": _edit(_space),
    "truncated": _edit(_truncate),
    "garbled": _edit(_garble),
    "emptied": _empty,
    "swapped with a column": _swap_columns,
    "swapped with a row": _swap_rows,
}
