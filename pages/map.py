"""Home: the map of Japan, the opened city's card beside it, and the same rows as a list."""

from __future__ import annotations

import streamlit as st

from pages.app import session
from pages.app.folium_map import render_map
from pages.app.frame import draw_title
from pages.app.rows import draw_courses, draw_dialog, draw_list, draw_offices, draw_opened, draw_share, draw_tools
from pages.app.saving import draw_download_links
from pages.app.sidebar import draw_filters
from pages.app.store import get_features_json

scene = session.get_scene()

draw_title(scene)
with st.container(key="body"):
    above, map_side, card_side, list_side = (st.container(key=key) for key in ("above", "map", "opened", "rows"))
# First of all, since Streamlit sends what is drawn in batches: the map then comes with the first of them.
with map_side:
    render_map(
        get_features_json(scene),
        session.get_opening(scene),
        lambda slug: session.take_map_choice(slug, scene.atlas),
        session.take_map_closing,
        scene,
    )
if not scene.view.embed:
    draw_filters(scene)
with above:
    draw_tools(scene)
with card_side:
    draw_opened(scene)
with list_side:
    draw_offices(scene)
    draw_courses(scene)
    draw_list(scene)
    draw_share(scene)
    if not scene.view.embed:
        draw_download_links(scene)
if scene.opened:  # only a card has buttons for it, and it is as many bytes as the whole list
    draw_dialog(scene)
