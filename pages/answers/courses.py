"""Classes that fit: which classes of the tables meet the filters, which may, and which belong to a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.courses.records import Course
from data.records import Place
from pages.address.view import DAYS, View
from pages.answers.atlas import Atlas
from pages.answers.filters import is_ward_of

CourseMatter = Literal["day", "time", "learner", "fee", "online", "childcare", "children"]


@dataclass(frozen=True, slots=True)
class CourseResult:
    """The classes that a view leaves: those on the spot, then those online, and last in each what takes nobody now.

    `fitting` meet every filter; `unsure` contradict none, but of one at least it is not known whether they meet it.
    `online` are those of either that one takes part in from afar. `nearby` fit too and are the nearest to the place
    that was asked for, where nothing fits there. `km` says how far the venues are from that place, where it is known.
    """

    fitting: tuple[Course, ...] = ()
    unsure: tuple[Course, ...] = ()
    online: frozenset[Course] = frozenset()
    nearby: tuple[Course, ...] = ()
    km: Mapping[Course, float] = field(default_factory=dict)

    @property
    def on_the_spot(self) -> tuple[Course, ...]:
        """Those fitting ones that one goes to."""
        return tuple(course for course in self.fitting if course not in self.online)


def filter_courses(atlas: Atlas, view: View, today: date) -> CourseResult:
    """Answer a view's filters of classes, wherever in Japan, in the order of their file; of classes over none fits.

    Without such a filter all that go on fit. Place and query are not looked at.
    """
    judged = [(course, judge_course(course, view)) for course in atlas.courses if not course.is_over(today)]
    fitting = [course for course, fits in judged if fits]
    unsure = [course for course, fits in judged if fits is None]
    return CourseResult(tuple(sorted(fitting, key=takes_nobody)), tuple(sorted(unsure, key=takes_nobody)))


def judge_course(course: Course, view: View) -> bool | None:
    """Tell whether a class meets the filters; None where too little is known of it to say."""
    met = [is_met for _matter, is_met in _judge_filters(course, view)]
    if False in met:
        return False
    return None if None in met else True


def list_missing(courses: Iterable[Course], view: View) -> tuple[CourseMatter, ...]:
    """List the matters that a view's filters ask for and that are not known of one or the other of the classes."""
    missing = [matter for course in courses for matter, is_met in _judge_filters(course, view) if is_met is None]
    return tuple(dict.fromkeys(missing))


def choose_courses(atlas: Atlas, place: Place) -> tuple[Course, ...]:
    """Choose the classes of a place, a city's those of its wards too, whether they are over or not."""
    return tuple(course for course in atlas.courses if is_at(course.place, place))


def is_at(place: Place, other: Place) -> bool:
    """Tell whether a place is the other one or a ward of it."""
    return place == other or is_ward_of(place, other)


def takes_nobody(course: Course) -> bool:
    """Tell whether nobody can join a class now."""
    return course.accepting in {"full", "paused"}


def _judge_filters(course: Course, view: View) -> Iterator[tuple[CourseMatter, bool | None]]:
    """Yield for each filter that is set what it asks for, and whether that is met; None where that is not known."""
    if view.days:
        asked = {DAYS[day] for day in view.days}
        yield "day", bool(asked & set(course.weekdays)) if course.weekdays else None
    if view.time:
        yield "time", course.time_of_day == view.time if course.time_of_day else None
    if view.learner:
        yield "learner", course.audience in {view.learner, "anyone"} if course.audience else None
    if view.free:
        yield "fee", course.is_free
    if view.online:
        yield "online", course.is_online if course.mode else None
    if view.children:
        yield "children", takes_children(course)
    if view.childcare:
        yield "childcare", course.childcare


def takes_children(course: Course) -> bool | None:
    """Tell whether a child may come along: to learn, or to be looked after; None where that is not known."""
    if course.childcare or course.audience in {"child", "anyone"}:
        return True
    return None if course.childcare is None or course.audience is None else False
