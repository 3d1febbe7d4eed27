"""Places where Japanese classes are held, for the map's layer: each once, with the classes held there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from data.courses.records import Course
from data.records import City
from pages.answers.course_rows import choose_course_rows, group_courses
from pages.answers.scene import Scene
from pages.card.courses import describe_class
from pages.languages.names import name_place

MAX_IN_FULL = 150  # classes whose facts go to the map with them; of more only the names, the cards have the rest
MAX_VENUES = 1000  # places that the map can take; of more none is there until a filter leaves fewer


@dataclass(frozen=True, slots=True)
class VenueClass:
    """A class in the reader's words, and the row whose card tells more of it, if there is one.

    `url` is that card's page where pages have addresses of their own; else the layer opens the card by `slug`.
    """

    name: str
    name_lang: str
    lines: tuple[str, ...]
    slug: str | None = None
    city: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A place in degrees WGS84, its Japanese name, and the classes held there."""

    lat: float
    lng: float
    name: str
    classes: tuple[VenueClass, ...]


def list_venues(scene: Scene) -> tuple[Venue, ...]:
    """List where the classes are held that a scene shows: those that fit its filters, or of the cities on the map."""
    courses = [course for course in _choose_shown(scene) if course.latitude is not None and course.mode != "online"]
    in_full = len(courses) <= MAX_IN_FULL
    cities = _find_cities(courses, scene.atlas.cities)
    held: dict[tuple[float, float, str], list[Course]] = {}
    for course in courses:
        if course.latitude is not None and course.longitude is not None:
            spot = round(course.latitude, 5), round(course.longitude, 5)
            held.setdefault((*spot, course.venue or course.address), []).append(course)
    if len(held) > MAX_VENUES:
        return ()
    return tuple(
        Venue(lat, lng, name or group[0].name, tuple(_describe(one, cities, scene, in_full=in_full) for one in group))
        for (lat, lng, name), group in held.items()
    )


def describe_venues(scene: Scene, script: str) -> dict[str, Any] | None:
    """Describe them for the layer with the words it needs, and where its script for them is; None without any."""
    venues = list_venues(scene)
    if not venues:
        return None
    _ = scene.language.gettext
    return {
        "script": script,
        "texts": {
            "all": _("Where classes are held"),
            "one": _("Place of a class: {place}"),
            "card": _("Open the card of {city}"),
        },
        "places": [asdict(venue, dict_factory=_drop_missing) for venue in venues],
    }


def _choose_shown(scene: Scene) -> Iterable[Course]:
    view = scene.view
    rows = choose_course_rows(scene.atlas, view, scene.today)
    courses = tuple(course for course in rows if not course.is_over(scene.today))
    if view.query or view.class_filter_count:
        return courses
    return (course for group in group_courses(courses, scene.shown).values() for course in group)


def _find_cities(courses: Iterable[Course], cities: Iterable[City]) -> Mapping[str, City]:
    """Find the rows that classes belong to, by the codes of the classes' places."""
    by_code = {city.code: city for city in cities}
    grouped = group_courses(courses, by_code.values())
    return {course.code: by_code[code] for code, group in grouped.items() for course in group}


def _describe(course: Course, cities: Mapping[str, City], scene: Scene, *, in_full: bool) -> VenueClass:
    card = describe_class(course, scene.language, scene.today)
    said = (card.in_brief, card.written, *card.notices) if in_full else ()
    known = (card.name, card.name_lang, tuple(filter(None, said)))
    city, links = cities.get(course.code), scene.links
    if city is None:
        return VenueClass(*known)
    name = name_place(city.place, scene.language).text
    url = links.link_page("map", replace(scene.view, city=city.slug)) if links.is_static else None
    return VenueClass(*known, city.slug, name, url)


def _drop_missing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value is not None}
