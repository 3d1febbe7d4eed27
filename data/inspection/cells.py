"""Cells of the tables that people edit, as they stand in the files, and what kind of text each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from data.folder import DataFiles, choose_variant
from data.portals import COLUMNS as PORTAL_COLUMNS
from data.records import Problem
from data.table.associations import ASSOCIATIONS
from data.table.confirmations import CHECKS
from data.table.corrections import CORRECTIONS
from data.table.counters import COUNTERS
from data.table.course_columns import COLUMNS as COURSE_COLUMNS
from data.table.courses import read_shown_rows
from data.table.department_names import DEPARTMENT_NAMES
from data.table.sheets import SheetRow, read_sheet, shorten
from data.table.splitting import split_tsv
from data.table.table_columns import ALIASES, CITY, FIELD_COLUMNS, NUMBER, PREFECTURE
from data.table.table_columns import COLUMNS as CITY_COLUMNS
from data.table.variants import get_splitter

# "sign": digits, words and forms with own rules; "free": a text that others write as they like
Kind = Literal["English", "Japanese", "addresses", "e-mail", "sign", "free"]

CITIES: Mapping[str, Kind] = {
    NUMBER: "sign",
    PREFECTURE: "English",
    CITY: "English",
    FIELD_COLUMNS["department"]: "English",
    FIELD_COLUMNS["website"]: "addresses",
    FIELD_COLUMNS["email"]: "e-mail",
    FIELD_COLUMNS["class"]: "addresses",
}
_NOTES: Mapping[str, Kind] = {
    "city": "Japanese",
    "name": "Japanese",
    "name_en": "English",
    "name_ja": "Japanese",
    "address": "Japanese",
    "note": "English",
    "department": "English",
    "reason": "English",
    "role": "English",
    "evidence": "English",
    "hours": "English",
    "url": "addresses",
    "source": "addresses",
    "source2": "addresses",
}


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is odd about a cell, and what to do; one that cannot be a slip for certain is worth a look, no more."""

    message: str
    remedy: str
    notice: bool = False


@dataclass(frozen=True, slots=True)
class InspectedFile:
    """A file's rows, and what its columns hold; what is odd in a `lenient` one is worth a look, no more."""

    name: str
    rows: tuple[SheetRow, ...]
    kinds: Mapping[str, Kind]
    is_lenient: bool = False

    def tell(self, row: SheetRow, column: str, finding: Oddity) -> Told:
        """Return a finding about a cell of a row."""
        problem = Problem(
            self.name, row.line, column, shorten(row.cells[column]), finding.message, finding.remedy, fatal=False
        )
        return Told(problem, finding.notice or self.is_lenient)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its place; a notice does not make the check fail."""

    problem: Problem
    notice: bool


@dataclass(frozen=True, slots=True)
class InspectedFiles:
    """All files that people edit, but the coordinates, which geocache looks after."""

    cities: InspectedFile
    corrections: InspectedFile
    checks: InspectedFile
    department_names: InspectedFile
    associations: InspectedFile
    counters: InspectedFile
    portals: InspectedFile
    classes: InspectedFile

    def list_all(self) -> tuple[InspectedFile, ...]:
        """List them, the table first."""
        return (
            self.cities,
            self.corrections,
            self.checks,
            self.department_names,
            self.associations,
            self.counters,
            self.portals,
            self.classes,
        )


def read_files(files: DataFiles, portals: Path) -> InspectedFiles:
    """Read the usable rows of each file; one that is not there has none. Never raises."""
    table = read_sheet(files.cities, CITY_COLUMNS, split_tsv, needed=(PREFECTURE, CITY), aliases=ALIASES)
    return InspectedFiles(
        cities=InspectedFile(files.cities.name, table.rows, CITIES),
        corrections=_read_file(files.corrections, CORRECTIONS.columns),
        checks=_read_file(files.checks, (*CHECKS.columns, *CHECKS.optional)),
        department_names=_read_file(files.department_names, DEPARTMENT_NAMES.columns),
        associations=_read_file(files.associations, ASSOCIATIONS.columns),
        counters=_read_file(choose_variant(files.counters), COUNTERS.columns, COUNTERS.aliases),
        portals=_read_file(portals, PORTAL_COLUMNS),
        classes=_read_classes(files.classes),
    )


def _read_classes(path: Path) -> InspectedFile:
    """Read the classes, without what must not be shown; cities and teachers write them, each in their own way."""
    kinds: dict[str, Kind] = {column: "addresses" if column == "url" else "free" for column in COURSE_COLUMNS}
    return InspectedFile(choose_variant(path).name, read_shown_rows(path), kinds, is_lenient=True)


def _read_file(path: Path, columns: tuple[str, ...], aliases: Mapping[str, str] | None = None) -> InspectedFile:
    rows = read_sheet(path, columns, get_splitter(path), aliases=aliases).rows if path.exists() else ()
    return InspectedFile(path.name, rows, {column: _NOTES.get(column, "sign") for column in columns})
