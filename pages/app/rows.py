"""The rows of a page in the app: what is said above them, the opened card, the list, the cards."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from data.records import City
from pages.address.links import Links
from pages.address.navigation import build_header
from pages.address.view import View
from pages.answers.answers import find_opened, list_answers, list_notes
from pages.answers.atlas import Atlas
from pages.answers.filters import Result
from pages.answers.listing import choose_rows, list_steps
from pages.answers.near_me import list_halls
from pages.app.frame import draw
from pages.app.session import find_public_url
from pages.card.card import describe_card
from pages.html.dialog import render_dialog
from pages.html.share import build_share
from pages.languages.language import Language
from pages.languages.names import Name, name_place, name_prefecture


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a link that opens the city's card and its popup."""

    slug: str
    name: Name
    prefecture: str
    url: str
    opened: bool


def draw_top(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> None:
    """Draw the heading, on a phone the button for the filters beside "Near me", and the answers to what was asked."""
    heading = build_header(view, links, language).heading
    with st.container(key="top"):
        draw("top.html", language, heading=heading, filter_count=view.filter_count, embed=view.embed)
        halls = () if view.embed else list_halls(atlas, language)
        if halls:  # by itself: what it found stays when only the answers change
            draw("near_me.html", language, halls=halls)
    if answers := list_answers(atlas, view, result, links, language):
        draw("answers.html", language, answers=answers)


def draw_opened(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> None:
    """Draw the card of the opened city, or of the only row found."""
    city = find_opened(atlas, view, result)
    if city is None:
        return
    with st.container(key="card", border=True):
        draw(
            "opened.html",
            language,
            card=describe_card(city, language),
            notes=list_notes(city, view, result, atlas, language),
            close_url=links.link_view(replace(view, city=None)) if view.city else None,
        )


def draw_dialog(language: Language) -> None:
    """Draw the screen that the cards of the page open; it stays closed till then."""
    st.html(render_dialog(language))


def draw_list(result: Result, view: View, links: Links, language: Language) -> None:
    """Draw one line a row, in the table's order."""
    if result.cities:
        rows = [_describe(city, view, links, language) for city in choose_rows(result.cities, view)]
        draw("list.html", language, rows=rows, steps=list_steps(result.cities, view, links, language))


def draw_cards(result: Result, view: View, links: Links, language: Language) -> None:
    """Draw the cards of the rows in full; the opened city's stands above them."""
    cities = choose_rows(result.cities, view)
    cards = [describe_card(city, language) for city in cities if city.slug != view.city]
    draw("cards.html", language, cards=cards, level=2, steps=list_steps(result.cities, view, links, language))


def draw_share(view: View, links: Links, language: Language) -> None:
    """Draw the ways to hand this view on; the page that a frame stands in has its own."""
    if not view.embed:
        share = build_share(view, links, find_public_url(), language, draw=False)
        draw("share.html", language, share=share)


def _describe(city: City, view: View, links: Links, language: Language) -> Row:
    url = links.link_view(replace(view, city=city.slug, choices=()))
    prefecture = name_prefecture(city.prefecture, language)
    return Row(city.slug, name_place(city.place, language), prefecture, url, city.slug == view.city)
