"""A Japanese class as it is published: all that may be shown of its row, under the names that classes.csv has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from data.courses.records import Course
from data.published.looks import PublishedLook, describe_look

DEGREE_DECIMALS = 6  # decimals of a degree, 0.1 m


@dataclass(frozen=True, slots=True)
class PublishedCourse:
    """All that is published of a class; what is not known is None or empty, never "no". Times are Japan's."""

    code: str  # of the municipality, or the ward, that it lies in or is held for
    id: str
    kind: str
    prefecture_code: str
    prefecture_en: str
    place_en: str
    place_ja: str
    name: str
    name_kana: str
    name_en: str
    organizer: str
    organizer_kind: str | None
    mode: str | None
    venue: str
    address: str
    latitude: float | None
    longitude: float | None
    weekdays: str
    weeks: str
    start: str
    end: str
    valid_from: str
    valid_until: str
    breaks: str
    level: tuple[str, ...]
    for_whom: str | None
    area: str
    fee_yen: int | None
    fee_unit: str | None
    fee_note: str
    childcare: str
    accepting: str | None
    how_to_join: str | None
    languages: tuple[str, ...]
    url: str | None
    contact_phone: str
    contact_email: str
    volunteers_wanted: bool | None
    source_url: str
    source_date: str
    checked_on: str
    checked_by_role: str
    look: PublishedLook | None = None  # at its page


def describe_course(course: Course) -> PublishedCourse:
    """Describe a row of classes.csv."""
    place = course.place
    return PublishedCourse(
        code=place.code,
        id=course.id,
        kind=place.kind,
        prefecture_code=place.prefecture.code,
        prefecture_en=place.prefecture.en,
        place_en=place.en,
        place_ja=place.ja,
        name=course.name,
        name_kana=course.name_kana,
        name_en=course.name_en,
        organizer=course.organizer,
        organizer_kind=course.organizer_kind,
        mode=course.mode,
        venue=course.venue,
        address=course.address,
        latitude=_round(course.latitude),
        longitude=_round(course.longitude),
        weekdays="・".join(course.weekdays),
        weeks=_write_weeks(course),
        start=_write_time(course.start),
        end=_write_time(course.end),
        valid_from=str(course.valid_from or ""),
        valid_until=str(course.valid_until or ""),
        breaks=course.breaks.text if course.breaks else "",
        level=course.levels,
        for_whom=course.audience,
        area=course.area,
        fee_yen=course.fee_yen,
        fee_unit=course.fee_unit,
        fee_note=course.fee_note,
        childcare=_write_childcare(course),
        accepting=course.accepting,
        how_to_join=course.joining,
        languages=course.languages,
        url=course.url,
        contact_phone=course.phone,
        contact_email=course.email,
        volunteers_wanted=course.volunteers_wanted,
        source_url=course.source.where,
        source_date=course.source.date,
        checked_on=str(course.checked_on or ""),
        checked_by_role=course.checked_by,
        look=describe_look(course.look),
    )


def _round(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DEGREE_DECIMALS)


def _write_time(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _write_weeks(course: Course) -> str:
    """Write the weeks as their cell may have them."""
    weeks = course.weeks
    if weeks is None:
        return ""
    written = {"every": "毎週", "alternate": "隔週", "as written": weeks.text}
    return written.get(weeks.kind) or "・".join(f"第{number}" for number in weeks.numbers)


def _write_childcare(course: Course) -> str:
    """Write whether there is childcare; in brackets what is said of it besides."""
    known = "" if course.childcare is None else "yes" if course.childcare else "no"
    return f"{known}({course.childcare_note})" if course.childcare_note else known
