"""One class as a reader sees it: what its row says, and nothing of what it does not say, but for the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from data.courses.records import Course
from data.records import Place
from pages.answers.link_notes import describe_look
from pages.answers.scene import Scene
from pages.card.card import Item, shorten_address
from pages.card.course_times import list_notices, write_breaks, write_period, write_when
from pages.card.course_words import (
    name_audience,
    name_joining,
    name_levels,
    name_organizer_kind,
    write_area,
    write_fee,
)
from pages.card.offices import name_source
from pages.languages.dates import write_date
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


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A class in the reader's words; `beside` is its Japanese name beside the English one, or how that is read.

    `when` and `fee` are said shortly, for where there is no room for the facts, and `written` the weeks as they stand
    in the source (Japanese) where they could not be read.
    """

    name: str
    name_lang: str
    beside: str
    when: str
    written: str
    fee: str
    notices: tuple[str, ...]  # what has to be known before all else
    facts: tuple[CourseFact, ...]
    source: str
    checked_by: str  # a role, Japanese

    @property
    def in_brief(self) -> str:
        """When it takes place and what it costs."""
        return " · ".join(filter(None, (self.when, self.fee)))


def describe_course(course: Course, scene: Scene, at: Place | None = None) -> CourseCard:
    """Put a class into the reader's words; where it is not that of `at`, its place is named too."""
    return describe_class(course, scene.language, scene.today, at)


def describe_class(course: Course, language: Language, today: date, at: Place | None = None) -> CourseCard:
    """Put a class into the words of a language, as they are true on a day."""
    english = course.name_en if language.tag != "ja" else ""
    beside = course.name if english else course.name_kana if language.readings else ""
    return CourseCard(
        name=english or course.name,
        name_lang="en" if english else "ja",
        beside=beside,
        when=write_when(course, language),
        written=course.weeks.text if course.weeks else "",
        fee=write_fee(course, language),
        notices=tuple(list_notices(course, language, today)),
        facts=tuple(_list_facts(course, language, at)),
        source=_tell_source(course, language),
        checked_by=course.checked_by if course.checked_on else "",
    )


def describe_in_line(course: Course, language: Language, today: date) -> Iterator[Item]:
    """Yield a class as lines of a list: its name, when it is and what it costs; the weeks as written, if need be."""
    card = describe_class(course, language, today)
    detail = " · ".join((card.in_brief, *card.notices))
    yield Item("text", card.name, lang=card.name_lang, detail=detail)
    if card.written:
        yield Item("text", card.written, lang="ja")


def _list_facts(course: Course, language: Language, at: Place | None) -> Iterator[CourseFact]:
    """Yield what is known."""
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


def _tell_source(course: Course, language: Language) -> str:
    """Say where it was read, and when somebody has checked it; whose role follows, if it is known."""
    _ = language.gettext
    said = [_("Source: {source}").format(source=name_source(course.source, language))]
    if course.checked_on:
        said.append(_("Checked on {date}").format(date=write_date(course.checked_on, language)))
    return " · ".join(said)
