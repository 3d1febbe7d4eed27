"""Where classes are looked for, and which are nearest: the place that a view asks for decides both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from data.courses.records import Course
from data.records import City, Place
from geocache.distance import measure_km
from pages.address.view import View
from pages.answers.courses import is_at
from pages.answers.filters import Result

Point = tuple[float, float]  # latitude and longitude, degrees WGS84
MAX_MEASURED = 50  # of the nearest classes whose distance is told: each takes 0.1 ms


@dataclass(frozen=True, slots=True)
class SearchArea:
    """Where classes are looked for: in prefectures (slugs; none: all) and at places (None: everywhere).

    Distances are measured from the office of `origin`, the one place that is asked for or opened.
    """

    prefectures: tuple[str, ...] = ()
    places: tuple[Place, ...] | None = None
    origin: Place | None = None

    def reaches(self, place: Place) -> bool:
        """Tell whether a place lies in the prefectures."""
        return not self.prefectures or place.prefecture.slug in self.prefectures

    def holds(self, place: Place) -> bool:
        """Tell whether classes of a place are meant; those of a city are where one of its wards was asked for."""
        return self.reaches(place) and (self.places is None or any(_covers(asked, place) for asked in self.places))


def find_area(view: View, asked: Result, opened: City | None) -> SearchArea:
    """Find where a view looks for classes; `asked` is what its prefectures and its query mean."""
    here = opened.place if opened else None
    if not view.query:
        return SearchArea(view.prefectures, None, _keep_located(here))
    whole = [place for place in asked.named if place.kind == "prefecture"] if asked.matched_by == "prefecture" else []
    places = tuple(dict.fromkeys([*whole, *(city.place for city in asked.cities), *asked.unlisted]))
    is_one = len(asked.named) == 1 or (asked.postal_code and asked.named)
    return SearchArea(view.prefectures, places, _keep_located(asked.named[0] if is_one else here))


def sort_by_distance(courses: Sequence[Course], area: SearchArea) -> tuple[Course, ...]:
    """Sort classes by how far their venues are, those without any place last; without an origin they stay in order."""
    origin = _locate_office(area.origin) if area.origin else None
    if origin is None:
        return tuple(courses)
    return tuple(sorted(courses, key=lambda course: _estimate(origin, locate_course(course))))


def measure_courses(courses: Sequence[Course], area: SearchArea) -> Mapping[Course, float]:
    """Measure how far, in km, the venues of the first of these classes are from the origin."""
    origin = _locate_office(area.origin) if area.origin else None
    if origin is None:
        return {}
    points = {course: locate_course(course) for course in courses[:MAX_MEASURED]}
    return {course: measure_km(origin, point) for course, point in points.items() if point}


def locate_course(course: Course) -> Point | None:
    """Locate a class: its venue, else the office of its municipality; None where neither is known."""
    if course.latitude is not None and course.longitude is not None:
        return course.latitude, course.longitude
    return _locate_office(course.place)


def _keep_located(place: Place | None) -> Place | None:
    return place if place and _locate_office(place) else None


def _locate_office(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _covers(asked: Place, place: Place) -> bool:
    if asked.kind == "prefecture":
        return asked.prefecture == place.prefecture
    return is_at(place, asked) or is_at(asked, place)


def _estimate(origin: Point, point: Point | None) -> float:
    """Estimate a distance in degrees of latitude, as on a plane: good enough to tell what is nearer."""
    if point is None:
        return float("inf")
    return hypot(point[0] - origin[0], (point[1] - origin[1]) * cos(radians((point[0] + origin[0]) / 2)))
