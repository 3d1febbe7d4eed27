"""Rows of associations.csv and counters.csv, whose cells vouch for each other (what they must be: data/SOURCES.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.hosts import find_odd_host
from data.inspection.opening import find_odd_closing, find_odd_days, find_odd_hours
from data.inspection.phones import find_odd_phones
from data.inspection.web_addresses import list_addresses, list_hosts
from data.inspection.words import list_names
from data.places.addresses import read_address
from data.places.gazetteer import find_place, list_prefectures
from data.records import Place
from data.table.links import is_plain_host
from data.table.sheets import SheetRow

GOOD_YEAR, FAIR_YEAR = 2023, 2021  # a counter's pages are of that year or later
_YEAR = re.compile(r"(?<![0-9])(20[0-3][0-9])(?:[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])")
_LOOK = "Compare the row with its source."


def inspect_offices(files: InspectedFiles) -> Iterator[Told]:
    """Yield what contradicts itself within a row of associations.csv or counters.csv."""
    for file in (files.associations, files.counters):
        for row in file.rows:
            place = find_place(row.cells["code"])
            if place:
                yield from (file.tell(row, column, found) for column, found in _find_in_both(row, place))
    for row in files.associations.rows:
        yield from _tell(files.associations, row, _find_in_association(row))
    for row in files.counters.rows:
        yield from _tell(files.counters, row, _find_in_counter(row))
    for file in (files.associations, files.counters):
        yield from _find_order(file)


_Found = Iterator[tuple[str, Oddity]]


def _tell(file: InspectedFile, row: SheetRow, found: _Found) -> Iterator[Told]:
    return (file.tell(row, column, finding) for column, finding in found)


def _find_in_both(row: SheetRow, place: Place) -> _Found:
    """Yield names of another prefecture, and dates that the address of their page contradicts."""
    if other := _find_other_prefecture(row.cells["name"], place):
        yield "name", Oddity(f"It names {other}; the row is about {place.ja}.", _LOOK)
    if english := _find_other_english(row.cells["name_en"], place):
        yield "name_en", Oddity(f"It names {english}; the row is about {place.en}.", _LOOK)
    for source, date in (("source", "date"), ("source2", "date2")):
        if source not in row.cells:
            continue
        if year := _contradicts(row.cells[source], row.cells[date]):
            yield date, Oddity(f"The page's own address has {year}.", "Compare both.")
        if row.cells[date] and not row.cells[source]:
            yield source, Oddity("There is a date and no source that it is of.", "Fill in the source.")


def _find_other_prefecture(name: str, place: Place) -> str | None:
    """Return another prefecture that a Japanese name names as its own."""
    if place.prefecture.ja in name or place.ja in name:
        return None
    return next((other.ja for other in list_prefectures() if other.ja in name), None)


def _find_other_english(name: str, place: Place) -> str | None:
    """Return another prefecture's name in an English one that does not name its own place."""
    words = set(re.findall("[A-Z][a-z]+", name))
    own = {place.prefecture.en, *place.en.split()}
    if not words or words & own:
        return None
    return next((other.en for other in list_prefectures() if other.en in words), None)


def _contradicts(source: str, date: str) -> str | None:
    """Return the day in a page's address, if a date is earlier than that or another day of the same form."""
    found = _YEAR.search(source)
    day = re.match(r"(?:FY)?([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$", date)
    if not found or not day or len(list_addresses(source)) != 1:
        return None
    written = [part for part in found.groups() if part]
    given = [part for part in day.groups() if part]
    length = min(len(written), len(given))
    if "FY" in date or length < 2:
        return None
    is_near = length == 2 or abs(int(written[2]) - int(given[2])) <= 1  # a page may be read where it is a day later
    return None if written[:2] == given[:2] and is_near else found[0]


def _find_in_association(row: SheetRow) -> _Found:
    """Yield what the words for how sure it is, and what it is, do not allow."""
    cells = row.cells
    if cells["kind"] == "prefecture office" and cells["in_list"] == "yes":
        yield "in_list", Oddity("CLAIR lists associations, no offices of a prefecture.", _LOOK)
    if cells["kind"] == "association" and cells["in_list"] == "no":
        yield "in_list", Oddity("Where CLAIR's list has no association, something else stands in its place.", _LOOK)
    if cells["kind"] == "city facility" and cells["name"].endswith(("協会", "財団", "事業団", "機構")):
        yield "kind", Oddity("By its name it is an association.", _LOOK, notice=True)
    if cells["sure"] == "good" and cells["other_address"]:
        yield "sure", Oddity("Two addresses contradict each other, so it is not “good”.", _LOOK)
    if cells["other_address"]:
        if not is_plain_host(cells["other_address"].partition("/")[0]):
            yield "other_address", Oddity("It is no host.", _LOOK)
        host = cells["other_address"].partition("/")[0]
        yield from (("other_address", found) for found in find_odd_host(host, find_place(cells["code"])))
    if cells["sure"] == "good" and _share_no_site(cells["url"], cells["source"]):
        yield "source", Oddity("“good” means that a page on the same site was read; this is another site.", _LOOK)
    if cells["sure"] == "poor" and not cells["other_address"] and cells["kind"] == "association":
        yield "other_address", Oddity("“poor” means that a second address is known, and none stands here.", _LOOK)


def _share_no_site(url: str, source: str) -> bool:
    sites = {_find_site(host) for host in list_hosts(url)}
    return bool(sites) and not sites & {_find_site(host) for host in list_hosts(source)}


def _find_site(host: str) -> str:
    """Return what a site's hosts have in common: its name, without kind and country (mieinfo of www.mieinfo.com)."""
    labels = host.removeprefix("www.").split(".")
    short = [label for label in labels[:-1] if label not in {"or", "co", "ne", "lg", "go", "ac", "gr"}]
    return short[-1] if short else host


def _find_in_counter(row: SheetRow) -> _Found:
    """Yield what the words for how sure it is do not allow, and days, hours, numbers and places that do not fit."""
    cells, place = row.cells, find_place(row.cells["code"])
    yield from _find_sureness(cells)
    yield from _find_phone_sureness(cells)
    yield from (("phones", found) for found in find_odd_phones(cells["phones"], place))
    if cells["address"] and place and (other := _find_other_place(cells["address"], place)):
        yield "address", Oddity(f"It lies in {other}, the counter in {place.ja}.", _LOOK)
    if place and cells["address"] in list_names(place.prefecture.code):
        yield "address", Oddity("It is only the name of a place: the rest may be cut off.", _LOOK)
    if cells["hours"] and not cells["days"]:
        yield "days", Oddity("There are hours, and no days that they are of.", _LOOK)
    if cells["closed"] and not cells["days"]:
        yield "days", Oddity("There are closing days, and no days on which it is open.", _LOOK)
    if cells["date2"] and not cells["source2"]:
        yield "source2", Oddity("There is a date and no second source.", _LOOK)
    yield from (("hours", found) for found in find_odd_hours(cells["hours"]))
    yield from (("closed", found) for found in find_odd_closing(cells["closed"]))
    yield from (("days", found) for found in find_odd_days(cells["days"]))
    if both := set(cells["languages"].split()) & set(cells["phone_languages"].split()):
        yield "phone_languages", Oddity(f"{', '.join(sorted(both))} stands among the spoken ones too.", _LOOK)
    for column in ("languages", "phone_languages"):
        tags = cells[column].split()
        if len(tags) != len(set(tags)):
            yield column, Oddity("A language stands there twice.", "Delete one.")


def _find_sureness(cells: dict[str, str]) -> _Found:
    """Yield a word for how sure a counter is that its sources do not bear out."""
    year = max((int(found) for found in re.findall("[0-9]{4}", f"{cells['date']} {cells['date2']}")), default=0)
    needed = {"good": GOOD_YEAR, "fair": FAIR_YEAR}.get(cells["sure"], 0)
    if year < needed:
        message = f"“{cells['sure']}” needs a source of {needed} or later."
        yield "sure", Oddity(message, "Give its date, or write poor and leave out what may be old.")
    kept = ("address", "phones", "days", "hours", "languages")
    if cells["sure"] == "poor" and (known := [column for column in kept if cells[column]]):
        yield "sure", Oddity(f"Of a “poor” counter only name and page are kept, not {', '.join(known)}.", _LOOK)
    if cells["sure"] != "poor" and not any(cells[column] for column in kept) and not cells["url"]:
        yield "sure", Oddity("Nothing but its name is known, so it is “poor”.", _LOOK)


def _find_phone_sureness(cells: dict[str, str]) -> _Found:
    """Yield a word for its numbers that how sure a counter is does not bear out."""
    if cells["sure"] == "good" and cells["phone_kind"] == "may have changed":
        message = "A “good” counter's sources are new, so its number has hardly changed."
        yield "phone_kind", Oddity(message, "Write yes, or fair if the sources are older.", notice=True)
    if cells["sure"] == "fair" and cells["phone_kind"] == "yes":
        message = "A “fair” counter's source is older, so its number may have changed."
        yield "phone_kind", Oddity(message, "Write may have changed, or good if there is a new source.", notice=True)


@cache
def _find_other_place(address: str, place: Place) -> str | None:
    """Return where an address lies, if that is another prefecture than the counter's."""
    found = read_address(address.split("(")[0])
    if not found or any(one.prefecture == place.prefecture for one in found):
        return None
    return found[0].ja


def _find_order(file: InspectedFile) -> Iterator[Told]:
    """Yield rows out of the order of their codes: most often one that was moved or mistyped."""
    before = ""
    for row in file.rows:
        if row.cells["code"] < before:
            yield file.tell(
                row, "code", Oddity("The rows stand in the order of their codes; this one does not.", _LOOK)
            )
        before = max(before, row.cells["code"])
