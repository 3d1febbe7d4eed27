"""The visitor's view in this session, kept in step with the address both ways (the Back button included)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.address.links import Links, PageName
from pages.address.view import View, clean_query, drop_filters, format_view, keep_filters, parse_view
from pages.answers.atlas import Atlas
from pages.answers.japan_time import get_moment
from pages.answers.listing import label_prefectures
from pages.answers.scene import Scene
from pages.app.address_news import Params, merge_news, remember_address
from pages.app.course_widgets import apply_made, fill_questions, read_standing
from pages.app.early_values import read_early_values
from pages.app.root import find_relative_root
from pages.app.sent import PREFECTURES, QUERY, Sent, merge_sent, read_sent
from pages.languages.language import Language
from pages.languages.readers_language import COOKIE, choose_language
from pages.languages.ruby import show_brackets

KEY = "visit"  # under which Streamlit keeps what a session remembers


@dataclass
class Visit:
    """All that one session remembers from run to run, beside the widgets' own values."""

    view: View = field(default_factory=View)
    page: PageName | None = None  # that the last run drew
    scene: Scene | None = None  # of this run
    read: Params | None = None  # the parameters of the address, as last read or written
    written: View | None = None  # the view that stands in the address
    drawn: bool = False  # a run has come to its end
    past: tuple[Params, ...] = ()  # what was read or written before that
    before: View | None = None  # the view in which the visitor has just chosen something here
    features: tuple[object, ...] | None = None  # what the map was last told of
    opening: tuple[str | None, int] = (None, 0)  # the city that the map is told to open, and the count of such orders
    downloads_open: bool = False
    led_to: str | None = None  # the city that the address led here to open, until another is opened or none


def get_visit() -> Visit:
    """Return what this session remembers."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Visit()
    visit: Visit = st.session_state[KEY]
    return visit


def begin_run(atlas: Atlas, page: PageName) -> Scene:
    """Return the scene to draw on this page; an address that this session has not written itself is read first.

    Until a run of the session has come to its end, the values that came with it may be news as well.
    """
    visit = get_visit()
    params = _read_params()
    if visit.read != params and not _is_address_behind(visit, params):
        _read_address(visit, params, atlas)
    visit.before = None
    sent = Sent() if visit.drawn else _take_sent(visit, atlas)
    _fill_widgets(visit.view, sent, anew=visit.page != page)
    scene = Scene(atlas, visit.view, Links(page, find_relative_root()), _choose_language(visit.view), get_moment())
    if atlas.courses:
        fill_questions(scene, sent.made, anew=visit.page != page)
    if visit.page != page:
        visit.features = None  # the map of a page come back to knows nothing yet
    visit.page = page
    visit.led_to = visit.led_to if visit.led_to == visit.view.city else None
    visit.scene = scene
    return scene


def get_scene() -> Scene:
    """Return the scene of this run."""
    scene = get_visit().scene
    assert scene is not None, "main.py begins each run"  # noqa: S101 - a page file is run by main.py only
    return scene


def write_address() -> None:
    """Write the view into the address; last of all, so that the browser has what was chosen on the screen by then."""
    visit = get_visit()
    visit.drawn = True
    if visit.written == visit.view:
        return
    visit.written = visit.view
    visit.past = remember_address(visit.past, visit.read)
    st.query_params.from_dict(format_view(replace(visit.view, embed=False)))  # Streamlit keeps `embed` by itself
    visit.read = _read_params()


def read_widgets() -> None:
    """Take over what the visitor just chose in the filters."""
    prefectures = tuple(st.session_state.get(PREFECTURES, ()))
    query = clean_query(st.session_state.get(QUERY))
    view = apply_made(get_visit().view, read_standing(get_scene().language))
    _take(replace(view, prefectures=prefectures, query=query, page=1))


def reset_filters() -> None:
    """Show all rows again; an opened city stays open."""
    _take(drop_filters(get_visit().view))


def take_map_choice(slug: str, atlas: Atlas) -> None:
    """Note the city whose popup the visitor opened on the map; the map itself needs no word of it."""
    if atlas.find_city(slug):
        _take(replace(get_visit().view, city=slug))


def take_map_closing(order: str) -> None:
    """Note that the visitor closed the popup on the map; not if a city has been opened elsewhere since that order."""
    if str(get_visit().opening[1]) == order:
        _take(replace(get_visit().view, city=None))


def get_opening(scene: Scene) -> tuple[str | None, int]:
    """Return the city that the map is told to open, and the count of such orders in this session."""
    visit = get_visit()
    features = (keep_filters(scene.view), scene.language.code)
    if visit.features != features:
        visit.features = features
        visit.opening = (scene.view.city, visit.opening[1])
    return visit.opening


def is_led(view: View) -> bool:
    """Tell whether the visitor came for the opened city, so that its card comes before the map; else it was chosen."""
    return view.city is not None and get_visit().led_to == view.city


def toggle_downloads() -> None:
    """Open the block of files, or close it."""
    visit = get_visit()
    visit.downloads_open = not visit.downloads_open


def label_choices(scene: Scene) -> dict[str, str]:
    """Return what the choice of prefectures shows, by slug."""
    return {slug: show_brackets(label) for slug, label in label_prefectures(scene).items()}


def _choose_language(view: View) -> Language:
    """Choose the language of this run: that of the address, of the reader's last choice, or of the browser."""
    return choose_language(view.lang, st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"))


def _read_params() -> Params:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _take_sent(visit: Visit, atlas: Atlas) -> Sent:
    """Take over what the visitor did before this session knew any widget; return what stands in the widgets."""
    context = get_script_run_ctx()
    values = read_early_values(context) if context else {}
    if not context or not values:
        return Sent()
    sent = Sent()
    if not context.is_history_navigation:  # else Back or a link led here, and the widgets are behind
        scene = Scene(atlas, visit.view, Links("map"), _choose_language(visit.view))
        sent = read_sent(values, label_choices(scene), scene.language)
        _keep(visit, merge_sent(visit.view, sent, (city.slug for city in atlas.cities)), opened_outside=False)
    visit.led_to = None  # the page stood before this session did, and does not turn round
    # The map still holds an order of the session before: this one is like none of those, so that it is followed.
    visit.opening = (visit.view.city, time.time_ns())
    return sent


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
    visit = get_visit()
    visit.before = visit.before or visit.view
    _keep(visit, replace(view, choices=(), unknown=()), opened_outside=False)


def _is_address_behind(visit: Visit, params: Params) -> bool:
    # Back and links mean their address, also one that was left.
    context = get_script_run_ctx()
    return visit.before is not None and not (context and context.is_history_navigation) and params in visit.past


def _read_address(visit: Visit, params: Params, atlas: Atlas) -> None:
    # what Streamlit tells of the address lacks `embed`
    address = replace(parse_view(params, atlas.cities), embed=bool(st.context.is_embedded))
    view = merge_news(visit.before, visit.view, address) if visit.before else address
    _keep(visit, view, opened_outside=visit.read is None or visit.view.city != view.city)
    visit.led_to = view.city if visit.read is None else visit.led_to
    visit.past = remember_address(visit.past, visit.read)
    visit.read = params
    visit.written = address  # what the reader was given stays as it is


def _keep(visit: Visit, view: View, *, opened_outside: bool) -> None:
    visit.view = view
    if opened_outside:
        visit.opening = (view.city, visit.opening[1] + 1)
