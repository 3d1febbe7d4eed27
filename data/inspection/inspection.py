"""Everything that is odd in the tables that people edit, cell by cell, row by row and between the files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.folder import DataFiles
from data.inspection.belonging import inspect_belonging
from data.inspection.cells import InspectedFile, Kind, Oddity, Told, read_files
from data.inspection.courses import inspect_courses
from data.inspection.gaps import inspect_gaps
from data.inspection.office_names import inspect_names
from data.inspection.offices import inspect_offices
from data.inspection.relations import find_code, inspect_relations
from data.inspection.signs import find_odd_signs
from data.inspection.sources import inspect_sources
from data.inspection.web_addresses import find_odd_addresses
from data.inspection.words import find_odd_japanese, find_odd_words


def inspect_tables(files: DataFiles, portals: Path) -> tuple[Told, ...]:
    """Return what is odd in the files, each finding once. Never raises."""
    inspected = read_files(files, portals)
    found = (
        *(told for file in inspected.list_all() for told in _inspect_cells(file)),
        *inspect_offices(inspected),
        *inspect_relations(inspected),
        *inspect_belonging(inspected),
        *inspect_names(inspected),
        *inspect_gaps(inspected),
        *inspect_sources(inspected),
        *inspect_courses(inspected.classes),
    )
    return tuple(dict.fromkeys(found))


def _inspect_cells(file: InspectedFile) -> Iterator[Told]:
    for row in file.rows:
        code = find_code(row)
        for column, kind in file.kinds.items():
            if text := row.cells[column]:
                yield from (file.tell(row, column, finding) for finding in _inspect_text(text, kind, code))


@cache
def _inspect_text(text: str, kind: Kind, code: str) -> tuple[Oddity, ...]:
    """Return what is odd about a text of its kind in a row about a place."""
    return tuple(_find_odd(text, kind, code))


def _find_odd(text: str, kind: Kind, code: str) -> Iterator[Oddity]:
    yield from find_odd_signs(text, kind)
    if kind == "addresses":
        yield from find_odd_addresses(text, code)
        yield from find_odd_words(_drop_addresses(text), is_prose=True)
    elif kind == "English":
        yield from find_odd_words(text, is_prose=True)
    elif kind == "e-mail":
        yield from find_odd_words(text.replace("[at]", " "), is_prose=False)
    elif kind == "Japanese":
        yield from find_odd_words(text, is_prose=False)
        yield from find_odd_japanese(text, code[:2])


def _drop_addresses(text: str) -> str:
    return " ".join(token for token in text.split() if ":/" not in token)
