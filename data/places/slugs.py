"""A city's name in an address, and the cities that such a name means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from data.places.gazetteer import search_places
from data.records import City, Place


def make_slugs(places: Sequence[Place]) -> tuple[str, ...]:
    """Return one slug a place, unique among them: `sakai`, where names repeat `sakai-osaka`, then `fuchu-342084`.

    A prefectural government is `osaka-prefecture`.
    """
    names = Counter(map(_slug_name, places))
    long_names = Counter(map(_slug_with_prefecture, places))
    return tuple(
        _slug_name(place)
        if names[_slug_name(place)] == 1
        else _slug_with_prefecture(place)
        if long_names[_slug_with_prefecture(place)] == 1
        else f"{_slug_name(place)}-{place.code}"
        for place in places
    )


def resolve_slug(text: str, cities: Iterable[City]) -> tuple[City, ...]:
    """Return the cities an address means: one, several where a bare name repeats, () for anything else.

    A code and `name-prefecture` are understood whether the table needs them or not, and so is a name in any spelling.
    """
    wanted = text.strip().lower()
    listed = tuple(cities)
    exact = tuple(city for city in listed if wanted in (city.slug, city.code))
    if exact:
        return exact
    slugged = tuple(
        city
        for city in listed
        if wanted
        in (_slug_name(city.place), _slug_with_prefecture(city.place), f"{_slug_name(city.place)}-{city.code}")
    )
    return slugged or tuple(city for city in listed if city.place in search_places(text))


def _slug_name(place: Place) -> str:
    """Return the English name in small letters with hyphens."""
    return re.sub("[^a-z0-9]+", "-", place.en.lower()).strip("-")


def _slug_with_prefecture(place: Place) -> str:
    return f"{_slug_name(place)}-{place.prefecture.slug}"
