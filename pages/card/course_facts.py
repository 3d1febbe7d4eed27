"""What a class says, matter by matter, in the reader's words; of what is not known nothing but that the day is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from data.courses.records import Course
from data.records import Place
from pages.answers.link_notes import describe_look
from pages.card.card import Item, shorten_address
from pages.card.course_times import write_breaks, write_period, write_when
from pages.card.course_words import (
    name_audience,
    name_joining,
    name_levels,
    name_organizer_kind,
    write_area,
    write_fee,
)
from pages.languages.language import Language
from pages.languages.names import name_place
from pages.languages.spoken import name_languages, put_own_first

Matter = Literal[
    "times", "breaks", "venue", "learners", "fee", "childcare", "languages", "contacts", "organizer"
]  # in the order in which a reader asks for them


@dataclass(frozen=True, slots=True)
class CourseFact:
    """What a class says of one matter, in a line or several; `label` names it."""

    matter: Matter
    label: str
    items: tuple[Item, ...]


def list_facts(course: Course, language: Language, at: Place | None) -> Iterator[CourseFact]:
    """Yield what is known, and the place of the class where it is not that of `at`."""
    labels = name_matters(language)
    known: dict[Matter, Iterator[Item]] = {
        "times": _describe_times(course, language),
        "breaks": _describe_breaks(course, language),
        "venue": _describe_venue(course, language, at),
        "learners": _describe_learners(course, language),
        "fee": _say(write_fee(course, language), course.fee_note),
        "childcare": _describe_childcare(course, language),
        "languages": _say(language.join_names(_name_spoken(course, language))),
        "contacts": _describe_contacts(course, language),
        "organizer": _describe_organizer(course, language),
    }
    for matter, items in known.items():
        if found := tuple(items):
            yield CourseFact(matter, labels[matter], found)


def name_matters(language: Language) -> dict[Matter, str]:
    """Name what a class says something of, in its order."""
    _ = language.gettext
    return {
        "times": _("When"),
        "breaks": _("No class"),
        "venue": _("Where"),
        "learners": _("For whom"),
        "fee": _("Fee"),
        "childcare": _("Childcare"),
        "languages": _("Languages"),
        "contacts": _("How to join"),
        "organizer": _("Organiser"),
    }


def _say(text: str, written: str = "") -> Iterator[Item]:
    """Yield words for the reader, then those of the source, as far as there are any."""
    if text:
        yield Item("text", text)
    if written:
        yield Item("text", written, lang="ja")


def _describe_times(course: Course, language: Language) -> Iterator[Item]:
    yield from _say(write_when(course, language), course.weeks.text if course.weeks else "")
    yield from _say(write_period(course, language))


def _describe_breaks(course: Course, language: Language) -> Iterator[Item]:
    text = write_breaks(course, language)
    yield from _say(text or "", course.breaks.text if course.breaks and not text else "")


def _describe_venue(course: Course, language: Language, at: Place | None) -> Iterator[Item]:
    _, place = language.gettext, name_place(course.place, language)
    if at and course.place != at:
        yield Item("text", place.text, lang=place.lang)
    if course.is_online:
        yield from _say(_("Online") if course.mode == "online" else _("In person or online"))
    yield from _say("", course.venue)
    if course.address:
        yield Item("address", course.address, lang="ja")
    if course.mode == "in person" and not course.venue and not course.address:
        yield from _say(_("In person"))


def _describe_learners(course: Course, language: Language) -> Iterator[Item]:
    names = filter(None, (name_audience(course.audience, language), name_levels(course.levels, language)))
    yield from _say(" · ".join(names))
    is_plain_japanese = language.tag == "ja" and not language.readings
    yield from _say("" if is_plain_japanese else write_area(course, language), course.area)


def _describe_childcare(course: Course, language: Language) -> Iterator[Item]:
    _ = language.gettext
    said = {True: _("Available"), False: _("Not available")}
    yield from _say(said[course.childcare] if course.childcare is not None else "", course.childcare_note)


def _name_spoken(course: Course, language: Language) -> list[str]:
    return name_languages(put_own_first(course.languages, language), language)


def _describe_contacts(course: Course, language: Language) -> Iterator[Item]:
    yield from _say(name_joining(course.joining, language))
    if course.phone:
        yield Item("phone", course.phone, f"tel:{course.phone.replace('-', '')}")
    if course.email:
        yield Item("email", course.email, f"mailto:{quote(course.email, safe='@')}")
    if course.url:
        note = describe_look(course.look, language, by_mail=None)
        translate = language.tag != "ja" or None
        yield Item("link", shorten_address(course.url), course.url, translate=translate, look=course.look, note=note)


def _describe_organizer(course: Course, language: Language) -> Iterator[Item]:
    _, kind = language.gettext, name_organizer_kind(course.organizer_kind, language)
    if course.organizer:
        yield Item("text", course.organizer, lang="ja", detail=kind or None)
    else:
        yield from _say(kind)
    if course.volunteers_wanted is not None:
        wanted = course.volunteers_wanted
        yield from _say(_("Volunteers are wanted.") if wanted else _("No volunteers are wanted now."))
