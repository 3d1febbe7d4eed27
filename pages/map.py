"""Home: the map of Japan, the opened city's card beside it, and the same rows as a list."""

from __future__ import annotations

import streamlit as st

from pages.parts import session
from pages.parts.answers import draw_answers, draw_card
from pages.parts.filters import filter_cities
from pages.parts.language import load_language
from pages.parts.listing import draw_list
from pages.parts.map import render_map
from pages.parts.sidebar import draw_filter_button, draw_filters
from pages.parts.store import get_atlas, get_features_json

language = load_language()
atlas = get_atlas()
view = session.get_view()
result = filter_cities(atlas.cities, view)

above = st.container(key="above")
map_side, list_side = st.columns([3, 2], gap="medium")
# First of all, since Streamlit sends what is drawn in batches: the map then comes with the first of them.
with map_side:
    features_json = get_features_json(atlas, result.cities, language)
    render_map(features_json, session.get_opening(), lambda slug: session.take_map_choice(slug, atlas), language)
draw_filters(atlas, view, result, language)
with above:
    st.title(language.gettext("Find your city office and a Japanese class"), anchor=False)
    draw_filter_button(view, language)
    draw_answers(atlas, view, result, language)
with list_side:
    draw_card(atlas, view, result, language)
    draw_list(result, view, language)
