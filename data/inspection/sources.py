"""Sources: pages that several rows rest on, which have to be the same page of the same day in each."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.relations import find_code
from data.inspection.web_addresses import list_addresses
from data.inspection.words import is_slip
from data.places.gazetteer import find_place
from data.records import Place
from data.table.sheets import SheetRow

OLDEST_YEAR = 2010  # of a page that still says something of today
_OFTEN = 2  # cells in which an address stands before another is measured by it
_YEAR = re.compile("[0-9]{4}")
_SOURCES = (("source", "date"), ("source2", "date2"))
_LOOK = "Compare both with the page itself."


@dataclass(frozen=True, slots=True)
class _Named:
    """An address in a cell, without scheme, www. and a slash at the end."""

    file: InspectedFile
    row: SheetRow
    column: str
    prefecture: str
    address: str


def inspect_sources(files: InspectedFiles) -> Iterator[Told]:
    """Yield addresses that are cut off or nearly another, days that differ, pages of others and of long ago."""
    named = tuple(_list_named(files))
    yield from _find_cut(named)
    yield from _find_near(named)
    yield from _find_bare(files.list_all())
    for file in (files.associations, files.counters, files.department_names):
        yield from _find_long_ago(file)
    yield from _find_other_days((files.associations, files.counters))
    yield from _find_years_in_paths((files.associations, files.counters))
    yield from _find_pages_of_others((files.associations, files.counters))


def _list_named(files: InspectedFiles) -> Iterator[_Named]:
    for file in files.list_all():
        for row in () if file.is_lenient else file.rows:
            for column, kind in file.kinds.items():
                for address in list_addresses(row.cells[column]) if kind == "addresses" else ():
                    plain = re.sub(r"^https?://(www\.)?|/$", "", address)
                    yield _Named(file, row, column, find_code(row)[:2], plain)


def _find_cut(named: Iterable[_Named]) -> Iterator[Told]:
    """Yield an address that is another one of the prefecture up to the middle of a word."""
    together: dict[str, set[str]] = {}
    for one in named:
        together.setdefault(one.prefecture, set()).add(one.address)
    for one in named:
        for other in together[one.prefecture] if "/" in one.address else ():
            rest = other.removeprefix(one.address)
            if rest not in ("", other) and rest[0].isalnum() and one.address[-1].isalnum():
                message = f"{one.address} is the beginning of {other}, which stands nearby."
                yield one.file.tell(one.row, one.column, Oddity(message, _LOOK, notice=True))


def _find_bare(files: Sequence[InspectedFile]) -> Iterator[Told]:
    """Yield a source that ends with its host, or a folder of other sources, without the slash that a browser copies."""
    known = {
        address
        for file in files
        for row in file.rows
        for column in {"source", "source2"} & set(row.cells)
        for address in list_addresses(row.cells[column])
    }
    for file in files:
        for row in () if file.is_lenient else file.rows:
            for column in {"source", "source2"} & set(row.cells):
                for address in list_addresses(row.cells[column]):
                    is_bare = address.count("/") == 2 and address.startswith("http")
                    if is_bare or any(other.startswith(f"{address}/") for other in known):
                        message = f"{address} ends with its host or a folder: the page itself may be cut off."
                        yield file.tell(row, column, Oddity(message, "Copy the page's address.", notice=True))


def _find_near(named: Iterable[_Named]) -> Iterator[Told]:
    """Yield an address that stands once and is a slip away from one that several cells, or its own row, have."""
    pages = tuple(one for one in named if "/" in one.address)
    tally = Tally(one.address for one in pages)
    often = {address for address, times in tally.items() if times >= _OFTEN}
    rows: dict[tuple[str, int], list[_Named]] = {}
    for one in pages:
        rows.setdefault((one.file.name, one.row.line), []).append(one)
    for one in pages:
        near = {there.address for there in rows[one.file.name, one.row.line] if there.column != one.column}
        for other in (often | near) - {one.address} if tally[one.address] == 1 else ():
            if abs(len(other) - len(one.address)) <= 1 and is_slip(other, one.address):
                message = f"{one.address} is nearly {other}, which stands in another cell."
                yield one.file.tell(one.row, one.column, Oddity(message, _LOOK, notice=True))


def _find_long_ago(file: InspectedFile) -> Iterator[Told]:
    """Yield a year in which no page said what is still so."""
    for row in file.rows:
        for column in {"date", "date2", "year"} & set(row.cells):
            found = _YEAR.search(row.cells[column])
            if found and int(found[0]) < OLDEST_YEAR:
                message = f"{found[0]} is long ago for a page that is to say how things are."
                yield file.tell(row, column, Oddity(message, "Compare it with the page.", notice=True))


def _find_other_days(files: Iterable[InspectedFile]) -> Iterator[Told]:
    """Yield a source that has a day elsewhere and none here, or in another row of its file another day."""
    days: dict[str, list[tuple[InspectedFile, SheetRow, str]]] = {}
    for file in files:
        for row in file.rows:
            for source, date in _SOURCES:
                if row.cells.get(source):
                    days.setdefault(row.cells[source], []).append((file, row, date))
    for source, places in days.items():
        tally = Tally(row.cells[date] for _, row, date in places if row.cells[date] and "later" not in row.cells[date])
        usual = max(tally, key=lambda day: (tally[day], day), default="none")
        known = next((place for place in places if place[1].cells[place[2]] == usual), None)
        for file, row, date in places:
            day = row.cells[date]
            if known and day != usual and (not day or file is known[0]):
                message = f"{source} has the date {usual} in {known[0].name}, line {known[1].line}."
                yield file.tell(row, date, Oddity(message, _LOOK, notice=True))


def _find_years_in_paths(files: Iterable[InspectedFile]) -> Iterator[Told]:
    """Yield a year that is another than each that stands by itself in the path of the page."""
    for file in files:
        for row in file.rows:
            for source, date in _SOURCES:
                years = re.findall("(?<=/)20[0-9]{2}(?=/)", row.cells.get(source, ""))
                found = _YEAR.match(row.cells.get(date, ""))
                if years and found and found[0] not in years and "later" not in row.cells[date]:
                    message = f"The page's own address has {years[0]}."
                    yield file.tell(row, date, Oddity(message, _LOOK, notice=True))


def _find_pages_of_others(files: Iterable[InspectedFile]) -> Iterator[Told]:
    """Yield a source whose address names another place of these tables, and not its own."""
    places = {place for file in files for row in file.rows if (place := find_place(row.cells["code"]))}
    for file in files:
        for row in file.rows:
            own = find_place(row.cells["code"])
            for column in ("source", "source2"):
                if own and (other := _find_other(row.cells.get(column, ""), own, places)):
                    message = f"Its address names {other}; the row is about {own.ja}."
                    yield file.tell(row, column, Oddity(message, _LOOK, notice=True))


def _find_other(source: str, own: Place, places: set[Place]) -> str | None:
    """Return another city that an address names by its Japanese or its English name."""
    text = unquote(source)
    words = set(re.findall("[a-z]+", text.lower()))
    if own.ja in text or words & set(own.en.lower().split()):
        return None
    cities = (place for place in places if place.kind != "prefecture")
    return next((one.ja for one in cities if one.ja in text or one.en.lower().split()[0] in words), None)
