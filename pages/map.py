"""Home: the map of Japan, the opened city's card beside it, and the same rows as a list."""

from __future__ import annotations

import streamlit as st

from pages.answers.answers import find_opened
from pages.answers.atlas import get_atlas
from pages.answers.filters import filter_cities
from pages.app import session
from pages.app.folium_map import render_map
from pages.app.rows import draw_dialog, draw_list, draw_opened, draw_share, draw_top
from pages.app.saving import draw_download_links
from pages.app.sidebar import draw_filters
from pages.app.store import get_features_json

atlas, view, links, language = get_atlas(), session.get_view(), session.get_links(), session.get_language()
result = filter_cities(atlas.cities, view)

above = st.container(key="above")
map_side, list_side = st.columns([3, 2], gap="medium")
# First of all, since Streamlit sends what is drawn in batches: the map then comes with the first of them.
with map_side:
    features_json = get_features_json(atlas, result.cities, language)
    render_map(
        features_json,
        session.get_opening(),
        lambda slug: session.take_map_choice(slug, atlas),
        session.take_map_closing,
        language,
    )
if not view.embed:
    draw_filters(atlas, view, result, language)
with above:
    draw_top(atlas, view, result, links, language)
with list_side:
    draw_opened(atlas, view, result, links, language)
    draw_list(result, view, links, language)
    draw_share(view, links, language)
    if not view.embed:
        draw_download_links(atlas, view, result, links, language)
if find_opened(atlas, view, result):  # it weighs as much as the list
    draw_dialog(language)
