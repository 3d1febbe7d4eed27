"""The frame of every page: title, style, language, navigation. Streamlit runs this file at each interaction."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from pages.parts.frame import draw_frame, draw_navigation, draw_problems, run_page  # noqa: E402
from pages.parts.language import load_language  # noqa: E402
from pages.parts.session import sync_view  # noqa: E402
from pages.parts.store import get_atlas  # noqa: E402

language = load_language()
_ = language.gettext
atlas = get_atlas()
pages = {
    "map": st.Page("map.py", title=_("Map"), default=True),
    "cities": st.Page("cities.py", title=_("List"), url_path="cities"),
    "about": st.Page("about.py", title=_("About"), url_path="about"),
}
chosen = st.navigation(list(pages.values()), position="hidden")
draw_frame(chosen.title, language)
draw_navigation(pages.values(), sync_view(atlas, chosen.url_path), language)
run_page(chosen, language)
draw_problems(atlas, language)
