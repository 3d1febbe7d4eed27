"""The rows as a list: short rows that open a card beside the map, or every card in full."""

from __future__ import annotations

import streamlit as st

from pages.parts import session
from pages.parts.card import describe_city, render_template
from pages.parts.filters import Result
from pages.parts.language import Language
from pages.parts.view import View


def draw_list(result: Result, view: View, language: Language) -> None:
    """Draw one button a row, in the table's order; it opens the city's card and its popup."""
    _ = language.gettext
    if not result.cities:
        return
    st.subheader(_("Cities"), anchor=False)
    with st.container(key="list", gap=None):
        for city in result.cities:
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
    """Draw every row's card in full, as a list."""
    cards = [describe_city(city, language) for city in result.cities if city.slug != view.city]
    st.html(render_template("cards.html", cards=cards, level=2, _=language.gettext))
