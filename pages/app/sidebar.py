"""The filters in the sidebar, in the order of use: search, prefecture, classes, language, count, reset."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.address.view import MAX_QUERY_LENGTH
from pages.answers.course_summary import count_found
from pages.answers.offers import offer_spoken
from pages.answers.scene import Scene
from pages.app import session
from pages.app.course_widgets import draw_questions
from pages.app.frame import draw
from pages.app.sent import PREFECTURES, QUERY, RESET
from pages.markup.rendering import render_template


def draw_filters(scene: Scene) -> None:
    """Draw the filters into the sidebar."""
    language = scene.language
    _ = language.get_label
    names = session.label_choices(scene)
    with st.sidebar:
        st.text_input(
            _("Search"),
            key=QUERY,
            type="search",
            max_chars=MAX_QUERY_LENGTH,
            placeholder=_("City or postal code"),
            on_change=session.read_widgets,
        )
        st.multiselect(
            _("Prefecture"),
            list(names),
            key=PREFECTURES,
            format_func=lambda slug: names.get(slug, slug),
            placeholder=_("All prefectures"),
            select_all=False,
            on_change=session.read_widgets,
        )
        if scene.atlas.courses:
            draw_questions(scene, session.read_widgets)
        if spoken := offer_spoken(scene):
            any_url = scene.links.link_view(replace(scene.view, speaks=None, page=1))
            draw("spoken.html", language, spoken=spoken, view=scene.view, any_url=any_url)
        st.html(render_template("close_filters.html", text=language.gettext("Show the result")))
        st.html(render_template("count.html", text=count_found(scene)))
        st.button(
            _("Reset filters"),
            key=RESET,
            on_click=session.reset_filters,
            disabled=not scene.view.filter_count,
            width="stretch",
        )
