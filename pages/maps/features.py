"""Features of the map's layer: the cities with their places and facts, and the words that the layer needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Any

from data.offices import NO_OFFICES, Offices
from data.records import City, Place
from geocache.coordinates import Coordinate
from pages.answers.offices import choose_offices
from pages.answers.scene import Scene
from pages.card.card import Card, Section, describe_city
from pages.card.course_list import add_lines
from pages.card.offices import describe_briefly
from pages.languages.language import Language

CARD_ONLY = {"standing", "look", "via", "answered", "is_calm"}  # what the popup leaves to the card, but for its words
MAX_CITIES_IN_FULL = 300  # cities whose facts go to the map with them; of more only the names, the card has the rest


def build_features(
    cities: Sequence[City],
    coordinates: Mapping[str, Coordinate],
    language: Language,
    known: Offices = NO_OFFICES,
    today: date | None = None,
    add_classes: Callable[[Section, Place], Section] | None = None,
) -> list[dict[str, Any]]:
    """Build one feature for each city that has a place: degrees WGS84, its card's facts and its offices.

    With `today`, the day in Japan, the last line says besides what the city has confirmed. `add_classes` puts what is
    said of the classes of a place before the links to lists of classes.
    """

    def describe(city: City) -> Card:
        if len(cities) > MAX_CITIES_IN_FULL:
            return _describe_briefly(city, language)
        card = describe_city(city, language, describe_briefly(choose_offices(known, city.place), language), today)
        pin = language.gap.join((card.pin, *(said.text for said in card.standing)))
        first, *others = card.sections
        first = add_classes(first, city.place) if add_classes else first
        return replace(card, pin=pin, sections=tuple(map(_keep_warnings, (first, *others))))

    return [
        {
            "lat": round(coordinates[city.code].latitude, 5),
            "lng": round(coordinates[city.code].longitude, 5),
            **asdict(describe(city), dict_factory=_drop_missing),
        }
        for city in cities
        if city.code in coordinates
    ]


def describe_features(cities: Sequence[City], scene: Scene) -> list[dict[str, Any]]:
    """Build the features of some cities of a scene, with the first of their classes."""
    atlas, add_classes = scene.atlas, partial(add_lines, scene=scene)
    return build_features(cities, atlas.coordinates, scene.language, atlas.offices, scene.today, add_classes)


def build_texts(language: Language) -> dict[str, str]:
    """Build the words that the layer itself needs."""
    _ = language.gettext
    return {
        "language": language.tag,
        "direction": language.direction,
        "translator": language.translator,
        "map": _("Map of Japan with the listed cities"),
        "marker": _("{city}, {prefecture}"),
        "copy": _("Copy"),
        "copyAddress": _("Copy {address}"),
        "copied": _("Copied"),
        "close": _("Close"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "all": _("All"),
        "hintFingers": _("Move the map with two fingers"),
        "hintWheel": _("Zoom with {key} and the wheel"),
        "layers": _("Choose the base map"),
        "translate": _("Read it in English (machine translation)"),
        "none": _("Not listed in the source."),
        "cluster": _("{count} cities: zoom in"),
        "outlines": _("Boundaries: Japan Meteorological Agency website, processed"),
    }


def _describe_briefly(city: City, language: Language) -> Card:
    card = describe_city(city, language)
    return replace(card, sections=(), pin=language.gettext("All details are on the card beside or below the map."))


def _keep_warnings(section: Section) -> Section:
    """Leave to the card when its links answered; what is wrong with one has to be said where it is followed."""
    items = (replace(item, note=None) if item.note and item.note.is_calm else item for item in section.items)
    return replace(section, items=tuple(items))


def _drop_missing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value is not None and name not in CARD_ONLY}
