"""Cells of different rows and files that vouch for each other: hosts, addresses and names seen elsewhere."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.hosts import find_near_host, find_odd_host
from data.inspection.web_addresses import list_addresses, list_hosts
from data.inspection.words import is_slip
from data.places.gazetteer import find_place, find_prefecture, identify_places, list_prefectures
from data.table.emails import parse_emails
from data.table.office_cells import LANGUAGES
from data.table.sheets import SheetRow
from data.table.table_columns import CITY, FIELD_COLUMNS, NUMBER, PREFECTURE

_COMPARE = (
    "Compare both with the pages themselves; record a doubt in corrections.csv if both are as their sources have them."
)
_HOST = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")
_FOREIGN_MAIL = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|icloud|docomo|ezweb|softbank)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A host or address in a cell."""

    file: InspectedFile
    row: SheetRow
    column: str
    prefecture: str
    text: str


def inspect_relations(files: InspectedFiles) -> Iterator[Told]:
    """Yield what is a slip beside another cell, or strange to its city."""
    doubted = " ".join(row.cells["source_value"] + " " + row.cells["better_value"] for row in files.corrections.rows)
    seen = tuple(_list_seen(files))
    yield from _find_near_hosts(seen, doubted)
    yield from _find_near_addresses(seen)
    yield from _find_strange_mail(files.cities)
    yield from _find_order(files.cities)
    yield from _find_twins(files.associations)
    yield from _find_twins(files.counters)
    yield from _find_odd_betterment(files.corrections)
    yield from _find_odd_year(files.department_names)
    yield from _find_odd_portals(files.portals)


def find_code(row: SheetRow) -> str:
    """Return the code of the place a row is about, "" if it cannot be told."""
    if "code" in row.cells:
        return row.cells["code"].strip()
    if "prefecture" in row.cells:
        prefecture = find_prefecture(row.cells["prefecture"])
        return f"{prefecture.code}0000" if prefecture else ""
    prefecture = find_prefecture(row.cells[PREFECTURE])
    places = identify_places(prefecture, row.cells[CITY]) if prefecture else ()
    return places[0].code if len(places) == 1 else ""


def _list_seen(files: InspectedFiles) -> Iterator[_Seen]:
    for file in files.list_all():
        for row in () if file.is_lenient else file.rows:
            for column, kind in file.kinds.items():
                if kind == "addresses" or (file is files.corrections and column.endswith("_value")):
                    code = find_code(row)
                    yield from (
                        _Seen(file, row, column, code[:2], address) for address in list_addresses(row.cells[column])
                    )


def _find_near_hosts(seen: Iterable[_Seen], doubted: str) -> Iterator[Told]:
    """Yield a host that stands once and is a slip away from one of the same prefecture; a recorded doubt is known."""
    hosts = [(one, host) for one in seen for host in list_hosts(one.text)]
    tally = Tally(host.removeprefix("www.") for _, host in hosts)
    known: dict[str, set[str]] = {}
    for one, host in hosts:
        known.setdefault(one.prefecture, set()).add(host)
    for one, host in hosts:
        others = known[one.prefecture]
        bare = host.removeprefix("www.")
        if tally[bare] > 1 or bare in doubted:
            continue
        others_often = [other for other in others if tally[other.removeprefix("www.")] >= 1 and other not in doubted]
        if near := find_near_host(host, sorted(others_often)):
            yield one.file.tell(one.row, one.column, Oddity(f"{host} is nearly {near}, which stands nearby.", _COMPARE))


def _find_near_addresses(seen: Iterable[_Seen]) -> Iterator[Told]:
    """Yield an address that is a slip away from another one of the same prefecture."""
    by_prefecture: dict[str, list[_Seen]] = {}
    for one in seen:
        by_prefecture.setdefault(one.prefecture, []).append(one)
    for together in by_prefecture.values():
        plain = [re.sub("^https?://(www[.])?|/$", "", one.text) for one in together]
        tally = Tally(plain)
        for one, text in zip(together, plain, strict=True):
            if tally[text] > 1:
                continue
            own = {there for near, there in zip(together, plain, strict=True) if near.row is one.row}
            for other in tally:
                if other != text and other not in own and abs(len(other) - len(text)) <= 1 and is_slip(other, text):
                    finding = Oddity(f"{text} is nearly {other}, which stands nearby.", _COMPARE, notice=True)
                    yield one.file.tell(one.row, one.column, finding)


def _find_strange_mail(cities: InspectedFile) -> Iterator[Told]:
    """Yield e-mail addresses that no site of the city, and no city's ending, vouches for."""
    email, website = FIELD_COLUMNS["email"], FIELD_COLUMNS["website"]
    for row in cities.rows:
        code = find_code(row)
        place = find_place(code)
        sites = {
            _strip_host(host) for column in (website, FIELD_COLUMNS["class"]) for host in list_hosts(row.cells[column])
        }
        for address in parse_emails(row.cells[email])[0]:
            domain = address.rpartition("@")[2].lower()
            if _FOREIGN_MAIL.search(address):
                yield cities.tell(row, email, Oddity(f"{domain} gives addresses to anybody.", "Ask the city."))
            elif place and not _is_the_citys(domain, sites, place.en.lower().split()[0]):
                message = f"{domain} is neither a site of this row nor named after {place.en}."
                yield cities.tell(row, email, Oddity(message, "Compare it with the city's own page."))


def _strip_host(host: str) -> str:
    return re.sub(r"^www\d?\.", "", host)


def _is_the_citys(domain: str, sites: set[str], name: str) -> bool:
    if any(domain == site or domain.endswith("." + site) or site.endswith("." + domain) for site in sites):
        return True
    named = rf"(?:.+\.)?(?:city|town|vill|pref)\.{re.escape(name)}(?:\.[a-z]+)?\.jp"
    return re.fullmatch(named, domain) is not None


def _find_order(cities: InspectedFile) -> Iterator[Told]:
    """Yield numbers of rows that do not rise, and rows without a department or a website."""
    before = 0
    for row in cities.rows:
        for column in (FIELD_COLUMNS["department"], FIELD_COLUMNS["website"]):
            if not row.cells[column].strip():
                yield cities.tell(row, column, Oddity("The row has none.", "Fill it in, if one is known.", notice=True))
        text = row.cells[NUMBER].strip()
        number = int(text) if text.isascii() and text.isdigit() else 0
        if text and number != before + 1 and before:
            yield cities.tell(
                row, NUMBER, Oddity(f"The row before has number {before}.", "Number the rows one by one.", notice=True)
            )
        before = number or before + 1


def _find_twins(file: InspectedFile) -> Iterator[Told]:
    """Yield two rows of one place that say nearly the same."""
    rows: dict[str, list[SheetRow]] = {}
    for row in file.rows:
        rows.setdefault(row.cells["code"], []).append(row)
    for together in rows.values():
        for number, row in enumerate(together):
            for other in together[:number]:
                if row.cells["name"] == other.cells["name"] or _are_alike(row.cells, other.cells):
                    yield file.tell(
                        row, "name", Oddity(f"Line {other.line} says nearly the same.", "Keep one of the two.")
                    )


def _are_alike(cells: Mapping[str, str], others: Mapping[str, str]) -> bool:
    return SequenceMatcher(None, " ".join(cells.values()), " ".join(others.values())).ratio() > 0.9


def _find_odd_betterment(corrections: InspectedFile) -> Iterator[Told]:
    """Yield a better value that is the source's own, or nothing like it: the cells of two rows may be swapped."""
    for row in corrections.rows:
        source, better = row.cells["source_value"], row.cells["better_value"]
        if better and (source == better or SequenceMatcher(None, source, better.replace(" | ", " ")).ratio() < 0.6):
            message = "The better value is the source's own, or nothing like it."
            yield corrections.tell(row, "better_value", Oddity(message, "Compare the two cells."))
        elif better and row.cells["field"] == "class" and not re.fullmatch(r"[\w.:/?=&%#-]+\.[\w./?=&%#-]+", better):
            yield corrections.tell(row, "better_value", Oddity("It is no address.", "Write a host or an address."))
        elif better and row.cells["applied"] == "yes" and re.sub(r"[|\s]+", "", better) != re.sub(r"\s+", "", source):
            message = "It changes letters, not only how the cell is parted, and it is applied: readers see it."
            yield corrections.tell(row, "better_value", Oddity(message, "Make sure of every letter.", notice=True))
        if row.cells["field"] in {"class", "website"}:
            host = re.sub("^https?://", "", better).partition("/")[0]
            yield from (corrections.tell(row, "better_value", odd) for odd in find_odd_host(host, None) if host)
        hosts = _HOST.findall(row.cells["reason"])
        others = " ".join(cell for column, cell in row.cells.items() if column != "reason")
        if hosts and not any(host in others for host in hosts):
            message = f"It names {hosts[0]}, which no other cell of the row has."
            remedy = "Compare it with the row: it may be another's."
            yield corrections.tell(row, "reason", Oddity(message, remedy, notice=True))
        for token in row.cells["source"].split():
            if not list_addresses(token):
                yield corrections.tell(row, "source", Oddity(f"{token} is no address.", "Write addresses only."))


def _find_odd_year(names: InspectedFile) -> Iterator[Told]:
    """Yield a year that no part of the source bears, where the source bears one."""
    for row in names.rows:
        years = set(re.findall("(?<![0-9])20[0-3][0-9]", row.cells["source"]))
        if years and row.cells["year"].strip() not in years:
            yield names.tell(row, "year", Oddity(f"The source bears {', '.join(sorted(years))}.", "Compare both."))


def _find_odd_portals(portals: InspectedFile) -> Iterator[Told]:
    """Yield a Japanese name that without its readings is not the name, and a prefecture that the name contradicts."""
    for row in portals.rows:
        cells = row.cells
        own = find_prefecture(cells["prefecture"]) if cells["prefecture"] else None
        words = f"{cells['name']} {cells['name_ja']} {cells['url']} {cells['source']}".lower()
        named = [one for one in list_prefectures() if one.ja in words or re.search(rf"\b{one.slug}(?!\w)", words)]
        if named and own not in named:
            message = f"Name or address says {named[0].en}."
            yield portals.tell(row, "prefecture", Oddity(message, f"Write {named[0].code}, or nothing for all Japan."))
        if unknown := set(cells["languages"].split()) - {"ja", *LANGUAGES}:
            message = f"{', '.join(sorted(unknown))}: no language that is known here."
            yield portals.tell(row, "languages", Oddity(message, f"Allowed are ja {' '.join(LANGUAGES)}."))
        if not cells["url"]:
            yield portals.tell(
                row,
                "url",
                Oddity("There is no address: only the name is shown.", "Fill it in, if one is known.", notice=True),
            )
        bare = re.sub("《[^》]*》", "", cells["name_ja"])
        if cells["name_language"] == "ja" and cells["name_ja"] and bare != cells["name"]:
            yield portals.tell(row, "name_ja", Oddity("Without its readings it is not the name.", "Compare both."))
        if cells["name_ja"] and re.search("[\u4e00-\u9fff]+(?![《\u4e00-\u9fff])", cells["name_ja"]):
            yield portals.tell(
                row, "name_ja", Oddity("A word in kanji has no reading in 《》.", "Write it behind the word.")
            )
        if cells["name_language"] not in {"ja", "en"}:
            yield portals.tell(row, "name_language", Oddity("Allowed are ja and en.", "Write the name's language."))
        elif (cells["name_language"] == "ja") != bool(re.search("[\u3040-\u9fff]", cells["name"])):
            yield portals.tell(row, "name_language", Oddity("The name is in another language.", "Compare both."))
