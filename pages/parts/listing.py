"""The rows as a list: short rows that open a card beside the map, or every card in full."""

from __future__ import annotations

import streamlit as st

from data.records import City
from pages.parts import session
from pages.parts.card import describe_city, render_template
from pages.parts.filters import Result
from pages.parts.language import Language
from pages.parts.view import View

ROWS = 50  # of a long list on one page


def draw_list(result: Result, view: View, language: Language) -> None:
    """Draw one button a row, in the table's order; it opens the city's card and its popup."""
    if not result.cities:
        return
    st.header(language.gettext("Cities"), anchor=False)
    rows = st.container(key="list", gap=None)
    with rows:
        for city in _draw_page_choice(result, view):
            st.button(
                f"**{city.place.en}** {city.place.ja} · {city.prefecture.en}",
                key=f"open-{city.slug}",
                type="tertiary",
                width="stretch",
                on_click=session.open_city,
                args=(city.slug,),
                disabled=city.slug == view.city,
            )


def draw_cards(result: Result, view: View, language: Language) -> None:
    """Draw the cards of the rows in full, as a list; the opened city's stands above it."""
    cards = [describe_city(city, language) for city in _draw_page_choice(result, view) if city.slug != view.city]
    st.html(render_template("cards.html", cards=cards, level=2, _=language.gettext))


def _draw_page_choice(result: Result, view: View) -> tuple[City, ...]:
    """Give the rows of the page that the visitor is on; a short list has one page and no choice."""
    pages = -(-len(result.cities) // ROWS)
    if pages <= 1:
        return result.cities
    number = st.pagination(pages, key=f"page {view.prefectures} {view.query}")
    return result.cities[(number - 1) * ROWS : number * ROWS]
