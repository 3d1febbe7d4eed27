"""The visitor's view in this session, kept in step with the address both ways (the Back button included)."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.atlas import Atlas
from pages.parts.frame import find_root
from pages.parts.language import COOKIE, Language, choose_language
from pages.parts.links import Links, PageName
from pages.parts.view import View, clean_query, format_view, parse_view

PREFECTURES = "prefectures"  # keys of the widgets
QUERY = "query"


def sync_view(atlas: Atlas, page: PageName) -> View:
    """Give the view to draw on this page; an address that this session has not written itself is read first."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    behind = _is_address_behind()
    if st.session_state.get("seen") != params and not behind:
        # what Streamlit tells of the address lacks `embed`
        view = replace(parse_view(params, atlas.cities), embed=bool(st.context.is_embedded))
        before: View | None = st.session_state.get("view")
        _keep(view, opened_outside=before is None or before.city != view.city)
        st.session_state["seen"] = params
        st.session_state["written"] = st.session_state["view"]  # what the reader was given stays as it is
    current: View = st.session_state["view"]
    _fill_widgets(current, anew=st.session_state.get("page") != page)
    if st.session_state.get("page") != page:
        st.session_state.pop("features", None)  # the map of a page come back to knows nothing yet
    st.session_state["page"] = page
    return current


def write_address() -> None:
    """Write the view into the address; last of all, so that the browser has what was chosen on the screen by then."""
    if st.session_state.get("written") == st.session_state["view"]:
        return
    st.session_state["written"] = view = st.session_state["view"]
    st.query_params.from_dict(format_view(replace(view, embed=False)))  # Streamlit keeps `embed` by itself
    st.session_state["seen"] = {name: st.query_params.get_all(name) for name in st.query_params}


def get_view() -> View:
    """Give the view of this run."""
    view: View = st.session_state["view"]
    return view


def get_language() -> Language:
    """Give the language of this run: that of the address, of the reader's last choice, or of the browser."""
    view: View = st.session_state["view"]
    accepted = st.context.headers.get("Accept-Language")
    return choose_language(view.lang, st.context.cookies.get(COOKIE), accepted)


def get_links() -> Links:
    """Give what makes the links of this run's page."""
    page: PageName = st.session_state["page"]
    return Links(page, find_root())


def read_widgets() -> None:
    """Take over what the visitor just chose in the filters."""
    prefectures = tuple(st.session_state.get(PREFECTURES, ()))
    query = clean_query(st.session_state.get(QUERY))
    _take(replace(st.session_state["view"], prefectures=prefectures, query=query, choices=(), page=1))


def reset_filters() -> None:
    """Show all rows again; an opened city stays open."""
    _take(replace(st.session_state["view"], prefectures=(), query="", choices=(), page=1))


def take_map_choice(slug: str, atlas: Atlas) -> None:
    """Note the city whose popup the visitor opened on the map; the map itself needs no word of it."""
    if atlas.find_city(slug):
        _take(replace(st.session_state["view"], city=slug, choices=()))


def take_map_closing(order: str) -> None:
    """Note that the visitor closed the popup on the map; not if a city has been opened elsewhere since that order."""
    if str(st.session_state.get("opening", (None, 0))[1]) == order:
        _take(replace(st.session_state["view"], city=None, choices=()))


def get_opening() -> tuple[str | None, int]:
    """Give the city that the map is told to open, and the count of such orders in this session."""
    view: View = st.session_state["view"]
    features = (view.prefectures, view.query, get_language().code)
    if st.session_state.get("features") != features:
        st.session_state["features"] = features
        st.session_state["opening"] = (view.city, st.session_state.get("opening", (None, 0))[1])
    opening: tuple[str | None, int] = st.session_state["opening"]
    return opening


def _fill_widgets(view: View, *, anew: bool) -> None:
    # Another page's widgets begin empty. Else only where they differ: setting what is being typed would take back the
    # letters typed meanwhile.
    if anew or tuple(st.session_state.get(PREFECTURES, ())) != view.prefectures:
        st.session_state[PREFECTURES] = list(view.prefectures)
    if anew or clean_query(st.session_state.get(QUERY)) != view.query:
        st.session_state[QUERY] = view.query


def _take(view: View) -> None:
    st.session_state["taken"] = True
    _keep(view, opened_outside=False)


def _is_address_behind() -> bool:
    # On a slow line a choice comes with an address from before what was written here since; Back and links mean theirs.
    taken = st.session_state.pop("taken", False)
    context = get_script_run_ctx()
    return taken and not (context and context.is_history_navigation)


def _keep(view: View, *, opened_outside: bool) -> None:
    st.session_state["view"] = view
    if opened_outside:
        st.session_state["opening"] = (view.city, st.session_state.get("opening", (None, 0))[1] + 1)
