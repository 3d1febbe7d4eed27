"""What a visitor is shown where a page fails: plain words and a number, which the log has too."""

from __future__ import annotations

import streamlit as st

from pages.address.view import parse_view
from pages.health.incidents import note_incident
from pages.languages.language import Language
from pages.languages.readers_language import COOKIE, choose_language
from pages.markup.incidents import tell_incident
from pages.markup.rendering import render_template


def tell_failure(error: Exception, language: Language | None = None) -> bool:
    """Tell the visitor, and the log, what went wrong; return True, which keeps Streamlit from telling it as well."""
    number = note_incident("a page", error)
    text = tell_incident(number, language or _choose_language())
    st.html(render_template("note.html", text=text))
    return True


def _choose_language() -> Language:
    """Choose as the pages do, where no scene came about that has one."""
    view = parse_view({name: st.query_params.get_all(name) for name in st.query_params}, ())
    return choose_language(view.lang, st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"))
