"""Classes on a sheet of paper: a table with a row each, of which Japanese readers can tell which class is meant."""

from __future__ import annotations

from dataclasses import dataclass

from data.courses.records import Course
from data.records import Place
from pages.answers.scene import Scene
from pages.card.card import Item
from pages.card.course_facts import CourseFact, Matter
from pages.card.course_list import find_courses
from pages.card.courses import describe_class
from pages.card.offices import name_source
from pages.languages.bilingual import Bilingual
from pages.languages.language import load_language
from pages.paper.pairs import JAPANESE, pair

MAX_IN_BRIEF = 3  # classes of a city on the sheet of many
# The columns, each with what stands in it: first what its heading says, the others with a word before them.
COLUMNS: tuple[tuple[Matter, ...], ...] = (
    ("venue",),
    ("times", "breaks"),
    ("learners", "fee", "childcare", "languages"),
    ("contacts", "organizer"),
)
NAMED = {"breaks", "fee", "childcare", "languages", "organizer"}


@dataclass(frozen=True, slots=True)
class PaperText:
    """A text of a class; `lang` is that of `said.native` where it is not the reader's."""

    said: Bilingual
    lang: str | None


@dataclass(frozen=True, slots=True)
class PaperFact:
    """What a class says of one matter; without a label the column's heading says what it is."""

    label: str
    texts: tuple[PaperText, ...]


@dataclass(frozen=True, slots=True)
class PaperCourse:
    """A class in a table: its name, how it is called beside that, what comes before all else, and its cells."""

    name: str
    name_lang: str
    beside: str
    when: Bilingual
    notices: tuple[Bilingual, ...]
    cells: tuple[tuple[PaperFact, ...], ...]


@dataclass(frozen=True, slots=True)
class CourseTable:
    """The classes of a place, and where they were read, each source once."""

    rows: tuple[PaperCourse, ...]
    sources: tuple[str, ...]


def describe_course_table(place: Place, scene: Scene) -> CourseTable | None:
    """Describe the classes of a place; what is over is left to the pages. None where there is none."""
    own = [course for course in find_courses(place, scene) if not course.is_over(scene.today)]
    rows = tuple(_describe_row(course, scene, place) for course in own)
    sources = dict.fromkeys(name_source(course.source, scene.language) for course in own)
    return CourseTable(rows, tuple(sources)) if rows else None


def _describe_row(course: Course, scene: Scene, at: Place) -> PaperCourse:
    card, ja = (
        describe_class(course, language, scene.today, at) for language in (scene.language, load_language(JAPANESE))
    )
    when = pair(card.when, ja.when)
    facts = {fact.matter: fact for fact in card.facts}
    return PaperCourse(
        card.name,
        card.name_lang,
        card.beside,
        when,
        tuple(pair(text, other) for text, other in zip(card.notices, ja.notices, strict=True)),
        tuple(tuple(_describe_fact(facts[one], when) for one in column if one in facts) for column in COLUMNS),
    )


def _describe_fact(fact: CourseFact, when: Bilingual) -> PaperFact:
    """Describe a fact on paper; when a class is stands there in Japanese, too, for whoever is asked for it."""
    texts = [PaperText(Bilingual(_write(item), ""), item.lang) for item in fact.items]
    if fact.matter == "times":
        texts[0] = PaperText(when, None)
    return PaperFact(fact.label if fact.matter in NAMED else "", tuple(texts))


def _write(item: Item) -> str:
    return item.url if item.kind == "link" and item.url else item.text
