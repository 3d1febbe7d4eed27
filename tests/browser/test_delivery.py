"""How the pages reach a browser: little, at once, from here only, and even with all of delivery broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.delivery.headers import CLOSED
from tests.browser.map_page import CITIES, FRAME, MARKERS
from tests.browser.profiles import PATIENCE_MS
from tests.browser.server import RunningApp, start_app
from tests.browser.staying import Stay
from tests.browser.visitor import SIZES, PageOpener
from tests.browser.wire import tap

MAX_BYTES = 900_000
UNNEEDED = re.compile(r"\.woff2?|bootstrap|jquery|DataFrame|arrow|\.map$", re.IGNORECASE)
FILE = re.compile(r"\.(js|css|json)$")
LIST_RESOURCES = """() => Object.fromEntries(performance.getEntriesByType("resource")
  .filter(one => /\\.(js|css|json)$/.test(one.name)).map(one => [one.name, one.transferSize]))"""


def await_map(page: Page) -> None:
    """Wait until all markers stand on the map."""
    expect(page.frame_locator(FRAME).locator(MARKERS)).to_have_count(len(CITIES))


def await_end(page: Page) -> None:
    """Wait until Streamlit has drawn the page."""
    expect(page.locator('#root [data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")


@dataclass(frozen=True)
class Visit:
    """What the first visit of a browser and the next one fetch, and the page of the last."""

    bytes: int
    urls: list[str]
    frame_sizes: dict[str, int]  # of the files that the map's frame asks for
    page_files: dict[str, int]
    again: list[str]  # what costs anything when the page is loaded once more
    page: Page


@pytest.fixture(scope="module", params=["phone", "desktop"])
def visit(browser: Browser, app: RunningApp, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Two visits in a fresh profile; what `open_page` opens may have kept files from the page before."""
    context = browser.new_context(
        viewport=SIZES[request.param], is_mobile=request.param == "phone", service_workers="block"
    )  # what a worker answers is not counted
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    wire = tap(page, app.url)
    page.goto(app.url)
    await_map(page)
    await_end(page)
    first = wire.total, [*wire.by_url]
    sizes, files = page.frames[1].evaluate(LIST_RESOURCES), page.evaluate(LIST_RESOURCES)
    wire = tap(page, app.url)
    page.reload()
    await_map(page)
    yield Visit(*first, sizes, files, wire.list_fetched(), page)
    context.close()


def test_a_page_is_light(visit: Visit) -> None:
    """The whole page with its map comes in at most 900 KB, without fonts and without libraries that nothing uses."""
    assert 0 < visit.bytes <= MAX_BYTES
    assert [url for url in visit.urls if UNNEEDED.search(url)] == []


def test_a_script_that_gets_into_a_page_does_not_run(stay: Stay) -> None:
    """Neither an element nor an attribute: the page says which scripts are its own."""
    page, log = stay("/?lang=vi")
    page.evaluate("""async () => {
      const script = Object.assign(document.createElement("script"), { textContent: "window.ran = true" });
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="window.ran = true">`);
      await new Promise((done) => { document.body.lastChild.addEventListener("error", () => setTimeout(done)); });
      for (const part of ["img", "script"]) [...document.querySelectorAll(`body > ${part}`)].at(-1).remove();
    }""")
    assert page.evaluate("window.ran") is None
    assert ["Content Security Policy" in error for error in log.console_errors] == [True, True]


def test_pages_have_the_powers_that_they_use_alone(visit: Visit) -> None:
    """The browser knows the name of each power that is closed, in the page and in the map's frame."""
    for frame in visit.page.frames[:2]:
        known, allowed = (
            set(frame.evaluate(f"document.featurePolicy.{name}()")) for name in ("features", "allowedFeatures")
        )
        closed = set(CLOSED.split())
        assert closed <= known
        assert closed.isdisjoint(allowed)
        assert {"geolocation", "clipboard-write"} <= allowed


def test_the_frame_finds_its_files_loaded(visit: Visit) -> None:
    """What the page has loaded ahead costs the map's frame nothing, and all of it is what the frame uses."""
    assert visit.frame_sizes
    assert {name: size for name, size in visit.frame_sizes.items() if size} == {}
    ahead = {name for name in visit.page_files if "/component/" in name and ".page/" not in name}
    assert ahead <= set(visit.frame_sizes)


def test_a_visit_again_loads_next_to_nothing(visit: Visit) -> None:
    """Whoever comes back finds the files in the browser."""
    assert [url for url in visit.again if FILE.search(urlsplit(url).path)] == []


@pytest.mark.parametrize("path", ["/", "/cities", "/about"])
def test_every_file_is_asked_for_at_once(open_page: PageOpener, app: RunningApp, path: str) -> None:
    """No script, style or outline comes that the page itself does not name: nothing waits for another file."""
    page, _ = open_page("", app=app)
    wire = tap(page, app.url)
    page.goto(app.url + path)
    if path == "/":
        await_map(page)
    await_end(page)
    html = page.request.get(app.url + path).text()
    files = [url for url in wire.by_url if FILE.search(urlsplit(url).path)]
    assert len(files) > 60
    assert [url for url in files if f".{urlsplit(url).path}" not in html] == []


def test_the_first_view_is_drawn_before_the_app_is_asked_for(open_page: PageOpener, app: RunningApp) -> None:
    """But for as many files as a browser asks for at a time: a hundred requests would hold the drawing up."""
    page, _ = open_page("/?lang=en", app=app)
    await_end(page)
    asked = page.evaluate("""performance.getEntriesByType("resource")
      .filter(({ name }) => name.includes("/static/js/")).map(({ startTime }) => startTime)""")
    read = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert len(asked) > 60
    assert len([start for start in asked if start < read]) == 6


def test_icons_are_drawn_without_their_font(stay: Stay) -> None:
    """No icon's name stands where its sign should be."""
    page, _ = stay("/")
    icons = page.locator('[data-testid="stSidebar"] [data-testid="stIconMaterial"]')
    expect(icons).to_have_count(2)
    for icon in icons.all():
        assert icon.evaluate("icon => getComputedStyle(icon).fontSize") == "0px"
        assert icon.evaluate("icon => getComputedStyle(icon, '::before').content") not in {"none", "normal"}


def test_a_page_may_do_all_that_it_does(open_page: PageOpener, app: RunningApp) -> None:
    """The security headers block nothing of ours: no complaint stands in the console, on any page."""
    page, log = open_page("", app=app)
    for path in ("/cities", "/about", "/"):
        page.goto(app.url + path)
        await_end(page)
    await_map(page)
    assert (log.console_errors, log.page_errors, log.foreign_requests) == ([], [], [])
    assert log.tile_requests


def test_the_page_says_its_language(stay: Stay) -> None:
    """What reads the page aloud learns of the language that Streamlit has drawn, and of each change."""
    page, _ = stay("/")
    await_end(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    for language in ("ja", "en"):
        page.locator("#root [data-language]").evaluate("(part, code) => { part.dataset.language = code; }", language)
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_map_works_inside_another_page(open_page: PageOpener, app: RunningApp) -> None:
    """A city office, or a host's own shell, can embed it; a deep link works there."""
    page, log = open_page("", app=app)
    page.set_content(f'<iframe src="{app.url}/?city=kobe&embed=true" style="width: 1200px; height: 800px"></iframe>')
    inner = page.frame_locator("iframe").first
    expect(inner.frame_locator(FRAME).locator(MARKERS)).to_have_count(len(CITIES))
    expect(inner.frame_locator(FRAME).locator(".leaflet-popup-content")).to_contain_text("Kobe")
    assert log.page_errors == []


def test_the_map_works_with_all_of_delivery_broken(open_page: PageOpener) -> None:
    """The plain app is still the app."""
    with start_app(Path("tests/pages/delivery/broken_app.py")) as broken:
        page, log = open_page("/", app=broken)
        await_map(page)
        assert log.page_errors == []
