"""Notes beside the table: files of which each row is about one city (or a prefecture), by its code and its name.

All such files (corrections.csv, associations.csv …) are read by the same steps: cells that a person or a spreadsheet
wrote otherwise are mended and told, rows with a fault are named and left out, the others become records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar, get_args

from data.places.codes import read_code
from data.places.gazetteer import find_place, identify_places
from data.records import FieldName, Problem
from data.table.sheets import SheetRow, name_columns, read_sheet, shorten
from data.table.variants import get_splitter

FIELDS: Mapping[str, FieldName] = {field: field for field in get_args(FieldName)}


class Note(Protocol):
    """A record of such a file; `row` is its line, 1-based."""

    @property
    def code(self) -> str:
        """The code of its city."""

    @property
    def row(self) -> int | None:
        """The line it stands on."""


Record = TypeVar("Record", bound=Note)


@dataclass(frozen=True, slots=True)
class Mending:
    """A column whose cells may be written otherwise: how they are read (None: not at all), and what a person is told.

    `remedy` holds {value}, the cell as it should be.
    """

    column: str
    read: Callable[[str], str | None]
    remedy: str


@dataclass(frozen=True, slots=True)
class NoteFile(Generic[Record]):
    """How such a file is read: columns, those of a few allowed words, what is mended, what faults a row can have."""

    columns: tuple[str, ...]
    worded: tuple[str, ...]
    check: Callable[[str, SheetRow], Iterator[Problem]]
    make: Callable[[SheetRow], Record]
    mendings: tuple[Mending, ...] = ()
    optional: tuple[str, ...] = ()  # columns that may be missing; their cells are then empty
    aliases: Mapping[str, str] = field(default_factory=dict)  # what else columns may be called


_CODE = Mending("code", read_code, "Write {value}; format the column as text, since a spreadsheet drops leading zeros.")


def read_notes(path: Path, kind: NoteFile[Record]) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Read the records of a file and what is wrong with the rest of it; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    columns = (*kind.columns, *kind.optional)
    splitter = get_splitter(path)
    sheet = read_sheet(path, columns, splitter, needed=kind.columns, optional=kind.optional, aliases=kind.aliases)
    if sheet.missing:
        return (), sheet.problems
    mendings = (_CODE, *kind.mendings)
    rows = [_mend(row, mendings, kind.worded) for row in sheet.rows]
    checked = [(row, (*_check_place(path.name, row), *kind.check(path.name, row))) for row in rows]
    records = tuple(kind.make(row) for row, problems in checked if not problems)
    told = (*_tell_mended(path.name, sheet.rows, rows, mendings), *(one for _, problems in checked for one in problems))
    return records, (*sheet.problems, *name_columns(told, sheet))


def check_words(file: str, row: SheetRow, column: str, allowed: Sequence[str]) -> Iterator[Problem]:
    """Yield a cell that holds none of the words allowed there."""
    if row.cells[column] not in allowed:
        message = f"Allowed are {', '.join(allowed)}."
        yield Problem(file, row.line, column, shorten(row.cells[column]), message, "Write one of them.", fatal=False)


def check_filled(file: str, row: SheetRow, columns: Sequence[str], told: str) -> Iterator[Problem]:
    """Yield the empty ones of cells that are needed; `told` is what a reader is told of them."""
    for column in columns:
        if not row.cells[column].strip():
            message = f"It must not be empty: a reader is told {told}."
            yield Problem(file, row.line, column, "", message, "Fill it in.", fatal=False)


def check_listed(file: str, note: Note, listed: Mapping[str, object], unused: str) -> Iterator[Problem]:
    """Yield a note about a city that is not in the table; `unused` says what becomes of it."""
    if note.code not in listed:
        message = f"The city is not in the table, so this {unused}."
        yield Problem(file, note.row, "code", note.code, message, "Delete the row, or correct the code.", fatal=False)


def _mend(row: SheetRow, mendings: Sequence[Mending], worded: Sequence[str]) -> SheetRow:
    """Return a row with its cells as they should be, words in lower case; what cannot be read stays."""
    words = {column: row.cells[column].strip().lower() for column in worded}
    mended = {
        mending.column: mending.read(row.cells[mending.column]) or row.cells[mending.column] for mending in mendings
    }
    return replace(row, cells=row.cells | words | mended)


def _tell_mended(
    file: str, before: Sequence[SheetRow], after: Sequence[SheetRow], mendings: Sequence[Mending]
) -> Iterator[Problem]:
    """Yield what mended cells were read as; nobody need act, but a wrong guess must be seen."""
    for mending in mendings:
        for old, new in zip(before, after, strict=True):
            cell, value = old.cells[mending.column], new.cells[mending.column]
            if cell.strip() != value:
                remedy = mending.remedy.format(value=value)
                yield Problem(
                    file, new.line, mending.column, shorten(cell), f"It was read as {value}.", remedy, fatal=False
                )


def _check_place(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what is wrong with the code and the city of a row: they must mean the same place."""
    code, city = row.cells["code"], row.cells["city"]
    place = find_place(code)
    if place is None:
        message = "No place has this code; six digits are needed, the last of which is a check digit."
        yield Problem(file, row.line, "code", shorten(code), message, "Copy it from the map's city.", fatal=False)
    elif place not in identify_places(place.prefecture, city):
        message = f"The code {place.code} is {place.ja} ({place.en})."
        yield Problem(file, row.line, "city", shorten(city), message, "Correct the city or the code.", fatal=False)
