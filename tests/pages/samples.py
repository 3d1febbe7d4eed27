"""Rows to test pages with, made of the gazetteer's places."""

from typing import Any

from markupsafe import Markup

from data.places.gazetteer import find_place
from data.records import City, Link, Place
from pages.card.card import Card
from pages.languages.language import Language
from pages.markup.rendering import render_template, share_words


def make_place(code: str) -> Place:
    """The gazetteer's place of that code."""
    place = find_place(code)
    assert place is not None
    return place


def make_city(code: str, **facts: Any) -> City:
    """A row for that place, empty but for the facts given."""
    place = make_place(code)
    empty: dict[str, Any] = {
        "number": "1",
        "row": 2,
        "slug": place.en.lower().replace(" ", "-"),
        "listed_name": place.en,
    }
    cells = {"departments": (), "websites": (), "emails": (), "classes": ()}
    return City(place=place, **(empty | cells | facts))


def make_link(url: str, **facts: Any) -> Link:
    """A class link to that address."""
    plain: dict[str, Any] = {"label": None, "via": None, "front_page": False, "language": None, "original": url}
    return Link(kind="class", published=url, **(plain | facts))


SAPPORO, SAITAMA, YOKOHAMA, KAWASAKI, SAGAMIHARA = (
    make_city(code) for code in ("011002", "111007", "141003", "141305", "141500")
)
OSAKA, SAKAI, HIROSHIMA, KITAKYUSHU, FUKUOKA = (
    make_city(code) for code in ("271004", "271403", "341002", "401005", "401307")
)
TEN = (SAPPORO, SAITAMA, YOKOHAMA, KAWASAKI, SAGAMIHARA, OSAKA, SAKAI, HIROSHIMA, KITAKYUSHU, FUKUOKA)


def render_card(card: Card, language: Language) -> Markup:
    """Render a card as pages show it."""
    return render_template("card.html", card=card, level=2, **share_words(language))
