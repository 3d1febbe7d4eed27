"""Home: the map of Japan, the opened city's card beside it, and the same rows as a list."""

from __future__ import annotations

import streamlit as st

from pages.app import session
from pages.app.folium_map import render_map
from pages.app.rows import draw_dialog, draw_list, draw_opened, draw_share, draw_top
from pages.app.saving import draw_download_links
from pages.app.sidebar import draw_filters
from pages.app.store import get_features_json

scene = session.get_scene()

above = st.container(key="above")
map_side, list_side = st.columns([3, 2], gap="medium")
# First of all, since Streamlit sends what is drawn in batches: the map then comes with the first of them.
with map_side:
    render_map(
        get_features_json(scene),
        session.get_opening(scene),
        lambda slug: session.take_map_choice(slug, scene.atlas),
        session.take_map_closing,
        scene.language,
    )
if not scene.view.embed:
    draw_filters(scene)
with above:
    draw_top(scene)
with list_side:
    draw_opened(scene)
    draw_list(scene)
    draw_share(scene)
    if not scene.view.embed:
        draw_download_links(scene)
if scene.opened:  # only a card has buttons for it, and it is as many bytes as the whole list
    draw_dialog(scene)
