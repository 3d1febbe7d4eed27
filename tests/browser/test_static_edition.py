"""The static edition from a plain file server, with every other host blocked."""

import datetime
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from data.folder import locate_files
from pages.delivery.edition import write_edition
from pages.delivery.edition_pages import Edition
from pages.parts.atlas import load_atlas
from tests.browser.axe import check_frames
from tests.browser.hand import Fingers, find_middles, press
from tests.browser.map_page import CITIES, MARKERS, POPUP, choose_language, find_marker
from tests.browser.visitor import PageLog, PageOpener, close_network


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """The handler of `python -m http.server`, without its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition that lies below the server's root; no slash at the end."""
    folder: Path = tmp_path_factory.mktemp("server")
    write_edition(folder / "sub", Edition(load_atlas(locate_files({})), "", datetime.date(2026, 4, 1)))
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sub"
    server.shutdown()
    thread.join()
    server.server_close()


def visit(open_page: PageOpener, site: str, path: str) -> tuple[Page, PageLog]:
    """Open a page of the edition on a phone, with no other host but tiles."""
    page, _ = open_page("", viewport="phone", app=_Site(site))  # type: ignore[arg-type]
    log = close_network(page.context, site, tiles_blocked=False)
    page.goto(f"{site}{path}")
    return page, log


class _Site:
    def __init__(self, url: str) -> None:
        self.url = url


def await_frame(page: Page) -> Frame:
    """Return the map's frame once it has taken the drawn map's place."""
    expect(page.locator(".st-map[data-shown]")).to_have_count(1)
    frame = page.locator(".st-map iframe").element_handle().content_frame()
    assert frame is not None
    return frame


@pytest.mark.parametrize("path", ["/", "/vi/", "/en/city/kobe/", "/ja-easy/cities/", "/ja/about/"])
def test_axe_finds_nothing(open_page: PageOpener, site: str, path: str) -> None:
    """In the page and in the map's frame; nothing fails and no other host is asked."""
    page, log = visit(open_page, site, path)
    if page.locator(".st-map").count():
        await_frame(page)
    assert [frame for frame in check_frames(page) if frame.violations] == []
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


def test_markers_open_their_popups(open_page: PageOpener, site: str) -> None:
    """Twenty of them; Kobe's popup opens at a press, on Kobe's own page by itself."""
    page, _ = visit(open_page, site, "/en/")
    frame = await_frame(page)
    expect(frame.locator(MARKERS)).to_have_count(len(CITIES))
    find_marker(frame, "Kobe, Hyogo").press("Enter")
    expect(frame.locator(POPUP)).to_contain_text("神戸市")
    page.goto(f"{site}/en/city/kobe/")
    expect(await_frame(page).locator(POPUP)).to_contain_text("神戸市")


def test_the_first_press_opens_a_marker(open_page: PageOpener, site: str) -> None:
    """With the map half below the fold, by mouse and by finger, and the page stays where it is; "All" leads back."""
    page, log = visit(open_page, site, "/en/")
    page.set_viewport_size({"width": 360, "height": 560})
    frame = await_frame(page)
    for hand in (lambda at: press(page, at), Fingers(page).tap):
        name, at = next(iter(find_middles(page, frame).items()))
        hand(at)
        expect(frame.locator(POPUP)).to_contain_text(name.split(",")[0])
        assert page.evaluate("scrollY") == 0
        page.keyboard.press("Escape")
        expect(frame.locator(POPUP)).to_have_count(0)
        frame.evaluate("document.activeElement.blur()")
        page.evaluate("document.activeElement.blur()")
    expect(frame.get_by_role("button", name="All", exact=True)).to_be_visible()
    assert log.page_errors == []


def test_search_and_links_lead_to_a_city(open_page: PageOpener, site: str) -> None:
    """Kana finds its row; the row's link opens the city's page, and its language link the same in another."""
    page, _ = visit(open_page, site, "/")
    page.locator("#fv-q").fill("コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.locator(".fv-row:visible summary").first.click()
    page.locator(".fv-row:visible .fv-link").click()
    expect(page.locator(".fv-opened .fv-row")).to_have_attribute("data-city", "kobe")
    choose_language(page, "vi", "body")
    expect(page).to_have_url(f"{site}/vi/city/kobe/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
