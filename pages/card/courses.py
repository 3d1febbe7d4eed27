"""One class as a reader sees it: what its row says, and nothing of what it does not say, but for the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.courses.records import Course
from data.records import Place
from pages.answers.scene import Scene
from pages.card.card import Item
from pages.card.course_facts import CourseFact, list_facts
from pages.card.course_times import list_notices, write_when
from pages.card.course_words import write_fee
from pages.card.offices import name_source
from pages.languages.dates import write_date
from pages.languages.language import Language


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
        facts=tuple(list_facts(course, language, at)),
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


def _tell_source(course: Course, language: Language) -> str:
    """Say where it was read, and when somebody has checked it; whose role follows, if it is known."""
    _ = language.gettext
    said = [_("Source: {source}").format(source=name_source(course.source, language))]
    if course.checked_on:
        said.append(_("Checked on {date}").format(date=write_date(course.checked_on, language)))
    return " · ".join(said)
