"""The app in a frame of somebody else's page, as Streamlit Community Cloud shows it."""

import http.server
import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import PageOpener

PAGE = '<!DOCTYPE html><title>Shell</title><iframe title="app" src="{}" style="width: 100%; height: 860px"></iframe>'


@pytest.fixture
def framed_app() -> Iterator[RunningApp]:
    """The app below a base path and with a public address of its own."""
    with start_app(environment={"MADOGUCHI_URL": "https://madoguchi.example"}, base_path="/~/+") as app:
        yield app


@pytest.fixture
def outer_url(framed_app: RunningApp) -> Iterator[str]:
    """The address, on another site, of a page that holds the app at Kobe's address in a frame."""

    class Shell(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.format(f"{framed_app.url}/?city=kobe").encode())

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Shell)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


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
    own = [one.url for one in page.frames if re.match(rf"{re.escape(framed_app.url)}/cities", one.url)]
    assert own == [f"{framed_app.url}/cities?lang=vi&city=sapporo"]
    canonical = inner.locator('link[rel="canonical"]').get_attribute("href")
    assert canonical == "https://madoguchi.example/?city=kobe"
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
