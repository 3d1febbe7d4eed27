"""More visitors than the server carries: the next one keeps a page that works, and comes in at a press."""

import contextlib
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from pages.delivery.session_limit import STREAM
from pages.languages.language import load_language
from tests.browser.map_page import MARKERS, await_map
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import SCREENSHOTS, PageOpener
from tests.pages.delivery.client import request

FIRST, OFFER, TOLD = "#first-view", "[data-start-app]", "[data-full]"
FULL = "Very many people are using the map now. Please try again in a minute; this page works without it."


@pytest.fixture(scope="module")
def small_app() -> Iterator[RunningApp]:
    """The app with place for one."""
    with start_app(environment={"MADOGUCHI_SESSIONS": "1"}) as app:
        yield app


def take_place(app: RunningApp) -> ClientConnection:
    """Be the one who is inside."""
    return connect(f"ws://{urlsplit(app.url).netloc}{STREAM}", subprotocols=[Subprotocol("streamlit")], proxy=None)


def note_requests(page: Page) -> list[str]:
    """List what the page asks of Streamlit, as it happens."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.on("websocket", lambda socket: asked.append(urlsplit(socket.url).path))
    return asked


def expect_offer(page: Page, code: str) -> None:
    """Expect the first view with its button and the reason, in the reader's language."""
    say = load_language(code).get_label
    expect(page.locator(TOLD)).to_have_text(say(FULL))
    expect(page.locator(OFFER)).to_have_accessible_name(say("Open the map"))
    expect(page.locator(OFFER)).not_to_have_attribute("aria-disabled", "true")
    expect(page.locator(FIRST)).to_be_visible()


def test_who_finds_no_place_keeps_the_first_view(small_app: RunningApp, open_page: PageOpener) -> None:
    """It says why and offers the map; nothing is asked again until the button is pressed, and then once."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(take_place(small_app))
        page, log = open_page("", viewport="phone")
        asked = note_requests(page)
        page.goto(f"{small_app.url}/?lang=vi&prefecture=osaka")
        expect_offer(page, "vi")
        page.screenshot(path=SCREENSHOTS / "crowded.png")
        asked.clear()
        with page.expect_response(f"**{STREAM}"):
            page.locator(OFFER).click()
        expect_offer(page, "vi")
        assert sorted({path.rpartition("/")[2] for path in asked}) == ["health", "host-config", "stream"]
        assert asked.count(STREAM) == 2  # the socket, and the question why not
        assert not log.page_errors
    while request(small_app.url, STREAM).status == 503:  # until the server has noticed that somebody left
        pass
    page.locator(OFFER).click()
    page.locator(FIRST).wait_for(state="detached")
    expect(await_map(page).locator(MARKERS)).to_have_count(2)
