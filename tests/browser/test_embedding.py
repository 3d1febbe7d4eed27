"""The app in a frame of somebody else's page, as Streamlit Community Cloud shows it, and below a base path."""

import contextlib
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import expect

from tests.browser.hand import Fingers, find_middles, press
from tests.browser.map_page import MARKERS, POPUP, await_map, find_app
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import PageOpener, read_clipboard
from tests.browser.wire import tap
from tests.local_server import Quiet, serve

# As the snippet under "Share this page" has it, below what the host page says itself.
HOST = """<!DOCTYPE html><title>Host</title><body style="margin: 0"><h1 style="height: 260px">A city's page</h1>
<iframe src="{}" title="app" width="100%" height="900" style="border: 0"></iframe><div style="height: 600px"></div>"""
BASE = "/~/+"  # as there
PAGE = '<!DOCTYPE html><title>Shell</title><iframe title="app" src="{}" style="width: 100%; height: 860px"></iframe>'


@pytest.fixture(scope="module")
def framed_app() -> Iterator[RunningApp]:
    """The app below a base path and with a public address of its own, on a host that shows it within its own pages."""
    settings = {"MADOGUCHI_URL": "https://madoguchi.example/sub/", "MADOGUCHI_FRAMES": "http://localhost:*"}
    with start_app(environment=settings, base_path=BASE) as app:
        yield app


@pytest.fixture
def outer_url(framed_app: RunningApp) -> Iterator[str]:
    """The address, on another site, of a page that holds the app at Kobe's address in a frame."""
    with serve_page(PAGE.format(f"{framed_app.url}/?city=kobe")) as url:
        yield url


@contextlib.contextmanager
def serve_page(page: str) -> Iterator[str]:
    """Serve one page at whatever address is asked for, of another host than the app's."""

    class Shell(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

    with serve(Shell) as url:
        yield f"{url.replace('127.0.0.1', 'localhost')}/"


def test_the_app_works_in_a_foreign_frame(open_page: PageOpener, framed_app: RunningApp, outer_url: str) -> None:
    """Map, deep link, list, filter and language work; the canonical address is the public one."""
    page, log = open_page("", app=framed_app)
    page.route(outer_url, lambda route: route.continue_())
    page.goto(outer_url)
    inner = page.frame_locator("iframe[title=app]")
    expect(inner.locator("#root h1")).to_be_visible()
    frame = inner.frame_locator(".st-key-map-frame iframe")
    expect(frame.locator(".leaflet-marker-pane .leaflet-marker-icon")).to_have_count(20)
    expect(frame.locator(".leaflet-popup-content .mm-card-name")).to_contain_text("Kobe")
    expect(inner.locator(".st-key-card .mm-card-name")).to_contain_text("Kobe")
    inner.locator("#row-sapporo").click()
    expect(frame.locator(".leaflet-popup-content .mm-card-name")).to_contain_text("Sapporo")
    inner.locator("#root .mm-more > summary").click()
    inner.locator("#root #go-vi").click()
    expect(inner.locator("html")).to_have_attribute("lang", "vi")
    inner.locator("#root #go-cities").click()
    expect(inner.locator("#root .mm-cards .mm-card")).to_have_count(19)
    urls = [frame.url for frame in page.frames if re.match(rf"{re.escape(framed_app.url)}/cities", frame.url)]
    assert urls == [f"{framed_app.url}/cities?lang=vi&city=sapporo"]
    canonical = inner.locator('link[rel="canonical"]').get_attribute("href")
    assert canonical == "https://madoguchi.example/sub/?lang=en&city=kobe"
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([outer_url], [], [])


def test_the_copied_address_is_the_public_one(open_page: PageOpener, framed_app: RunningApp) -> None:
    """Where MADOGUCHI_URL is set it takes the place of the server's own address and base path."""
    page, _ = open_page("/cities?prefecture=osaka", app=framed_app)
    find_app(page).locator(".mm-share > summary").click()
    find_app(page).locator("[data-copy-address]").click()
    expect(find_app(page).locator("[data-copy-address]")).to_have_text("Copied")
    assert read_clipboard(page) == "https://madoguchi.example/sub/cities?lang=en&prefecture=osaka"
    frame = find_app(page).locator(".mm-share textarea").input_value()
    assert 'src="https://madoguchi.example/sub/cities?lang=en&amp;prefecture=osaka&amp;embed=true"' in frame


def test_the_map_works_below_a_base_path(open_page: PageOpener, framed_app: RunningApp) -> None:
    """Files, frame and deep links lie below server.baseUrlPath, and nothing is asked of the root."""
    page, log = open_page("", app=framed_app)
    wire = tap(page, framed_app.url.removesuffix(BASE))
    page.goto(f"{framed_app.url}/?prefecture=osaka")
    expect(await_map(page).locator(MARKERS)).to_have_count(2)
    assert [url for url in wire.by_url if not url.startswith(f"{framed_app.url}/")] == []
    assert (log.console_errors, log.page_errors) == ([], [])


def test_only_what_is_made_for_frames_shows_in_a_foreign_one(open_page: PageOpener, app: RunningApp) -> None:
    """Nobody can lay our whole page below theirs and lead its reader's finger; the view for frames is everybody's."""
    for query, shown in (("?lang=vi", 0), ("?lang=vi&embed=true", 1)):
        with serve_page(PAGE.format(f"{app.url}/{query}")) as url:
            page, log = open_page("")
            page.route(url, lambda route: route.continue_())
            page.goto(url)
            expect(page.frame_locator("iframe[title=app]").locator("h1").first).to_have_count(shown)
            assert ["frame-ancestors" in error for error in log.console_errors] == [True] * (1 - shown)


def test_a_host_page_cannot_tell_the_map_what_to_run(open_page: PageOpener, app: RunningApp) -> None:
    """Its messages to the map's frame are not heard, those of our own page are."""
    with serve_page(PAGE.format(f"{app.url}/?lang=vi&embed=true")) as url:
        page, log = open_page("")
        page.route(url, lambda route: route.continue_())
        page.goto(url)
        inner = page.frame_locator("iframe[title=app]")
        inner.frame_locator(".st-key-map-frame iframe").locator("[data-ready]").wait_for()
        ours, target = page.frames[1:3]
        assert "/component/" in target.url
        target.evaluate("window.heard = []; addEventListener('message', ({ data }) => { heard.push(data); })")
        page.evaluate("frames[0].frames[0].postMessage('theirs', '*')")
        ours.evaluate("frames[0].postMessage('ours', '*')")
        target.wait_for_function("() => heard.includes('ours')")
        assert "theirs" not in target.evaluate("heard")
        assert log.page_errors == []


def test_the_first_press_in_a_host_page_opens_a_marker(open_page: PageOpener, app: RunningApp) -> None:
    """With the map half below the fold, by mouse and by finger; the host page stays where it is."""
    with serve_page(HOST.format(f"{app.url}/?embed=true")) as url:
        page, log = open_page("")
        page.set_viewport_size({"width": 1280, "height": 633})
        page.route(url, lambda route: route.continue_())
        page.goto(url)
        inner = page.frame_locator("iframe[title=app]")
        inner.locator("#first-view").wait_for(state="detached")
        handle = inner.locator(".st-key-map-frame iframe").element_handle()
        frame = handle.content_frame()
        assert frame is not None
        frame.locator("[data-ready]").wait_for()
        for hand in (lambda at: press(page, at), Fingers(page).tap):
            name, at = next(iter(find_middles(page, frame).items()))
            hand(at)
            expect(frame.locator(POPUP).locator(".mm-card-name")).to_contain_text(name.split(",")[0])
            assert page.evaluate("scrollY") == 0
            page.keyboard.press("Escape")
            expect(frame.locator(POPUP)).to_have_count(0)
            frame.evaluate("document.activeElement.blur()")
            page.evaluate("document.activeElement.blur()")
        assert log.page_errors == []
