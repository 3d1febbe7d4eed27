"""What a view finds: the rows that all its filters leave, and the classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from data.courses.records import Course
from data.records import City, Place
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.course_area import SearchArea, find_area, measure_courses, sort_by_distance
from pages.answers.courses import CourseResult, filter_courses, is_at, takes_nobody
from pages.answers.filters import Result, filter_cities
from pages.answers.japan_time import get_today
from pages.answers.speaking import has_speaker

MAX_NEARBY = 5  # classes that are offered where none fits at the place itself


@dataclass(frozen=True, eq=False)
class Found:
    """What a view finds on a day in Japan; each part is found once, when it is asked for."""

    atlas: Atlas
    view: View
    today: date = field(default_factory=get_today)

    @cached_property
    def asked(self) -> Result:
        """The rows that prefectures and query mean, whatever is spoken or taught there."""
        return filter_cities(self.atlas.cities, self.view)

    @cached_property
    def rows(self) -> Result:
        """The rows that are left: where the language is spoken, and a class fits or, if none does anywhere, may fit."""
        kept, view = self.asked.cities, self.view
        if view.speaks:
            kept = tuple(city for city in kept if has_speaker(self.atlas, city.place, view.speaks))
        if view.class_filter_count and self.atlas.courses:
            kept = _keep_with(kept, self.courses.fitting) or _keep_with(kept, self.courses.unsure)
        return replace(self.asked, cities=kept)

    @cached_property
    def courses(self) -> CourseResult:
        """The classes that are left: of the prefectures and places that are asked for, and online from anywhere."""
        judged, area = filter_courses(self.atlas, self.view, self.today), self.area
        fitting, unsure = (_order(found, area) for found in (judged.fitting, judged.unsure))
        online = frozenset(course for course in (*fitting, *unsure) if not _is_met_at(course, area))
        is_missed = self.view.class_filter_count and area.places and online.issuperset(fitting)
        nearby = _find_nearby(judged.fitting, area) if is_missed else ()
        is_asked = self.view.class_filter_count or self.view.query
        told = [course for course in (*fitting, *nearby, *unsure) if is_asked and course not in online]
        return CourseResult(fitting, unsure, online, nearby, measure_courses(told, area))

    @property
    def origin(self) -> Place | None:
        """The one place that is asked for or opened: classes come by how far they are from its office."""
        return self.area.origin

    @cached_property
    def area(self) -> SearchArea:
        """Where classes are looked for."""
        cities = self.asked.cities
        opened = self.atlas.find_city(self.view.city) or (cities[0] if len(cities) == 1 else None)
        return find_area(self.view, self.asked, opened)


def _order(courses: Iterable[Course], area: SearchArea) -> tuple[Course, ...]:
    """Keep the classes of an area and those online; the nearest first, online behind them, last what takes nobody."""
    kept = [course for course in courses if course.is_online or area.holds(course.place)]
    nearest = sort_by_distance(kept, area)
    return tuple(sorted(nearest, key=lambda course: (takes_nobody(course), not _is_met_at(course, area))))


def _is_met_at(course: Course, area: SearchArea) -> bool:
    """Tell whether people meet for a class in an area."""
    return course.mode != "online" and area.holds(course.place)


def _find_nearby(courses: Iterable[Course], area: SearchArea) -> tuple[Course, ...]:
    if area.origin is None:
        return ()
    met = [c for c in courses if c.mode != "online" and not takes_nobody(c) and area.reaches(c.place)]
    return sort_by_distance(met, area)[:MAX_NEARBY]


def _keep_with(cities: Iterable[City], courses: Iterable[Course]) -> tuple[City, ...]:
    """Keep the cities that have one of the classes, themselves or in a ward."""
    places = {course.place for course in courses}
    wards = [place for place in places if place.kind == "ward"]
    return tuple(city for city in cities if city.place in places or any(is_at(ward, city.place) for ward in wards))
