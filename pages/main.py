"""The frame of every page: title, style, language, navigation. Streamlit runs this file at each interaction."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from pages.address.links import PATHS  # noqa: E402
from pages.address.navigation import name_pages  # noqa: E402
from pages.answers.atlas import get_atlas  # noqa: E402
from pages.app.frame import draw_footer, draw_frame, draw_header, draw_kept, draw_problems, run_page  # noqa: E402
from pages.app.session import get_language, get_links, sync_view, write_address  # noqa: E402

atlas = get_atlas()
pages = {page: st.Page(f"{page}.py", url_path=path, default=page == "map") for page, path in PATHS.items()}
chosen = st.navigation(list(pages.values()), position="hidden")
page = next(page for page, one in pages.items() if one == chosen)
view = sync_view(atlas, page)
language = get_language()
links = get_links()
draw_frame(name_pages(language)[page], language)
draw_header(view, links, language)
draw_kept(atlas, language)
run_page(chosen, language)
draw_footer(view, links, language)
draw_problems(atlas, language)
write_address()
