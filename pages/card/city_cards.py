"""A city's card with all that belongs to it: its facts, its classes, the offices to ask, in the order of the view."""

from __future__ import annotations

from dataclasses import replace

from data.records import City
from pages.answers.scene import Scene
from pages.card.card import Card, describe_card
from pages.card.course_list import describe_courses, describe_courses_briefly
from pages.card.offices import describe_help, describe_help_briefly


def describe_whole_card(city: City, scene: Scene) -> Card:
    """Describe a city whose card stands by itself."""
    card = describe_card(city, scene.language, describe_help(city.place, scene), scene.today)
    return _put_counters_first(replace(card, courses=describe_courses(city.place, scene)), scene)


def describe_brief_card(city: City, scene: Scene, url: str) -> Card:
    """Describe a city that is one of many; `url` leads to where it stands by itself."""
    card = describe_card(city, scene.language, describe_help_briefly(city.place, scene), scene.today)
    return _put_counters_first(replace(card, courses=describe_courses_briefly(city.place, scene, url)), scene)


def _put_counters_first(card: Card, scene: Scene) -> Card:
    """Put the counters right behind the classes where the reader asked for a language that is spoken at counters."""
    if not scene.view.speaks:
        return card
    first, *others = card.sections
    return replace(card, sections=(first, *sorted(others, key=lambda section: section.field != "counter")))
