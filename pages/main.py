"""The frame of every page: title, style, language, navigation. Streamlit runs this file at each interaction."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st

from pages.address.links import PATHS
from pages.answers.atlas import get_atlas
from pages.app.frame import draw_footer, draw_frame, draw_header, draw_kept, draw_problems, run_page
from pages.app.session import begin_run, write_address

pages = {page: st.Page(f"{page}.py", url_path=path, default=page == "map") for page, path in PATHS.items()}
chosen = st.navigation(list(pages.values()), position="hidden")
scene = begin_run(get_atlas(), next(page for page, declared in pages.items() if declared == chosen))
draw_frame(scene)
draw_header(scene)
draw_kept(scene)
run_page(chosen, scene)
draw_footer(scene)
draw_problems(scene)
write_address()
