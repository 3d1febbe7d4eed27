"""Frame of every page: title, styles and scripts, navigation, footer, notices of what is broken."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st
import streamlit.components.v1 as components
from streamlit.navigation.page import StreamlitPage

from pages.address.links import ADDRESS
from pages.answers.outdated import tell_kept
from pages.answers.scene import Scene
from pages.app.failures import tell_failure
from pages.app.streamlit_words import dump_streamlit_words
from pages.languages.language import Language
from pages.languages.ruby import drop_readings
from pages.markup.bundle_folder import write_files
from pages.markup.bundles import join_files
from pages.markup.navigation import BELOW, build_navigation, name_heading
from pages.markup.page_words import name_title
from pages.markup.rendering import render_template, share_words

SEARCH_ID = "find"  # of the field above a narrow page, where a skip link leads
MAX_PROBLEMS = 20  # named on the page; all of them are in the log


def draw_frame(scene: Scene) -> None:
    """Set the browser's title, the style and the script."""
    declare_files()
    language = scene.language
    st.set_page_config(page_title=drop_readings(name_title(scene)), layout="wide")
    words = dump_streamlit_words(language)
    values = {"folder": f"{scene.links.root}{ADDRESS}", "bundles": join_files(), "language": language, "words": words}
    st.html(render_template("assets.html", **values), unsafe_allow_javascript=True)


def declare_files() -> None:
    """Let Streamlit serve our scripts and styles as files, so that they are not sent again at every rerun."""
    if folder := write_files():
        _declare_folder(str(folder))


@lru_cache(maxsize=1)
def _declare_folder(folder: str) -> None:
    components.declare_component("page", path=folder)


def draw_header(scene: Scene) -> None:
    """Draw the links to the pages and the languages; each keeps the filters and the opened city."""
    if not scene.view.embed:
        header = build_navigation(scene)
        draw("header.html", scene.language, header=header, page=scene.links.page, search_id=SEARCH_ID)


def draw_footer(scene: Scene) -> None:
    """Draw the notes that every page ends with; where the app stands in another page's frame, the link to it alone."""
    view, links, language = scene.view, scene.links, scene.language
    with st.container(key="footer"):
        if view.embed:
            draw("back.html", language, full_url=links.link_whole(replace(view, embed=False)))
        else:
            urls = {f"{page}_url": links.link_page(page, view) for page in BELOW}
            draw("footer.html", language, page=links.page, **urls)


def draw_title(scene: Scene) -> None:
    """Draw the heading of a page that has nothing else above its content."""
    draw("title.html", scene.language, heading=name_heading(scene))


def draw(template: str, language: Language, /, **values: object) -> None:
    """Draw a template with the words of a language."""
    st.html(render_template(template, **share_words(language), **values))


def run_page(page: StreamlitPage, scene: Scene) -> None:
    """Run the page; what breaks in it costs itself alone, and visitor and log are told."""
    try:
        page.run()
    except Exception as error:
        tell_failure(error, scene.language)


def draw_kept(scene: Scene) -> None:
    """Say that newer data could not be read, where that is so."""
    if text := tell_kept(scene.atlas, scene.language):
        with st.container(key="kept"):
            st.html(render_template("note.html", text=text))


def draw_problems(scene: Scene) -> None:
    """Name the rows that cannot be shown; what can be shown is shown all the same."""
    _ = scene.language.gettext
    unusable = [problem for problem in scene.atlas.problems if problem.fatal]
    if unusable:
        st.html(
            render_template(
                "problems.html",
                heading=_("Some of the data cannot be shown"),
                text=_("Whoever runs this map: `python -m data check` names every problem and its remedy."),
                problems=[str(problem) for problem in unusable[:MAX_PROBLEMS]],
            )
        )
