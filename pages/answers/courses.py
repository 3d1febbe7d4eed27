"""Classes that fit: which classes of the tables meet the filters, which may, and which belong to a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.courses.records import Course
from data.records import Place
from pages.address.view import DAYS, View
from pages.answers.atlas import Atlas
from pages.answers.filters import is_ward_of


@dataclass(frozen=True, slots=True)
class CourseResult:
    """The classes that a view's filters leave, those that take nobody now last.

    `fitting` meet every filter; `unsure` contradict none, but of one at least it is not known whether they meet it.
    """

    fitting: tuple[Course, ...] = ()
    unsure: tuple[Course, ...] = ()


def filter_courses(atlas: Atlas, view: View, today: date) -> CourseResult:
    """Answer a view's filters of classes, wherever in Japan; of classes that are over none fits.

    Without such a filter all that go on fit. Place and query are not looked at.
    """
    judged = [(course, judge_course(course, view)) for course in atlas.courses if not course.is_over(today)]
    fitting = [course for course, fits in judged if fits]
    unsure = [course for course, fits in judged if fits is None]
    return CourseResult(*(tuple(sorted(found, key=_takes_nobody)) for found in (fitting, unsure)))


def judge_course(course: Course, view: View) -> bool | None:
    """Tell whether a class meets the filters; None where too little is known of it to say."""
    met = list(_judge_filters(course, view))
    if False in met:
        return False
    return None if None in met else True


def choose_courses(atlas: Atlas, place: Place) -> tuple[Course, ...]:
    """Choose the classes of a place, a city's those of its wards too, whether they are over or not."""
    return tuple(course for course in atlas.courses if course.place == place or is_ward_of(course.place, place))


def _judge_filters(course: Course, view: View) -> Iterator[bool | None]:
    """Yield for each filter that is set whether it is met; None where that is not known."""
    if view.days:
        yield bool({DAYS[day] for day in view.days} & set(course.weekdays)) if course.weekdays else None
    if view.time:
        yield course.time_of_day == view.time if course.time_of_day else None
    if view.learner:
        yield course.audience in {view.learner, "anyone"} if course.audience else None
    if view.free:
        yield course.is_free
    if view.online:
        yield course.is_online if course.mode else None
    if view.childcare:
        yield course.childcare
    if view.children:
        yield _takes_children(course)


def _takes_children(course: Course) -> bool | None:
    """Tell whether a child may come along: to learn, or to be looked after."""
    if course.childcare or course.audience in {"child", "anyone"}:
        return True
    return None if course.childcare is None or course.audience is None else False


def _takes_nobody(course: Course) -> bool:
    return course.accepting in {"full", "paused"}
