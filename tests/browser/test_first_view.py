"""The first view in a browser: enough by itself, steady while the app loads, and never taken from under a finger."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import ALL, COLOURS, check_frames
from tests.browser.map_page import FRAME
from tests.browser.profiles import Profiles
from tests.browser.server import RunningApp
from tests.browser.slow_line import hold_back
from tests.browser.visitor import SIZES, PageOpener, Viewport, read_clipboard, save_data

FIRST = "#first-view"
OFFER = "#first-view [data-handover] button"
LOST = "#first-view [data-lost]"

IS_MAP_DRAWN = f"Boolean(document.querySelector('{FRAME}')?.contentDocument?.querySelector('[data-ready]'))"

# Notes, frame by frame, where everything in the first view stands, and what assistive technology would find beside it.
WATCH = """
window.places = new Set();
const look = () => {
  const first = document.getElementById("first-view");
  if (first) {
    const boxes = [...first.querySelectorAll("h1, h2, a, input, button, summary, svg, p")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((value) => value.toFixed(1)).join();
    });
    if (document.readyState !== "loading") window.places.add(boxes.join(" "));
  }
  requestAnimationFrame(look);
};
look();
"""


@pytest.fixture
def offline_page(open_page: PageOpener) -> Page:
    """A page whose WebSocket never gets through, and whose clock the test turns."""
    page, _ = open_page("", viewport="phone")
    page.clock.install()
    block_web_socket(page)
    return page


def block_web_socket(page: Page) -> None:
    """Answer the app's WebSocket in the app's stead, with nothing."""
    page.route_web_socket(re.compile("_stcore/stream"), lambda _: None)


def get_root(app: RunningApp, path: str = "/") -> str:
    """Return an address of the app."""
    return app.url + path


def open_early(page: Page, url: str) -> None:
    """Open the address and return as soon as its HTML is there, long before the app."""
    page.goto(url, wait_until="commit")
    page.locator(FIRST).locator("footer").wait_for()


@pytest.mark.parametrize("viewport", ["phone", "desktop"])
@pytest.mark.parametrize("path", ["/", "/cities", "/about"])
def test_nothing_moves_while_the_app_arrives(
    open_page: PageOpener, app: RunningApp, viewport: Viewport, path: str
) -> None:
    """From its first paint until it gives way no line of it changes its place; then the app stands there."""
    page, log = open_page("", viewport=viewport)
    page.add_init_script(WATCH)
    page.goto(get_root(app, path))
    page.locator(FIRST).wait_for(state="detached")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.places.size") == 1
    assert (log.page_errors, log.foreign_requests) == ([], [])


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Map · Madoguchi Map"),
        ("/?city=sakai", "Sakai 堺市 · Madoguchi Map"),
        ("/?prefecture=osaka&prefecture=hyogo", "Osaka, Hyogo: Map · Madoguchi Map"),
    ],
)
def test_an_unused_first_view_gives_way_to_a_drawn_map(
    open_page: PageOpener, app: RunningApp, path: str, title: str
) -> None:
    """When it goes the map is there, markers and all, and the title, which names what is opened, has not changed."""
    page, _ = open_page("")
    let_go = hold_back(page)
    open_early(page, get_root(app, path))
    expect(page).to_have_title(title)
    let_go()
    page.locator(FIRST).wait_for(state="detached")
    assert page.evaluate(IS_MAP_DRAWN)
    assert page.title() == title


def test_it_waits_for_the_filters_as_well(open_page: PageOpener, app: RunningApp) -> None:
    """The map may be drawn before Streamlit has fetched its search box: who types at once would type into nothing."""
    page, _ = open_page("")
    held: list[Route] = []
    page.route(re.compile(r"/TextInput\."), lambda route: held.append(route))
    page.goto(get_root(app))
    page.wait_for_function(f"() => {IS_MAP_DRAWN}")
    page.wait_for_function("() => document.querySelector('#root [data-test-script-state=notRunning] h1')")
    page.evaluate("async () => { for (let n = 0; n < 10; n++) await new Promise(requestAnimationFrame); }")
    expect(page.locator(FIRST)).to_be_attached()
    for route in held:
        route.continue_()
    page.locator(FIRST).wait_for(state="detached")
    assert held
    assert page.locator('#root [data-testid="stTextInput"] input').count() == 1


def test_who_has_begun_is_asked(open_page: PageOpener, app: RunningApp) -> None:
    """With the focus inside, it stays where it is; the button brings the map, and the focus goes to its heading."""
    page, _ = open_page("", viewport="phone")
    let_go = hold_back(page)
    open_early(page, get_root(app))
    row = page.locator(".fv-row > summary").first
    row.focus()
    let_go()
    expect(page.locator(OFFER)).to_be_visible()
    expect(page.locator(OFFER)).to_have_text("Open the map")
    expect(row).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)  # the app beside it is not there for anybody yet
    page.locator(OFFER).click()
    page.locator(FIRST).wait_for(state="detached")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_a_city_opened_early_is_open_in_the_app(open_page: PageOpener, app: RunningApp) -> None:
    """A tap on the drawn map opens the row without loading anything; the address and then the app follow."""
    page, _ = open_page("", viewport="phone")
    let_go = hold_back(page)
    open_early(page, get_root(app, "/?prefecture=hyogo&prefecture=osaka"))
    page.get_by_role("link", name="Kobe, Hyogo").click()
    expect(page.locator('.fv-row[data-city="kobe"] > summary')).to_be_focused()
    expect(page.get_by_role("link", name="chiikikyousei@city.kobe.lg.jp", exact=True)).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"\?prefecture=hyogo&prefecture=osaka&city=kobe$"))
    let_go()
    page.locator(OFFER).click()
    page.locator(FIRST).wait_for(state="detached")
    expect(page.locator(".st-key-card").get_by_role("heading", name="Kobe")).to_be_visible()


def test_copying_works_before_the_app(offline_page: Page, app: RunningApp) -> None:
    """The button beside an e-mail address does what it says."""
    open_early(offline_page, get_root(app, "/?city=kobe"))
    offline_page.get_by_role("button", name="Copy chiikikyousei@city.kobe.lg.jp").click()
    assert read_clipboard(offline_page) == "chiikikyousei@city.kobe.lg.jp"


def test_without_a_connection_it_stays_and_says_so(offline_page: Page, app: RunningApp) -> None:
    """After half a minute without the app the reader is told, and everything goes on working."""
    open_early(offline_page, get_root(app))
    expect(offline_page.locator(LOST)).to_be_hidden()
    offline_page.clock.run_for(31_000)
    expect(offline_page.locator(LOST)).to_be_visible()
    expect(offline_page.locator(OFFER)).to_be_hidden()
    offline_page.get_by_role("link", name="Kobe, Hyogo").click()
    expect(offline_page.get_by_role("link", name="chiikikyousei@city.kobe.lg.jp", exact=True)).to_be_visible()
    assert offline_page.locator(FIRST).evaluate("view => view.closest('[aria-hidden=true], [inert]') === null")


def test_what_is_no_longer_true_is_not_said(offline_page: Page, app: RunningApp) -> None:
    """Whether a counter is open now goes from a page that is older than that; its hours stay."""
    open_early(offline_page, get_root(app, "/?lang=en&city=sapporo"))
    told = offline_page.locator("#first-view .fv-opened [data-until]")
    expect(told).to_be_visible()
    offline_page.clock.fast_forward(15 * 24 * 3600 * 1000)  # longer than any counter is closed
    expect(told).to_be_hidden()
    expect(offline_page.locator('#first-view .fv-opened [data-field="counter"]').first).to_contain_text("9:00")


def test_with_save_data_the_app_waits_for_a_tap(open_page: PageOpener, app: RunningApp) -> None:
    """No script of Streamlit's is loaded until the reader asks for the map."""
    page, _ = open_page("", viewport="phone")
    save_data(page)
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url) if "/static/js/" in request.url else None)
    page.goto(get_root(app))
    expect(page.locator(OFFER)).to_be_visible()
    assert scripts == []
    page.locator(OFFER).click()
    page.locator(FIRST).wait_for(state="detached")
    assert scripts != []
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.fixture(scope="module")
def waiting_page(profiles: Profiles, app: RunningApp) -> Iterator[Page]:
    """A page whose WebSocket never gets through, for all tests that only look at the first view."""
    opener = PageOpener(profiles, lambda: app)
    page, _ = opener("")
    block_web_socket(page)
    yield page
    opener.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["/", "/?city=sendai&prefecture=osaka", "/cities?q=Nara", "/about"])
def test_it_is_accessible(
    waiting_page: Page, app: RunningApp, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """axe finds nothing, all rows and filters open, and nothing scrolls sideways; the dark has other colours only."""
    if waiting_page.url != get_root(app, path):  # else the same page is looked at on another screen
        open_early(waiting_page, get_root(app, path))
        waiting_page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        waiting_page.evaluate("document.querySelector('[data-handover]').hidden = false")
    waiting_page.emulate_media(color_scheme=scheme)
    waiting_page.set_viewport_size({"width": width, "height": SIZES["phone"]["height"]})
    assert check_frames(waiting_page, ALL if scheme == "light" else COLOURS)[0].violations == ()
    assert waiting_page.evaluate("document.documentElement.scrollWidth") <= width
