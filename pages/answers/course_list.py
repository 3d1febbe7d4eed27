"""The classes that a view's filters leave, as a list: those that fit, those near, those online, those that may fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.courses.records import Course
from data.records import City, Place
from pages.answers.course_choices import name_matters
from pages.answers.course_summary import is_filtering_courses
from pages.answers.courses import list_missing
from pages.answers.filters import find_municipality
from pages.answers.listing import Step, choose_rows, count_parts, list_part_steps
from pages.answers.offers import Offer, describe_place, spell_query
from pages.answers.scene import Scene
from pages.languages.names import name_place


@dataclass(frozen=True, slots=True)
class FoundCourse:
    """A class, and the way to its place in words that say how far that is, where it is known.

    `facts` is what a script needs to judge whether it fits, in a static edition.
    """

    course: Course
    place: Offer
    facts: str = ""


@dataclass(frozen=True, slots=True)
class CourseGroup:
    """Classes that belong together, and what is said of them; `folded` ones are behind that."""

    text: str
    found: tuple[FoundCourse, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class CourseListing:
    """The classes of a view in groups, a word on their order, and the links to the list's other parts.

    `pages` are those of an edition that have further classes.
    """

    groups: tuple[CourseGroup, ...]
    note: str = ""
    steps: tuple[Step, ...] = ()
    pages: tuple[Offer, ...] = ()


def list_courses(scene: Scene) -> CourseListing | None:
    """List the classes that a view's filters leave; None where it has none for them, or nothing is left."""
    if not is_filtering_courses(scene):
        return None
    found = scene.course_result
    parts = max(count_parts(found.fitting), count_parts(found.unsure))
    view = replace(scene.view, page=min(scene.view.page, parts))
    groups = tuple(_list_groups(scene))
    return CourseListing(groups, _tell_order(scene), list_part_steps(view, parts, scene)) if groups else None


def list_on_paper(scene: Scene) -> CourseListing | None:
    """List the classes as `list_courses` does, with nothing folded."""
    found = list_courses(scene)
    return found and replace(found, groups=tuple(replace(group, folded=False) for group in found.groups))


def list_found(courses: Iterable[Course], scene: Scene) -> tuple[FoundCourse, ...]:
    """List classes with the ways to their places, which say how far they are where that is known."""
    rows, km = {city.place: city for city in scene.atlas.cities}, scene.course_result.km
    found = []
    for course in courses:
        place = _offer_place(course.place, rows.get(course.place) or rows.get(find_municipality(course.place)), scene)
        if far := round(km.get(course, 0)):
            place = replace(place, text=scene.language.gettext("{city}: {km} km").format(city=place.text, km=far))
        found.append(FoundCourse(course, place))
    return tuple(found)


def _offer_place(place: Place, city: City | None, scene: Scene) -> Offer:
    """Offer a place: its row is opened, any other is searched for, where a server answers searches."""
    view, language, url = replace(scene.view, choices=(), page=1), scene.language, ""
    if city:
        url = scene.links.link_view(replace(view, city=city.slug))
    elif not scene.links.is_static:
        query = spell_query(place, language)
        url = scene.links.link_view(replace(view, query=query, prefectures=(), city=None))
    return Offer(describe_place(place, language), url)


def _list_groups(scene: Scene) -> Iterator[CourseGroup]:
    """Yield what is found in the part that the view asks for, then what lies near and what may fit."""
    _, found, view = scene.language.gettext, scene.course_result, scene.view
    shown = choose_rows(found.fitting, view)
    here, online = ([course for course in shown if (course in found.online) is away] for away in (False, True))
    for text, courses in (
        ("", here),
        (_("None of them there. The nearest:"), found.nearby),
        (_("Online, from anywhere:"), online),
    ):
        if courses:
            yield CourseGroup(text, list_found(courses, scene))
    if found.unsure:
        shown = choose_rows(found.unsure, view)
        yield CourseGroup(_say_unsure(found.unsure, scene), list_found(shown, scene), folded=bool(found.fitting))


def _say_unsure(courses: Sequence[Course], scene: Scene) -> str:
    """Say of how many it is not known whether they fit, and what is not known."""
    language, names = scene.language, name_matters(scene.language)
    text = language.ngettext(
        "{count} more where this is not known: {matters}. Ask.",
        "{count} more where this is not known: {matters}. Ask.",
        len(courses),
    )
    matters = language.join_names(names[matter] for matter in list_missing(courses, scene.view))
    return text.format(count=len(courses), matters=matters)


def _tell_order(scene: Scene) -> str:
    """Say what the classes are near to, where they are sorted by that."""
    origin = scene.found.origin
    if origin is None or not scene.course_result.km:
        return ""
    text = scene.language.gettext("The nearest to {place} come first.")
    return text.format(place=name_place(origin, scene.language).text)
