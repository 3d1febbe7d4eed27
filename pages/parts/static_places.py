"""What a page of the static edition must know to lead on who comes by an address that was meant for the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from data.records import City
from pages.parts.atlas import Atlas
from pages.parts.card import render_template
from pages.parts.features import dump_json
from pages.parts.language import FALLBACK, choose_language, list_languages
from pages.parts.links import Links
from pages.parts.static_links import PLACES
from pages.parts.view import View

OTHER_TAGS = ("zh-TW", "zh-HK", "zh-MO", "tl", "in")  # what browsers say of languages that have another tag here


def describe_address(view: View, links: Links) -> Mapping[str, object]:
    """Describe a page to the script that follows addresses; `chosen`: its language stands in its own address."""
    return {
        "root": links.root,
        "places": links.link_script(PLACES),
        "page": links.page,
        "language": view.lang or FALLBACK,
        "chosen": view.lang is not None,
        "tags": list_tags(),
    }


@cache
def list_tags() -> Mapping[str, str]:
    """List the language codes by tag in small letters: a reader's tag means that of its longest beginning here."""
    codes = {one.code.lower(): one.code for one in list_languages()}
    tags = {tag for one in list_languages() for tag in (one.tag, one.tag.partition("-")[0])}
    return {tag.lower(): choose_language(None, None, tag).code for tag in (*sorted(tags), *OTHER_TAGS)} | codes


def write_places(atlas: Atlas) -> str:
    """Write the script that tells which city a word in an address means."""
    return str(render_template("places.js", cities=Markup(dump_json(name_cities(atlas)))))  # noqa: S704 - no < in it


def name_cities(atlas: Atlas) -> Mapping[str, str]:
    """Give each city's slug by all that names it in an address, in small letters, and no other."""
    named = [(word, city) for city in atlas.cities for word in _list_words(city)]
    often = Counter(word for word, _ in named)
    slugs = {word: city.slug for word, city in named if often[word] == 1}
    return dict(sorted((slugs | {city.slug: city.slug for city in atlas.cities}).items()))


def _list_words(city: City) -> set[str]:
    place = city.place
    words = (city.slug, city.code, place.ja, place.en, f"{place.en}-{place.prefecture.slug}")
    return {word.lower() for word in words}
