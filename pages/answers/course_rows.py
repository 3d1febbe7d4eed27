"""Classes of a view's rows: those that meet its filters and are held where it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from data.courses.records import Course
from data.places.addresses import read_address
from data.records import City, Place
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.courses import filter_courses
from pages.answers.filters import filter_cities, is_ward_of, search_query


def choose_course_rows(atlas: Atlas, view: View, today: date) -> tuple[Course, ...]:
    """Choose the classes of a view; with a filter of classes those that are known to meet it, on a day in Japan.

    Without one those that are over are among them. Where online classes are asked for they may be held from anywhere.
    """
    fitting = filter_courses(atlas, view, today).fitting if view.class_filter_count else atlas.courses
    if not (view.prefectures or view.query):
        return fitting
    named = _list_named(atlas, view) if view.query else ()
    places = {course.code: course.place for course in fitting}
    asked = {code for code, place in places.items() if _is_asked(place, view, named)}
    return tuple(course for course in fitting if course.code in asked or (view.online and course.is_online))


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


def _list_named(atlas: Atlas, view: View) -> tuple[Place, ...]:
    """List the places that a query means: the rows that bear its name, else all that it names besides its rows."""
    result = filter_cities(atlas.cities, view)
    rows = tuple(city.place for city in result.cities)
    if rows and result.matched_by == "name":
        return rows
    return (*rows, *(search_query(view.query) or read_address(view.query)))


def _is_asked(place: Place, view: View, named: Iterable[Place]) -> bool:
    """Tell whether a place lies in one of the view's prefectures, and in what its query means; a ward's city does."""
    if view.prefectures and place.prefecture.slug not in view.prefectures:
        return False
    return not view.query or any(_lies_in(place, other) or is_ward_of(other, place) for other in named)


def _lies_in(place: Place, other: Place) -> bool:
    return place.prefecture == other.prefecture if other.kind == "prefecture" else _is_part(place, other)


def _is_part(place: Place, city: Place) -> bool:
    return place.code == city.code or is_ward_of(place, city)
