"""The server went away and came back: what a visitor then does counts at once, and the rest of the view stays."""

import contextlib
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Error, Page, WebSocketRoute, expect

from pages.languages.language import load_language
from tests.browser.map_page import (
    MARKERS,
    await_map,
    choose_in_list,
    expect_card,
    expect_markers,
    expect_popup,
    find_app,
    find_marker,
    press_marker,
)
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import SCREENSHOTS, PageOpener, dress_page

CONNECTION = "data-test-connection-state"
FILTER = "lang=vi&prefecture=osaka&prefecture=hyogo"
OSAKA, SAKAI, KOBE = "Osaka, Osaka", "Sakai, Osaka", "Kobe, Hyogo"


class Action(NamedTuple):
    """What a visitor of an address does first after a restart, the address that follows, and the map's markers."""

    start: str
    do: Callable[[Page], None]
    end: str
    markers: list[str] | None
    popup: str | None


def type_kobe(page: Page) -> None:
    """Search."""
    find_app(page).locator('[data-testid="stTextInput"] input').fill("kobe")
    page.keyboard.press("Enter")


def choose_aichi(page: Page) -> None:
    """Add a prefecture."""
    find_app(page).get_by_role("combobox").focus()
    page.keyboard.type("Aichi")
    expect(page.get_by_role("option", name="Aichi")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def reset(page: Page) -> None:
    """Press the button that takes all filters away."""
    page.get_by_test_id("stSidebar").get_by_test_id("stButton").get_by_role("button").click()


def press_kobe(page: Page) -> None:
    """Press a marker."""
    press_marker(page, find_marker(await_map(page), KOBE))


def go_back(page: Page) -> None:
    """Press the Back button, before which Kobe was opened."""
    page.go_back()


SAKAI_OPEN = f"{FILTER}&city=sakai"
ACTIONS = {
    "search": Action(SAKAI_OPEN, type_kobe, f"{SAKAI_OPEN}&q=kobe", [KOBE], None),
    "choose": Action(
        SAKAI_OPEN, choose_aichi, f"{SAKAI_OPEN}&prefecture=aichi", ["Nagoya, Aichi", OSAKA, SAKAI, KOBE], "Sakai"
    ),
    "reset": Action(SAKAI_OPEN, reset, "lang=vi&city=sakai", None, "Sakai"),
    "marker": Action(FILTER, press_kobe, f"{FILTER}&city=kobe", [OSAKA, SAKAI, KOBE], "Kobe"),
    "back": Action(SAKAI_OPEN, go_back, SAKAI_OPEN, [OSAKA, SAKAI, KOBE], "Sakai"),
}


def open_tab(context: BrowserContext, url: str) -> Page:
    """Open an address in one more tab of a browser: another profile would have all scripts to compile."""
    page = context.new_page()
    dress_page(page, reduced_motion=False)
    page.goto(url)
    page.locator("#first-view").wait_for(state="detached")
    return page


def stop(app: RunningApp, pages: list[Page]) -> None:
    """Kill the server; every page notices."""
    app.process.kill()
    app.process.wait()
    for page in pages:
        expect(find_app(page)).not_to_have_attribute(CONNECTION, "CONNECTED")


def start_again(app: RunningApp, pages: list[Page], stack: contextlib.ExitStack) -> None:
    """Start it again at the same address; every page notices."""
    stack.enter_context(start_app(port=urlsplit(app.url).port))
    for page in pages:
        expect(find_app(page)).to_have_attribute(CONNECTION, "CONNECTED")


def expect_notice(page: Page, code: str) -> None:
    """Wait until the page says in its language that the server is away; no word of Streamlit's is on the screen."""
    say = load_language(code).get_label
    notice = page.get_by_test_id("stDialog")
    expect(notice).to_contain_text(say("No connection"))
    expect(notice).to_contain_text(say("The map's server does not answer. Trying again…"))
    expect(notice.get_by_role("button").last).to_have_accessible_name(say("Close"))
    assert re.findall("[a-z]*streamlit[a-z]*|connect[a-z]*", page.inner_text("body").lower()) == []


def test_a_restart_costs_no_visitor_a_choice(open_page: PageOpener) -> None:
    """Whatever is done first after it does what it says, at once; filters, city and language stay as they were.

    Meanwhile pages say in their language that there is no server, and a link followed then is followed afterwards.
    """
    with contextlib.ExitStack() as stack:
        app = stack.enter_context(start_app())
        context = open_page("", app=app).page.context
        acting = {name: open_tab(context, f"{app.url}/?{action.start}") for name, action in ACTIONS.items()}
        telling = {code: open_tab(context, f"{app.url}/?lang={code}&q=hyogo") for code in ("vi", "ja-easy")}
        pages = [*acting.values(), *telling.values()]
        for page in pages:
            await_map(page)
        choose_in_list(acting["back"], "Kobe")
        expect_card(acting["back"], "Kobe")
        stop(app, pages)
        choose_in_list(telling["vi"], "Kobe")
        for code, page in telling.items():
            expect_notice(page, code)
        telling["vi"].screenshot(path=SCREENSHOTS / "no-connection.png")
        start_again(app, pages, stack)
        expect(telling["vi"].get_by_test_id("stDialog")).to_have_count(0)
        expect_card(telling["vi"], "Kobe")
        failed = {}
        for name, action in ACTIONS.items():
            try:
                check(acting[name], action)
            except (AssertionError, Error) as error:
                failed[name] = f"{acting[name].url}: {error}"
        assert failed == {}


def check(page: Page, action: Action) -> None:
    """Do it, and wait for what it says."""
    action.do(page)
    expect_address(page, action.end)
    frame = await_map(page)
    if action.markers:
        expect_markers(frame, action.markers)
    else:
        expect(frame.locator(MARKERS)).to_have_count(20)
    expect_popup(frame, action.popup)
    expect_card(page, parse_qs(action.end)["city"][0].title())


def expect_address(page: Page, query: str) -> None:
    """Wait until the address holds exactly these parameters."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == parse_qs(query))


def test_a_short_break_loses_nothing(open_page: PageOpener, app: RunningApp) -> None:
    """The session goes on where it was, and what is done first counts."""
    page, _ = open_page("")
    sockets: list[WebSocketRoute] = []

    def take(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    page.route_web_socket(re.compile("/_stcore/stream"), take)
    page.goto(f"{app.url}/?{SAKAI_OPEN}")
    page.locator("#first-view").wait_for(state="detached")
    sockets[0].close(code=1011)
    expect(find_app(page)).not_to_have_attribute(CONNECTION, "CONNECTED")
    expect(find_app(page)).to_have_attribute(CONNECTION, "CONNECTED")
    check(page, ACTIONS["search"])
    assert len(sockets) == 2
