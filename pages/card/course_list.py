"""The classes of a place on its card: what fits the reader now in full, the others folded, online ones of elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from data.courses.records import Course
from data.hours import WEEKDAYS
from data.records import Place
from pages.answers.courses import choose_courses, judge_course
from pages.answers.filters import is_ward_of
from pages.answers.offers import Offer
from pages.answers.scene import Scene
from pages.card.card import Item, Section
from pages.card.courses import CourseCard, describe_course, describe_in_line

MAX_IN_FULL = 3  # classes that stand on a card in full; the others are folded
MAX_ONLINE = 5  # online classes of elsewhere that a card offers; the list has them all


@dataclass(frozen=True, slots=True)
class CourseFold:
    """Classes behind a line that says how many there are; `more` leads to all of them where these are not all."""

    text: str
    courses: tuple[CourseCard, ...]
    more: Offer | None = None


@dataclass(frozen=True, slots=True)
class CourseList:
    """What a card has of classes: some in full, or where it is brief a line each, and what is folded.

    `more` leads to those that a brief list leaves out. Without `has_own` none is of the place itself.
    """

    shown: tuple[CourseCard, ...] = ()
    folds: tuple[CourseFold, ...] = ()
    is_brief: bool = False
    more: Offer | None = None
    has_own: bool = True


def describe_courses(place: Place, scene: Scene) -> CourseList | None:
    """Describe the classes of a place for its card; None where there is none.

    With filters of classes those that fit come first. Without, those that take people do, by weekday and time.
    """
    _, own = scene.language.gettext, find_courses(place, scene)
    fitting, unsure, others = _part_by_filters(own, scene)
    folds = (
        _fold(_("More classes"), fitting[MAX_IN_FULL:], scene, place),
        _fold(_("It is not known whether these fit: ask"), unsure, scene, place),
        _fold(_("Other classes"), others, scene, place),
        _fold_online(own, scene, place),
    )
    shown = tuple(describe_course(course, scene, place) for course in fitting[:MAX_IN_FULL])
    found = CourseList(shown, tuple(fold for fold in folds if fold), has_own=bool(own))
    return found if found.shown or found.folds else None


def describe_courses_briefly(place: Place, scene: Scene, url: str) -> CourseList | None:
    """Describe the first of them where the place is one of many; `url` leads to all; None where there is none."""
    own = [course for part in _part_by_filters(find_courses(place, scene), scene) for course in part]
    if not own:
        return None
    shown = tuple(describe_course(course, scene, place) for course in own[:MAX_IN_FULL])
    more = _count(scene.language.gettext("More classes"), len(own) - len(shown), scene)
    return CourseList(shown, is_brief=True, more=Offer(more, url) if more else None)


def add_lines(section: Section, place: Place, scene: Scene) -> Section:
    """Put the number of a place's classes into the heading of a section, and before its lines those of the first."""
    own = find_courses(place, scene)
    if not own:
        return section
    items = [item for course in own[:MAX_IN_FULL] for item in describe_in_line(course, scene.language, scene.today)]
    more = _count(scene.language.gettext("More classes"), len(own) - MAX_IN_FULL, scene)
    items += [Item("text", more)] if more else []
    return replace(section, heading=_count(section.heading, len(own), scene), items=(*items, *section.items))


def find_courses(place: Place, scene: Scene) -> list[Course]:
    """Find the classes of a place, of a ward its city's too, sorted."""
    of_its_city = [course for course in scene.atlas.courses if is_ward_of(place, course.place)]
    return sort_courses([*choose_courses(scene.atlas, place), *of_its_city], scene)


def sort_courses(courses: Iterable[Course], scene: Scene) -> list[Course]:
    """Sort classes: those that take people by weekday and time, then full ones, then those that are over."""
    return sorted(courses, key=lambda course: (course.is_over(scene.today), _takes_nobody(course), _find_time(course)))


def _part_by_filters(own: Sequence[Course], scene: Scene) -> tuple[list[Course], list[Course], list[Course]]:
    """Part classes into those that fit, those that may, and the others; without filters all fit, whatever they are."""
    if not scene.view.class_filter_count:
        return list(own), [], []
    parts: dict[bool | None, list[Course]] = {True: [], None: [], False: []}
    for course in own:
        parts[not course.is_over(scene.today) and judge_course(course, scene.view)].append(course)
    return parts[True], parts[None], parts[False]


def _fold_online(own: Sequence[Course], scene: Scene, place: Place) -> CourseFold | None:
    """Fold what one can take part in from here, that of the own prefecture first, few of many.

    In the edition, which may have a page for each city of Japan, only where there are classes anyway.
    """
    if scene.links.is_static and not own:
        return None
    online = [course for course in scene.atlas.courses if course.is_online and course not in own]
    fitting, unsure, _ = _part_by_filters([course for course in online if not course.is_over(scene.today)], scene)
    found = sort_courses([*fitting, *unsure], scene)
    found.sort(key=lambda course: course.place.prefecture != place.prefecture)
    fold = _fold(scene.language.gettext("Online classes of other places"), found, scene, place, MAX_ONLINE)
    if fold is None or len(found) <= MAX_ONLINE or scene.links.is_static:
        return fold
    view = replace(scene.view, online=True, city=None, query="", prefectures=(), page=1)
    return replace(fold, more=Offer(scene.language.gettext("All online classes"), scene.links.link_view(view)))


def _fold(
    text: str, courses: Sequence[Course], scene: Scene, place: Place, limit: int | None = None
) -> CourseFold | None:
    described = tuple(describe_course(course, scene, place) for course in courses[:limit])
    return CourseFold(_count(text, len(courses), scene), described) if courses else None


def _count(text: str, number: int, scene: Scene) -> str:
    return text + scene.language.enclose(str(number)) if number > 0 else ""


def _find_time(course: Course) -> tuple[int, time]:
    day = WEEKDAYS.index(course.weekdays[0]) if course.weekdays else len(WEEKDAYS)
    return day, course.start or time.max


def _takes_nobody(course: Course) -> bool:
    return course.accepting in {"full", "paused"}
