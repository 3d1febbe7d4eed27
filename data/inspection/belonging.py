"""Whose a site is: what one place's rows have as their own has no place in another's."""

from __future__ import annotations

from collections.abc import Iterator

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.hosts import name_other_office
from data.inspection.relations import find_code
from data.inspection.web_addresses import list_hosts
from data.places.gazetteer import find_place, list_prefectures
from data.records import Place
from data.table.sheets import SheetRow

_OWN = ("url", "URL", "Japanese Class Information")  # the columns of a place's own sites
_LOOK = "Compare the row with its source; cells of two rows may be swapped."
_MANY = 3  # prefectures that have a site among their own: it is everybody's


def inspect_belonging(files: InspectedFiles) -> Iterator[Told]:
    """Yield sites that are another place's own."""
    owners = _find_owners(files)
    for file in (files.cities, files.associations, files.counters):
        for row in file.rows:
            place = find_place(find_code(row))
            if place:
                yield from _find_sites_of_others(file, row, place, owners)
    yield from _find_vouched_elsewhere(files)


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
    for column in set(_OWN) & set(row.cells):
        for host in list_hosts(row.cells[column]):
            if office := name_other_office(host, place):
                finding = Oddity(f"{host} is the office of {office}, not of {place.en}.", _LOOK, notice=True)
                yield file.tell(row, column, finding)
    for column, kind in file.kinds.items():
        for host in list_hosts(row.cells[column]) if kind == "addresses" else ():
            whose = owners.get(host.removeprefix("www."), set()) - {place.prefecture.code}
            if column in _OWN and not whose:
                continue
            others = [one.en for one in list_prefectures() if one.code in whose]
            if others and (column in _OWN or place.prefecture.code not in owners[host.removeprefix("www.")]):
                yield file.tell(row, column, Oddity(f"{host} is a site of {' and '.join(others)}.", _LOOK))


def _find_vouched_elsewhere(files: InspectedFiles) -> Iterator[Told]:
    """Yield a page on a site that rows of other places rest on, and none of its own place: rows may be swapped."""
    offices = (files.associations, files.counters)
    vouching: dict[str, set[str]] = {}
    for file, columns in (*((file, ("source", "source2")) for file in offices), (files.associations, ("url",))):
        for row in file.rows:
            for column in set(columns) & set(row.cells):
                for host in list_hosts(row.cells[column]):
                    vouching.setdefault(host.removeprefix("www."), set()).add(row.cells["code"])
    yield from _find_swapped_portals(files.portals)
    for row in files.counters.rows:
        for host in list_hosts(row.cells["url"]):
            codes = vouching.get(host.removeprefix("www."), set())
            if codes and row.cells["code"] not in codes:
                others = " and ".join(place.ja for code in sorted(codes) if (place := find_place(code)))
                finding = Oddity(f"{host} is a site that the rows about {others} rest on.", _LOOK, notice=True)
                yield files.counters.tell(row, "url", finding)


def _find_swapped_portals(portals: InspectedFile) -> Iterator[Told]:
    """Yield an address on a site that another row rests on, and its own does not."""
    resting = {row.line: frozenset(list_hosts(row.cells["source"])) for row in portals.rows}
    for row in portals.rows:
        own = set(list_hosts(row.cells["url"]))
        line = next((line for line, hosts in resting.items() if own & hosts), row.line)
        if resting[row.line] and not own & resting[row.line] and line != row.line:
            finding = Oddity(f"It is on a site that line {line} rests on, and this row does not.", _LOOK, notice=True)
            yield portals.tell(row, "url", finding)
