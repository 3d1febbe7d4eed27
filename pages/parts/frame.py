"""What stands around every page: title, style, the script of the page, links to the pages, what is broken."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
import streamlit.components.v1 as components
from streamlit.navigation.page import StreamlitPage

from pages.parts.atlas import Atlas
from pages.parts.card import render_template
from pages.parts.language import Language
from pages.parts.view import View, format_view

logger = logging.getLogger(__name__)
# Served as files, so that they are not sent again at every rerun.
components.declare_component("page", path=str(Path(__file__).parent / "page_assets"))
MOST_PROBLEMS = 20  # named on the page; all of them are in the log


def draw_frame(page_title: str, language: Language) -> None:
    """Set the browser's title, the style and the script."""
    st.set_page_config(page_title=f"{page_title} · {language.gettext('Madoguchi Map')}", layout="wide")
    folder = f"{'../' if _has_slash() else ''}component/{__name__}.page/"
    st.html(render_template("assets.html", folder=folder, language=language.code), unsafe_allow_javascript=True)


def draw_navigation(pages: Iterable[StreamlitPage], view: View, language: Language) -> None:
    """Draw the links to the pages; each keeps the filters and the opened city."""
    name = language.gettext("Madoguchi Map")
    with st.container(horizontal=True, key="navigation", gap="small", vertical_alignment="center"):
        st.html(render_template("brand.html", name=name))
        for page in pages:
            st.page_link(page, label=page.title, query_params=format_view(view))


def run_page(page: StreamlitPage, language: Language) -> None:
    """Run the page; what breaks in it goes to the log, and the visitor is told in plain words."""
    try:
        page.run()
    except Exception:
        logger.exception("The page %r failed.", page.url_path)
        text = language.gettext("Something went wrong here. Load the page again, or try the list.")
        st.html(render_template("note.html", text=text))


def draw_problems(atlas: Atlas, language: Language) -> None:
    """Name the rows that cannot be shown; what can be shown is shown all the same."""
    _ = language.gettext
    unusable = [problem for problem in atlas.problems if problem.fatal]
    if unusable:
        st.html(
            render_template(
                "problems.html",
                heading=_("Some of the data cannot be shown"),
                text=_("Whoever runs this map: `python -m data check` names every problem and its remedy."),
                problems=[str(problem) for problem in unusable[:MOST_PROBLEMS]],
            )
        )


def _has_slash() -> bool:
    # Relative addresses stand every proxy and base path; only /cities/ in place of /cities lies one folder deeper.
    path = urlsplit(st.context.url or "").path
    return path.endswith("/") and path.strip("/").rpartition("/")[2] in {"cities", "about"}
