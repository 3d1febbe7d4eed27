"""Gaps: cells that are empty, or hold what belongs into another column, as the other cells of their row show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.hosts import is_office_of
from data.inspection.web_addresses import list_addresses, list_hosts
from data.places.gazetteer import find_place
from data.table.sheets import SheetRow

_DAYS = re.compile(r"(?<![0-9])20[0-3][0-9]([/-]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12][0-9]|3[01])(?![0-9])")
_SOURCES = (("source", "date"), ("source2", "date2"))
_CLASSES = "class"
# Words that a column of few has, and no other column
_WORDED: Mapping[str, frozenset[str]] = {
    "language_notes": frozenset(("by day", "more", "interpreting", "easy Japanese")),
    "closed": frozenset(("holidays", "New Year")),
    "offers": frozenset(("consultation", "classes", "class list", "learning support")),
    "phone_kind": frozenset(("yes", "may have changed", "office line")),
    "sure": frozenset(("good", "fair", "poor")),
}
_FREE = ("name", "name_en", "address", "note", "hours", "other_address", "source", "source2")


def inspect_gaps(files: InspectedFiles) -> Iterator[Told]:
    """Yield what a row of an office lacks, though its other cells or files say that there is something."""
    own = {row.cells["code"]: _list_sites(row, "url") for row in files.associations.rows}
    for file in (files.associations, files.counters):
        for row in file.rows:
            yield from (file.tell(row, column, found) for column, found in _find_in_both(row))
    for row in files.counters.rows:
        found = _find_in_counter(row, own.get(row.cells["code"], frozenset()))
        yield from (files.counters.tell(row, column, oddity) for column, oddity in found)
    yield from _find_classes_not_offered(files.associations, files.portals)


_Found = Iterator[tuple[str, Oddity]]


def _find_in_both(row: SheetRow) -> _Found:
    """Yield a day that stands in the page's address alone, and words and addresses in a column of something else."""
    for source, date in _SOURCES:
        addresses = list_addresses(row.cells.get(source, ""))
        found = _DAYS.search(addresses[0]) if len(addresses) == 1 else None
        if found and not row.cells[date]:
            yield (
                date,
                Oddity(f"The page's own address has {found[0]}.", "Fill it in, if it is the page's day.", notice=True),
            )
    if (note := row.cells.get("note", "")) and note[-1] not in ".!?)。":
        yield "note", Oddity("It ends without a full stop: the rest may be missing.", "End the sentence.", notice=True)
    for column in _FREE:
        parts = {part.strip() for part in row.cells.get(column, "").split(";")} - {""}
        owner = next((owner for owner, words in _WORDED.items() if owner in row.cells and parts and parts <= words), "")
        if owner:
            yield column, Oddity(f"It holds words of the column {owner}.", "Move them there.")
        elif column in {"name", "name_en", "address", "note", "hours"} and list_addresses(row.cells.get(column, "")):
            yield column, Oddity("It holds a web address.", "Move it to the column url or source.")


def _find_in_counter(row: SheetRow, association: frozenset[str]) -> _Found:
    """Yield a page, a day or languages that are missing though they must be known."""
    cells, place = row.cells, find_place(row.cells["code"])
    hosts = _list_sites(row, "source") | _list_sites(row, "source2")
    if place and not cells["url"]:
        official = next((host for host in sorted(hosts) if host in association or is_office_of(host, place)), None)
        if official:
            message = f"There is no page, though a source stands on {official}, a site of the office itself."
            yield "url", Oddity(message, "Fill in the page, or that site.")
    if not cells["date"] and not cells["date2"]:
        yield (
            "date",
            Oddity("No source has a date, so nobody knows how old this is.", "Fill in the page's date.", notice=True),
        )
    if cells["days"] and not cells["hours"] and (cells["sure"] == "good" or cells["closed"]):
        yield "hours", Oddity("Its days are known, and no hours.", "Fill them in, if the source has them.", notice=True)
    notes = {note.strip() for note in cells["language_notes"].split(";")}
    if "by day" in notes and "more" not in notes and not cells["languages"]:
        yield "languages", Oddity("Which languages depends on the day, and none is named.", "Name them.", notice=True)


def _list_sites(row: SheetRow, column: str) -> frozenset[str]:
    return frozenset(host.removeprefix("www.") for host in list_hosts(row.cells[column]))


def _find_classes_not_offered(associations: InspectedFile, portals: InspectedFile) -> Iterator[Told]:
    """Yield associations on whose site a list of classes stands, by portals.csv, and that offer none."""
    lists = {site for row in portals.rows if row.cells["kind"] == "classes" for site in _list_sites(row, "url")}
    for row in associations.rows:
        if (sites := _list_sites(row, "url") & lists) and _CLASSES not in row.cells["offers"]:
            message = f"portals.csv has a list of classes at {min(sites)}, and none is offered here."
            yield associations.tell(
                row, "offers", Oddity(message, "Write class list, or classes, if its page does.", notice=True)
            )
