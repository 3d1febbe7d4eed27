"""places.js of the static edition: which city a word means, in an address that was meant for the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from data.records import City
from pages.answers.atlas import Atlas
from pages.markup.rendering import dump_json, render_template


def write_places(atlas: Atlas) -> str:
    """Write the script that tells which city a word in an address means."""
    return str(render_template("places.js", cities=Markup(dump_json(name_cities(atlas)))))  # noqa: S704 - no < in it


def name_cities(atlas: Atlas) -> Mapping[str, str]:
    """Return each city's slug by all that names it in an address, in small letters, and no other."""
    named = [(word, city) for city in atlas.cities for word in _list_words(city)]
    often = Counter(word for word, _ in named)
    slugs = {word: city.slug for word, city in named if often[word] == 1}
    return dict(sorted((slugs | {city.slug: city.slug for city in atlas.cities}).items()))


def _list_words(city: City) -> set[str]:
    place = city.place
    words = (city.slug, city.code, place.ja, place.en, f"{place.en}-{place.prefecture.slug}")
    return {word.lower() for word in words}
