"""What filters of classes leave, in short: how many, by which filters, and which to drop where nothing fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.places.gazetteer import list_prefectures
from pages.address.view import View
from pages.answers.course_choices import list_made_choices, list_questions, take_back
from pages.answers.courses import CourseResult
from pages.answers.filters import find_municipality
from pages.answers.found import Found
from pages.answers.listing import count_cities
from pages.answers.offers import Offer
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.names import name_prefecture


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """How many classes there are in words, and the filters that are set, each with the view without it.

    `wider` are the views with one filter less that have more of them, where none fits on the spot.
    """

    count: str
    chosen: tuple[Offer, ...]
    wider: tuple[Offer, ...] = ()
    is_empty: bool = False  # no list follows


def is_filtering_courses(scene: Scene) -> bool:
    """Tell whether the view asks for classes, and somebody lists any."""
    return bool(scene.view.class_filter_count and scene.atlas.courses)


def summarize_courses(scene: Scene) -> CourseSummary | None:
    """Say in short what a view's filters of classes leave; None where it has none, or nobody lists classes."""
    if not is_filtering_courses(scene):
        return None
    found, view, language = scene.course_result, scene.view, scene.language
    return CourseSummary(
        count=count_courses(found, language),
        chosen=tuple(
            Offer(choice.label, scene.links.link_view(take_back(view, choice)))
            for choice in list_made_choices(view, language)
        ),
        wider=() if found.on_the_spot or (view.online and found.fitting) else tuple(_offer_wider(scene)),
        is_empty=not (found.fitting or found.unsure or found.nearby),
    )


def count_found(scene: Scene) -> str:
    """Say how many classes are found, where the view asks for any, else how many rows."""
    if is_filtering_courses(scene):
        return count_courses(scene.course_result, scene.language)
    return count_cities(len(scene.result.cities), len(scene.atlas.cities), scene.language)


def count_courses(found: CourseResult, language: Language) -> str:
    """Say how many classes fit, and in how many cities."""
    _, places = language.gettext, {find_municipality(course.place) for course in found.on_the_spot}
    online = len(found.fitting) - len(found.on_the_spot)
    said = []
    if places:
        classes = _count_classes(len(found.on_the_spot), language)
        cities = language.ngettext("{total} city", "{total} cities", len(places)).format(total=len(places))
        said.append(_("{classes} in {cities}").format(classes=classes, cities=cities))
    if online:
        text = language.ngettext("{count} class online", "{count} classes online", online)
        said.append(text.format(count=online))
    return language.join_names(said) or _("No class fits all of this.")


def _offer_wider(scene: Scene) -> Iterator[Offer]:
    """Yield the view without each of its filters, where it then has more classes, and still asks for any."""
    language, known = scene.language, len(scene.course_result.fitting)
    for name, wider in _list_wider(scene):
        count = len(Found(scene.atlas, wider, scene.today).courses.fitting)
        if count > known and wider.class_filter_count:
            text = language.gettext("Without “{filter}”: {classes}")
            text = text.format(filter=name, classes=_count_classes(count, language))
            yield Offer(text, scene.links.link_view(wider))


def _list_wider(scene: Scene) -> Iterator[tuple[str, View]]:
    """Yield each filter that is set, in words, and the view without it; days are one, since any of them will do."""
    language, view = scene.language, replace(scene.view, page=1)
    prefectures = [one for one in list_prefectures() if one.slug in view.prefectures]
    if prefectures:
        name = language.join_names(name_prefecture(one, language) for one in prefectures)
        yield name, replace(view, prefectures=())
    if view.query:
        yield view.query, replace(view, query="")
    for question in list_questions(view, language):
        made = [choice for choice in question.choices if choice.chosen]
        if question.key == "day" and made:
            yield language.join_names(choice.label for choice in made), replace(view, days=())
        elif question.key != "day":
            yield from ((choice.label, take_back(view, choice)) for choice in made)


def _count_classes(count: int, language: Language) -> str:
    return language.ngettext("{count} class", "{count} classes", count).format(count=count)
