"""A city as it is published: every fact the page shows, under names that stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.courses.records import Course
from data.offices import Association, Counter, Offices, PhoneKind
from data.published.course_record import PublishedCourse, describe_course
from data.published.looks import PublishedLook, describe_look
from data.records import City, Correction, FieldName, Leftover, Link, PlaceKind
from data.standing import FIELDS, State, find_word, judge_city, judge_field

PositionOf = Literal["city_hall", "prefecture_middle"]
DEGREE_DECIMALS = 6  # decimals of a degree, 0.1 m: no city hall is known better


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """A link; `url` is the page itself, `listed_url` the address as the source lists it (of a translation: `via`)."""

    url: str
    label: str | None
    listed_url: str
    via: str | None
    language: str | None  # BCP 47, only where the address gives evidence
    front_page: bool
    look: PublishedLook | None = None  # None where nobody has looked


@dataclass(frozen=True, slots=True)
class PublishedDoubt:
    """A doubt, or a reading other than the source's (`applied`), and its reason."""

    field: FieldName
    source_value: str
    better_value: str | None
    applied: bool
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class PublishedText:
    """Text of a cell of the source that is no usable link or address."""

    field: FieldName
    text: str


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """The city's last word on a field: how it stands on the day of the file, when and in what role it was given."""

    field: FieldName
    state: State  # confirmed, outdated (more than a year ago) or withdrawn (not shown at the city's wish)
    date: str  # "2026-04-01"
    role: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PublishedCounter:
    """A counter of the city's own for foreign residents, in short; all of it stands in counters.csv."""

    name: str
    url: str | None
    phones: tuple[str, ...]
    phone_kind: PhoneKind | None  # how the numbers may be shown
    days: str
    hours: str
    closed: str
    languages: tuple[str, ...]  # BCP 47
    source: str
    source_date: str
    look: PublishedLook | None = None  # at its page


@dataclass(frozen=True, slots=True)
class PublishedAssociation:
    """The city's own international association, in short; all of it stands in associations.csv."""

    name: str
    url: str
    source: str
    source_date: str
    look: PublishedLook | None = None  # at its page


@dataclass(frozen=True, slots=True)
class PublishedCity:
    """All that is published of a city; degrees WGS84, both None where the place is not known.

    The position is the city hall's (`position_of` "city_hall"), never the department's or the class's; of a prefectural
    government it is the middle of the prefecture ("prefecture_middle"), not the office.
    """

    code: str  # six-digit local-government code, check digit included
    slug: str
    kind: PlaceKind
    number: str  # "No." as the source lists it
    listed_name: str
    name_en: str
    name_ja: str
    name_kana: str
    prefecture_code: str
    prefecture_en: str
    prefecture_ja: str
    latitude: float | None
    longitude: float | None
    position_of: PositionOf
    departments: tuple[str, ...]
    emails: tuple[str, ...]
    websites: tuple[PublishedLink, ...]
    classes: tuple[PublishedLink, ...]
    other_texts: tuple[PublishedText, ...]
    doubts: tuple[PublishedDoubt, ...]
    counters: tuple[PublishedCounter, ...] = ()
    associations: tuple[PublishedAssociation, ...] = ()
    confirmation: State = "never"  # of the whole line, on the day of the file
    confirmation_date: str | None = None
    checks: tuple[PublishedCheck, ...] = ()
    courses: tuple[PublishedCourse, ...] = ()  # Japanese classes with their days; `classes` are links to lists


def describe_city(
    city: City,
    position: tuple[float, float] | None,
    today: date,
    offices: Offices | None = None,
    courses: Iterable[Course] = (),
) -> PublishedCity:
    """Describe a row of the table on a day; `position` is (latitude, longitude) in degrees WGS84.

    Of `offices` its own count; `courses` are all its own.
    """
    known = offices or Offices()
    standing = judge_city(city, today)
    place = city.place
    latitude, longitude = position or (None, None)
    return PublishedCity(
        code=city.code,
        slug=city.slug,
        kind=place.kind,
        number=city.number,
        listed_name=city.listed_name,
        name_en=place.en,
        name_ja=place.ja,
        name_kana=place.kana,
        prefecture_code=place.prefecture.code,
        prefecture_en=place.prefecture.en,
        prefecture_ja=place.prefecture.ja,
        latitude=None if latitude is None else round(latitude, DEGREE_DECIMALS),
        longitude=None if longitude is None else round(longitude, DEGREE_DECIMALS),
        position_of="prefecture_middle" if place.kind == "prefecture" else "city_hall",
        departments=city.departments,
        emails=city.emails,
        websites=tuple(map(_describe_link, city.websites)),
        classes=tuple(map(_describe_link, city.classes)),
        other_texts=tuple(map(_describe_leftover, city.leftovers)),
        doubts=tuple(map(_describe_correction, city.corrections)),
        counters=tuple(_describe_counter(counter) for counter in known.counters if counter.code == city.code),
        associations=tuple(_describe_association(found) for found in known.associations if found.code == city.code),
        confirmation=standing.state,
        confirmation_date=standing.day.isoformat() if standing.day else None,
        checks=tuple(_list_checks(city, today)),
        courses=tuple(map(describe_course, courses)),
    )


def _list_checks(city: City, today: date) -> Iterator[PublishedCheck]:
    for field in FIELDS:
        if word := find_word(city.checks, field):
            state = judge_field(city, field, today).state
            yield PublishedCheck(field, state, word.date, word.role, word.evidence)


def _describe_link(link: Link) -> PublishedLink:
    look = describe_look(link.look)
    return PublishedLink(link.original, link.label, link.published, link.via, link.language, link.front_page, look)


def _describe_leftover(leftover: Leftover) -> PublishedText:
    return PublishedText(leftover.field, leftover.text)


def _describe_correction(row: Correction) -> PublishedDoubt:
    better = row.better_value or None
    return PublishedDoubt(row.field, row.source_value, better, row.applied, row.reason, row.source)


def _describe_counter(counter: Counter) -> PublishedCounter:
    return PublishedCounter(
        name=counter.name,
        url=counter.url,
        phones=counter.phones,
        phone_kind=counter.phone_kind,
        days=counter.days,
        hours=counter.hours,
        closed=counter.closed,
        languages=counter.languages,
        source=counter.sources[0].where,
        source_date=counter.sources[0].date,
        look=describe_look(counter.look),
    )


def _describe_association(association: Association) -> PublishedAssociation:
    source = association.source
    look = describe_look(association.look)
    return PublishedAssociation(association.name, association.url, source.where, source.date, look)
