"""The same rows without the map: every card in full, enough by itself."""

from __future__ import annotations

import streamlit as st

from pages.app.frame import draw_title
from pages.app.rows import draw_cards, draw_courses, draw_dialog, draw_offices, draw_opened, draw_share, draw_tools
from pages.app.saving import draw_download_buttons
from pages.app.session import get_scene
from pages.app.sidebar import draw_filters

scene = get_scene()

if not scene.view.embed:
    draw_filters(scene)
draw_title(scene)
with st.container(key="body"):
    draw_tools(scene)
    with st.container(key="opened"):
        draw_opened(scene)
    draw_offices(scene)
    draw_courses(scene)
    draw_cards(scene)
draw_share(scene)
if not scene.view.embed:
    draw_download_buttons(scene)
draw_dialog(scene)
