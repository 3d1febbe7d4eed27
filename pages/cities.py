"""The same rows without the map: every card in full, enough by itself."""

from __future__ import annotations

import streamlit as st

from pages.parts import session
from pages.parts.answers import draw_answers, draw_card
from pages.parts.filters import filter_cities
from pages.parts.language import load_language
from pages.parts.listing import draw_cards
from pages.parts.sidebar import draw_filter_button, draw_filters
from pages.parts.store import get_atlas

language = load_language()
atlas = get_atlas()
view = session.get_view()
result = filter_cities(atlas.cities, view)

draw_filters(atlas, view, result, language)
st.title(language.gettext("All listed cities"), anchor=False)
draw_filter_button(view, language)
draw_answers(atlas, view, result, language)
draw_card(atlas, view, result, language)
draw_cards(result, view, language)
