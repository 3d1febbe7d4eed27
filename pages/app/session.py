"""The visitor's view in this session, kept in step with the address both ways (the Back button included)."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import ScriptRunContext, get_script_run_ctx
from streamlit.runtime.state.common import unpack_widget_state_value

from pages.address.links import Links, PageName
from pages.address.public_url import get_public_url
from pages.address.view import View, clean_query, format_view, parse_view
from pages.answers.atlas import Atlas
from pages.app.sent import PREFECTURES, QUERY, Sent, merge_sent, read_sent
from pages.languages.language import COOKIE, Language, choose_language
from pages.languages.names import name_prefecture
from pages.languages.ruby import show_brackets

logger = logging.getLogger(__name__)


def sync_view(atlas: Atlas, page: PageName) -> View:
    """Return the view to draw on this page; an address that this session has not written itself is read first.

    Until a run of the session has come to its end, the values that came with it may be news as well.
    """
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    behind = _is_address_behind()
    if st.session_state.get("seen") != params and not behind:
        # what Streamlit tells of the address lacks `embed`
        view = replace(parse_view(params, atlas.cities), embed=bool(st.context.is_embedded))
        before: View | None = st.session_state.get("view")
        _keep(view, opened_outside=before is None or before.city != view.city)
        st.session_state["seen"] = params
        st.session_state["written"] = st.session_state["view"]  # what the reader was given stays as it is
    sent = Sent() if "drawn" in st.session_state else _take_sent(atlas)
    current: View = st.session_state["view"]
    _fill_widgets(current, sent, anew=st.session_state.get("page") != page)
    if st.session_state.get("page") != page:
        st.session_state.pop("features", None)  # the map of a page come back to knows nothing yet
    st.session_state["page"] = page
    return current


def write_address() -> None:
    """Write the view into the address; last of all, so that the browser has what was chosen on the screen by then."""
    st.session_state["drawn"] = True
    if st.session_state.get("written") == st.session_state["view"]:
        return
    st.session_state["written"] = view = st.session_state["view"]
    st.query_params.from_dict(format_view(replace(view, embed=False)))  # Streamlit keeps `embed` by itself
    st.session_state["seen"] = {name: st.query_params.get_all(name) for name in st.query_params}


def get_view() -> View:
    """Return the view of this run."""
    view: View = st.session_state["view"]
    return view


def get_language() -> Language:
    """Return the language of this run: that of the address, of the reader's last choice, or of the browser."""
    view: View = st.session_state["view"]
    accepted = st.context.headers.get("Accept-Language")
    return choose_language(view.lang, st.context.cookies.get(COOKIE), accepted)


def get_links() -> Links:
    """Return what makes the links of this run's page."""
    page: PageName = st.session_state["page"]
    return Links(page, find_root())


def read_widgets() -> None:
    """Take over what the visitor just chose in the filters."""
    prefectures = tuple(st.session_state.get(PREFECTURES, ()))
    query = clean_query(st.session_state.get(QUERY))
    _take(replace(st.session_state["view"], prefectures=prefectures, query=query, choices=(), unknown=(), page=1))


def reset_filters() -> None:
    """Show all rows again; an opened city stays open."""
    _take(replace(st.session_state["view"], prefectures=(), query="", choices=(), unknown=(), page=1))


def take_map_choice(slug: str, atlas: Atlas) -> None:
    """Note the city whose popup the visitor opened on the map; the map itself needs no word of it."""
    if atlas.find_city(slug):
        _take(replace(st.session_state["view"], city=slug, choices=(), unknown=()))


def take_map_closing(order: str) -> None:
    """Note that the visitor closed the popup on the map; not if a city has been opened elsewhere since that order."""
    if str(st.session_state.get("opening", (None, 0))[1]) == order:
        _take(replace(st.session_state["view"], city=None, choices=(), unknown=()))


def get_opening() -> tuple[str | None, int]:
    """Return the city that the map is told to open, and the count of such orders in this session."""
    view: View = st.session_state["view"]
    features = (view.prefectures, view.query, get_language().code)
    if st.session_state.get("features") != features:
        st.session_state["features"] = features
        st.session_state["opening"] = (view.city, st.session_state.get("opening", (None, 0))[1])
    opening: tuple[str | None, int] = st.session_state["opening"]
    return opening


def label_prefectures(atlas: Atlas, language: Language) -> dict[str, str]:
    """Return what the choice of prefectures shows, by slug; a chosen one without a listed city is among them."""
    chosen = get_view().prefectures
    return {one.slug: show_brackets(name_prefecture(one, language)) for one in atlas.list_prefectures(chosen)}


def _take_sent(atlas: Atlas) -> Sent:
    """Take over what the visitor did before this session knew any widget; give what stands in the widgets."""
    context = get_script_run_ctx()
    values = _read_values(context) if context else {}
    if not context or not values:
        return Sent()
    sent = Sent()
    if not context.is_history_navigation:  # else Back or a link led here, and the widgets are behind
        sent = read_sent(values, label_prefectures(atlas, get_language()))
        _keep(merge_sent(st.session_state["view"], sent, (city.slug for city in atlas.cities)), opened_outside=False)
    # The map still holds an order of the session before: this one is like none of those, so that it is followed.
    st.session_state["opening"] = (st.session_state["view"].city, time.time_ns())
    return sent


def _read_values(context: ScriptRunContext) -> dict[str, object]:
    """Read the values that came with this run, by the widgets' keys.

    Streamlit shows them to nobody before their widgets are drawn; the page has to know by then.
    """
    try:
        states = context.session_state._state._new_widget_state.states
        values = {name.split("-", 2)[2]: one.value for name, one in states.items() if name.startswith("$$ID-")}
        return {
            key: unpack_widget_state_value(one) if hasattr(one, "WhichOneof") else one for key, one in values.items()
        }
    except (AttributeError, IndexError, ValueError):
        logger.exception("What a browser sent to a new session could not be read.")
        return {}


def _fill_widgets(view: View, sent: Sent, *, anew: bool) -> None:
    # Another page's widgets begin empty. Else only where they differ: setting what is being typed would take back the
    # letters typed meanwhile.
    prefectures = None if anew else tuple(st.session_state.get(PREFECTURES, ()))
    query = None if anew else clean_query(st.session_state.get(QUERY))
    if view.prefectures not in {prefectures, sent.prefectures}:
        st.session_state[PREFECTURES] = list(view.prefectures)
    if view.query not in {query, sent.query}:
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


def find_root() -> str:
    """Return the way to the app's root; relative addresses stand every proxy and base path."""
    path = urlsplit(st.context.url or "").path  # /cities/ in place of /cities lies one folder deeper
    return "../" if path.endswith("/") and path.strip("/").rpartition("/")[2] in {"cities", "about"} else "./"


def find_public_url() -> str:
    """Return the address of the app's root as the public knows it; no slash at the end."""
    return get_public_url(urljoin(st.context.url or "", find_root()))
