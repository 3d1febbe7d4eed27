"""Classes of a view's rows: those that meet its filters and are held where it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from data.courses.records import Course
from data.records import City
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.courses import filter_courses
from pages.answers.filters import is_ward_of
from pages.answers.found import Found


def choose_course_rows(atlas: Atlas, view: View, today: date) -> tuple[Course, ...]:
    """Choose the classes of a view; with a filter of classes those that are known to meet it, on a day in Japan.

    Without one those that are over are among them. Where online classes are asked for they may be held from anywhere.
    """
    fitting = filter_courses(atlas, view, today).fitting if view.class_filter_count else atlas.courses
    if not (view.prefectures or view.query):
        return fitting
    area = Found(atlas, view, today).area
    return tuple(course for course in fitting if area.holds(course.place) or (view.online and course.is_online))


def group_courses(courses: Iterable[Course], cities: Iterable[City]) -> Mapping[str, tuple[Course, ...]]:
    """Group classes by the cities' codes, a city's with those of its wards; cities without any are left out."""
    by_code: dict[str, list[Course]] = {}
    for course in courses:
        by_code.setdefault(course.code, []).append(course)
    wards = [(group[0].place, group) for group in by_code.values() if group[0].place.kind == "ward"]
    grouped: dict[str, tuple[Course, ...]] = {}
    for city in cities if by_code else ():
        in_wards = [course for ward, group in wards if is_ward_of(ward, city.place) for course in group]
        if found := (*by_code.get(city.code, ()), *in_wards):
            grouped[city.code] = found
    return grouped
