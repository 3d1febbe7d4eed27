"""Whose a name or a site is: what one place's rows have as their own has no place in another's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.relations import find_code
from data.inspection.web_addresses import list_hosts
from data.places.gazetteer import find_place, list_prefectures
from data.records import Place
from data.table.sheets import SheetRow

_OWN = ("url", "URL", "Japanese Class Information")  # the columns of a place's own sites
_LOOK = "Compare the row with its source; cells of two rows may be swapped."
_MANY = 3  # prefectures that have a site among their own: it is everybody's
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def inspect_belonging(files: InspectedFiles) -> Iterator[Told]:
    """Yield sites that are another prefecture's own, and names of another place or in the other language."""
    owners = _find_owners(files)
    for file in (files.cities, files.associations, files.counters):
        for row in file.rows:
            place = find_place(find_code(row))
            if place:
                yield from _find_sites_of_others(file, row, place, owners)
    places = {
        place.ja: place
        for file in (files.associations, files.counters)
        for row in file.rows
        if (place := find_place(row.cells["code"]))
    }
    for file in (files.associations, files.counters):
        for row in file.rows:
            if (place := find_place(row.cells["code"])) and (oddity := _find_name_of_other(row, place, places)):
                yield file.tell(row, "name", oddity)
            yield from _find_other_language(file, row)


def _find_owners(files: InspectedFiles) -> dict[str, set[str]]:
    """Map each site that stands as a place's own to the prefectures (two digits) whose rows have it so."""
    owners: dict[str, set[str]] = {}
    for file in (files.cities, files.associations, files.counters, files.portals):
        for row in file.rows:
            for column in set(_OWN) & set(row.cells):
                for host in list_hosts(row.cells[column]):
                    owners.setdefault(host.removeprefix("www."), set()).add(find_code(row)[:2])
    return {host: codes for host, codes in owners.items() if "" not in codes and len(codes) < _MANY}


def _find_sites_of_others(
    file: InspectedFile, row: SheetRow, place: Place, owners: dict[str, set[str]]
) -> Iterator[Told]:
    for column, kind in file.kinds.items():
        for host in list_hosts(row.cells[column]) if kind == "addresses" else ():
            whose = owners.get(host.removeprefix("www."), set()) - {place.prefecture.code}
            if column in _OWN and not whose:
                continue
            others = [one.en for one in list_prefectures() if one.code in whose]
            if others and (column in _OWN or place.prefecture.code not in owners[host.removeprefix("www.")]):
                yield file.tell(row, column, Oddity(f"{host} is a site of {' and '.join(others)}.", _LOOK))


def _find_name_of_other(row: SheetRow, place: Place, places: dict[str, Place]) -> Oddity | None:
    """Return what is odd about a Japanese name that names another place of the tables and not its own."""
    name = row.cells["name"]
    own = (place.ja, place.kana[:-1], place.prefecture.ja, place.prefecture.kana[:-1])
    if place.ja in name:
        return None
    other = next((ja for ja, one in places.items() if one.kind != "prefecture" and ja in name), None)
    begun = next((one.kana for one in list_prefectures() if len(one.kana) > 3 and name.startswith(one.kana[:-1])), None)
    if begun and not begun.startswith(own[3]) and not name.startswith(own):
        other = other or begun
    return Oddity(f"It names {other}; the row is about {place.ja}.", _LOOK) if other else None


def _find_other_language(file: InspectedFile, row: SheetRow) -> Iterator[Told]:
    if row.cells["name"] and not _JAPANESE.search(row.cells["name"]):
        yield file.tell(row, "name", Oddity("It is no Japanese name.", "Write the Japanese one here."))
    if _JAPANESE.search(row.cells["name_en"]):
        yield file.tell(row, "name_en", Oddity("It is no English name.", "Write the English one here, or none."))
