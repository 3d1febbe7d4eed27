"""Frame of every page: title, styles and scripts, navigation, footer, notices of what is broken."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import lru_cache

import streamlit as st
import streamlit.components.v1 as components
from streamlit.navigation.page import StreamlitPage

from pages.address.links import ADDRESS, Links
from pages.address.navigation import build_header
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.outdated import tell_kept
from pages.app.session import find_root
from pages.app.streamlit_words import dump_streamlit_words
from pages.html.bundles import join_files, write_files
from pages.html.rendering import render_template, share_words
from pages.languages.language import Language
from pages.languages.ruby import drop_readings

logger = logging.getLogger(__name__)
MAX_PROBLEMS = 20  # named on the page; all of them are in the log


def draw_frame(page_title: str, language: Language) -> None:
    """Set the browser's title, the style and the script."""
    declare_files()
    title = drop_readings(f"{page_title} · {language.gettext('Madoguchi Map')}")
    st.set_page_config(page_title=title, layout="wide")
    words = dump_streamlit_words(language)
    values = {"folder": f"{find_root()}{ADDRESS}", "bundles": join_files(), "language": language, "words": words}
    st.html(render_template("assets.html", **values), unsafe_allow_javascript=True)


def declare_files() -> None:
    """Let Streamlit serve our scripts and styles as files, so that they are not sent again at every rerun."""
    if folder := write_files():
        _declare_folder(str(folder))


@lru_cache(maxsize=1)
def _declare_folder(folder: str) -> None:
    components.declare_component("page", path=folder)


def draw_header(view: View, links: Links, language: Language) -> None:
    """Draw the links to the pages and the languages; each keeps the filters and the opened city."""
    if not view.embed:
        header = build_header(view, links, language)
        draw("header.html", language, header=header, page=links.page, search_id="filters")


def draw_footer(view: View, links: Links, language: Language) -> None:
    """Draw what holds for every page, and who has read this language's words; in a frame the way to the whole page."""
    with st.container(key="footer"):
        if view.embed:
            draw("back.html", language, full_url=links.link_whole(replace(view, embed=False)))
        else:
            draw("footer.html", language, about_url=links.link_page("about", view))


def draw(template: str, language: Language, /, **values: object) -> None:
    """Draw a template with the words of a language."""
    st.html(render_template(template, **share_words(language), **values))


def run_page(page: StreamlitPage, language: Language) -> None:
    """Run the page; what breaks in it goes to the log, and the visitor is told in plain words."""
    try:
        page.run()
    except Exception:
        logger.exception("The page %r failed.", page.url_path)
        text = language.gettext("Something went wrong here. Load the page again, or try the list.")
        st.html(render_template("note.html", text=text))


def draw_kept(atlas: Atlas, language: Language) -> None:
    """Say that newer data could not be read, where that is so."""
    if text := tell_kept(atlas, language):
        with st.container(key="kept"):
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
                problems=[str(problem) for problem in unusable[:MAX_PROBLEMS]],
            )
        )
