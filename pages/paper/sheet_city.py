"""A city on a sheet of paper: its card's facts, headings in two languages, each address once and in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from data.offices import Offices
from data.records import City
from data.standing import judge_city
from pages.answers.offices import choose_offices
from pages.answers.scene import Scene
from pages.card.card import Item, Section, describe_city, shorten_address
from pages.card.remarks import Doubt
from pages.languages.bilingual import Bilingual
from pages.languages.language import Language, load_language
from pages.markup.qr import draw_qr
from pages.paper.pairs import JAPANESE, pair
from pages.paper.sheet_courses import CourseTable, describe_course_table

DescribeOffices = Callable[[Offices, Language], tuple[Section, ...]]
SEPARATOR = " · "  # between what a card says of a link


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a city: the card's item, its text where that is more than its address, the address, its QR code."""

    item: Item
    text: str
    detail: Bilingual | None
    address: str | None
    qr: Markup | None
    note: Bilingual | None = None  # what its page did when it was last looked at
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines and doubts; `field` is that of the card's section."""

    field: str
    heading: Bilingual
    lines: tuple[Line, ...]
    doubts: tuple[Doubt, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A city on the sheet, with its number on the map; `pin` says what the point is where it is no city hall."""

    number: int
    slug: str
    name: Bilingual
    name_lang: str | None
    prefecture: Bilingual
    parts: tuple[Part, ...]
    pin: Bilingual | None
    standing: tuple[Bilingual, ...]  # what the city has confirmed
    is_unconfirmed: bool
    answered: Bilingual | None = None  # that all its links answered, where they did on one day
    classes: CourseTable | None = None


def describe_block(city: City, number: int, scene: Scene, describe: DescribeOffices) -> Block:
    """Put a city's card on paper: the same facts, each address once, and as much of its offices as `describe` says."""
    offices = choose_offices(scene.atlas.offices, city.place)
    card, ja = (
        describe_city(city, language, describe(offices, language), scene.today)
        for language in (scene.language, load_language(JAPANESE))
    )
    classes = {link.original for link in city.classes}
    parts = tuple(
        Part(
            section.field,
            pair(section.heading, same.heading),
            tuple(
                _describe_line(item, other, with_qr=section.field == "class" and item.url in classes)
                for item, other in zip(section.items, same.items, strict=True)
            ),
            section.doubts,
            section.source,
        )
        for section, same in zip(card.sections, ja.sections, strict=True)
    )
    pin = pair(card.pin, ja.pin) if city.place.kind == "prefecture" else None
    name, prefecture = pair(card.name, card.name_ja), pair(card.prefecture, ja.prefecture)
    standing = tuple(pair(said.text, same.text) for said, same in zip(card.standing, ja.standing, strict=True))
    is_unconfirmed = judge_city(city, scene.today).state == "never"
    answered = pair(card.answered, ja.answered or "") if card.answered else None
    return Block(
        number,
        card.slug,
        name,
        card.name_lang,
        prefecture,
        parts,
        pin,
        standing,
        is_unconfirmed,
        answered,
        describe_course_table(city.place, scene),
    )


def _describe_line(item: Item, other: Item, *, with_qr: bool) -> Line:
    address = item.url if item.kind == "link" else None
    detail, ja = (_drop_address(same, address) for same in (item, other))
    qr = draw_qr(item.url) if with_qr and item.url else None
    text = "" if address and _has_no_label(item, address) else item.text
    note = pair(item.note.text, other.note.text) if item.note and other.note else None
    moved_to = item.note.url if item.note else None
    return Line(item, text, pair(detail, ja) if detail else None, address, qr, note, moved_to)


def _has_no_label(item: Item, address: str) -> bool:
    """Tell whether a card names a link by what it is for, which its heading says on paper."""
    return item.lang is None and _split_detail(item)[0] == shorten_address(address)  # labels are in English


def _split_detail(item: Item) -> list[str]:
    return (item.detail or "").split(SEPARATOR)


def _drop_address(item: Item, address: str | None) -> str:
    """Leave out the address, or the host, that a card names beside a link: here the whole address stands."""
    said = _split_detail(item)
    known = (urlsplit(address).netloc, shorten_address(address)) if address else ()
    return SEPARATOR.join(said[1:] if said[0] in known else said)
