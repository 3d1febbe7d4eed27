"""Two hundred hostile texts in every cell of all tables, through every way out of the app."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Any
from xml.etree import ElementTree

import vobject

from data.courses.records import Breaks, Course, Weeks
from data.folder import locate_files
from data.offices import Offices
from data.records import City
from data.table.cells import parse_departments, parse_links
from data.table.emails import parse_emails
from pages.answers.atlas import Atlas, load_atlas
from pages.edition.edition import list_data_files
from pages.edition.pages import Edition, list_pages
from pages.edition.shared import begin_files
from pages.languages.language import load_language
from pages.maps.features import build_features
from tests.courses import make_course
from tests.hostile import FORMULAS, MARKUP, OPENINGS, SEPARATORS, TEMPLATES, TEXTS, UNWRITABLE
from tests.pages.parsed_html import Document, Element, read_html

COUNT = 200
_SINGLE = dict.fromkeys([*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE, *OPENINGS])
_JOINED = ("".join(pair) for pair in product([*OPENINGS, *TEMPLATES], [*MARKUP, *TEXTS]))
PAYLOADS = tuple(dict.fromkeys([*_SINGLE, *_JOINED]))[:COUNT]
DAY = datetime.date(2026, 4, 1)
WEBSITE = "https://example.org/nihongo"
DATA = re.compile(r"application/(ld\+)?json")


@dataclass(frozen=True, slots=True)
class Sinks:
    """What became of one set of texts: pages and formats looked at, and what was wrong with any."""

    looked_at: int
    wrong: tuple[str, ...]


def spoil(atlas: Atlas, texts: Sequence[str]) -> Atlas:
    """Put the texts into every cell that is shown as it stands, each row another; places stay, so that markers do."""
    cities = tuple(_spoil_city(city, texts, number) for number, city in enumerate(atlas.cities))
    counters = tuple(
        replace(row, name=_take(texts, n), name_en=_take(texts, n + 1), address=_take(texts, n + 2),
                hours=_take(texts, n + 3), closed=_take(texts, n + 4), note=_take(texts, n + 5))
        for n, row in enumerate(atlas.offices.counters)
    )  # fmt: skip
    associations = tuple(
        replace(row, name=_take(texts, n), name_en=_take(texts, n + 1))
        for n, row in enumerate(atlas.offices.associations)
    )
    courses = tuple(_spoil_course(course, texts, number) for number, course in enumerate(atlas.courses))
    return replace(atlas, cities=cities, offices=Offices(associations, counters), courses=courses)


def try_texts(texts: Sequence[str]) -> Sinks:
    """Write the edition (pages, sheets, data of every format) and the map's features with these texts in the cells."""
    shipped = load_atlas(locate_files({}))
    usual = replace(shipped, courses=tuple(make_course(city.place.code, url=WEBSITE) for city in shipped.cities))
    spoiled = Edition(spoil(usual, texts), "https://example.org", DAY, ("en",))
    plain = dict(list_pages(Edition(usual, "https://example.org", DAY, ("en",)), begin_files()))
    wrong: list[str] = []
    looked_at = 0
    for name, html in list_pages(spoiled, begin_files()):
        looked_at += 1
        wrong += [f"{name}: {fault}" for fault in judge_page(html, plain[name])]
    for name, text in list_data_files(spoiled):
        looked_at += 1
        try:
            READERS[name.rpartition(".")[2]](text)
        except Exception as error:
            wrong.append(f"{name} cannot be read back: {error!r}")
    features = build_features(spoiled.atlas.cities, usual.coordinates, load_language(), spoiled.atlas.offices)
    if len(json.loads(json.dumps(features))) != len(usual.coordinates):
        wrong.append("the map's layer has lost a marker")
    return Sinks(looked_at + 1, tuple(wrong))


def judge_page(html: str, plain: str) -> Iterator[str]:
    """Yield what a page has that only a cell can have brought, or has lost, beside the page of the usual table."""
    document, usual = read_html(html), _read_usual(plain)
    if document.unclosed:
        yield f"elements that are not closed: {document.unclosed[:3]}"
    for what, pick in PICKS.items():
        if new := pick(document) - pick(usual):
            yield f"{what} that a cell brought: {sorted(new)[:3]}"
    marks = [len(one.find("a", class_="sm-mark")) for one in (document, usual)]
    if marks[0] != marks[1]:
        yield f"{marks[0]} markers of {marks[1]}"
    for script in filter(_is_data, document.find("script")):
        try:
            json.loads(script.text)
        except ValueError as error:
            yield f"{script.attributes['type']} cannot be read: {error}"


@lru_cache(maxsize=8)
def _read_usual(plain: str) -> Document:
    """Read a page of the usual table, of which many others are judged by."""
    return read_html(plain)


def _is_data(script: Element) -> bool:
    return bool(DATA.fullmatch(script.attributes.get("type") or ""))


def _list_handlers(document: Document) -> set[str]:
    return {name for element in document.elements for name in element.attributes if name.startswith("on")}


def _list_schemes(document: Document) -> set[str]:
    links = (element.attributes.get("href") or "" for element in document.elements)
    return {found[0].lower() for link in links if (found := re.match(r"\s*[a-zA-Z][a-zA-Z0-9+.-]*:", link))} - {
        "http:", "https:", "mailto:", "tel:",
    }  # fmt: skip


PICKS: dict[str, Callable[[Document], set[str]]] = {
    "tags": lambda document: {element.tag for element in document.elements},
    "handlers": _list_handlers,
    "schemes": _list_schemes,
    "scripts": lambda document: {element.text for element in document.find("script") if not _is_data(element)},
    "pictures": lambda document: {element.attributes.get("src", "") for element in document.find("img")},
}


def _read_csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    if {len(row) for row in rows} != {len(rows[0])}:
        raise ValueError("rows of several widths")


READERS: dict[str, Callable[[str], object]] = {
    "csv": _read_csv,
    "json": json.loads,
    "geojson": json.loads,
    "kml": lambda text: ElementTree.fromstring(text.encode()),
    "vcf": lambda text: list(vobject.readComponents(text)),
    "ics": lambda text: list(vobject.readComponents(text)),
}


def _spoil_city(city: City, texts: Sequence[str], number: int) -> City:
    websites, website_rest = parse_links("website", _take(texts, number + 1))
    emails, email_rest = parse_emails(_take(texts, number + 2))
    classes, class_rest = parse_links("class", _take(texts, number + 3))
    return replace(
        city, departments=parse_departments(_take(texts, number)), websites=websites, emails=emails, classes=classes,
        leftovers=(*website_rest, *email_rest, *class_rest), listed_name=_take(texts, number + 4),
    )  # fmt: skip


def _spoil_course(course: Course, texts: Sequence[str], number: int) -> Course:
    fields = (
        "id", "name", "organizer", "name_kana", "name_en", "venue", "address", "audience_note", "area", "fee_note",
        "childcare_note", "phone", "email", "checked_by",
    )  # fmt: skip
    spoiled: dict[str, Any] = {field: _take(texts, number + place) for place, field in enumerate(fields)}
    weeks, breaks = (_take(texts, number + len(fields) + place) for place in range(2))
    return replace(course, weeks=Weeks("as written", text=weeks), breaks=Breaks(breaks, is_read=False), **spoiled)


def _take(texts: Sequence[str], number: int) -> str:
    return texts[number % len(texts)]
