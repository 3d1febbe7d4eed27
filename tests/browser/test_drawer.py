"""The filters in the sidebar: beside a wide page, over a narrower one as a drawer that no earlier visit opens."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessible_views import await_rest
from tests.browser.axe import check_frames
from tests.browser.map_page import FRAME, await_map, find_app, find_search
from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

NARROW = (600, 700, 768, 800, 1023)  # px, where the drawer lies over the page
WIDE = (1024, 1280)
# Notes in `window.seen` each state that the sidebar has had since the page began to load.
WATCH = """
window.seen = [];
new MutationObserver(() => {
  const state = document.querySelector('[data-testid="stSidebar"]')?.dataset.collapsed;
  if (state && state !== window.seen.at(-1)) window.seen.push(state);
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-collapsed"] });
"""
NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
"""
CUT = """all => all.filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent)"""


def find_sidebar(page: Page) -> Locator:
    """Find the sidebar."""
    return page.get_by_test_id("stSidebar")


def find_opener(page: Page) -> Locator:
    """Find the button that opens the filters, by its name."""
    return find_app(page).get_by_role("button", name=re.compile(r"^Filter( \(\d+\))?$"))


def find_closer(page: Page) -> Locator:
    """Find the button at the head of the open sidebar, by its name."""
    return find_sidebar(page).get_by_role("button", name="Hide the filters")


def find_first_filter(page: Page) -> Locator:
    """Find the search field that the sidebar begins with."""
    return find_sidebar(page).get_by_label("Search")


def press(page: Page, button: Locator) -> None:
    """Press where the button is, whatever is there."""
    box = button.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def resize(page: Page, width: int) -> None:
    """Return the window this width; return once Streamlit has answered."""
    page.set_viewport_size({"width": width, "height": 800})
    expect(find_sidebar(page)).to_have_attribute("data-collapsed", str(width < WIDE[0]).lower())


def measure_frame(page: Page) -> float:
    """Measure how wide the map is, in px."""
    return float(page.locator(FRAME).evaluate("frame => frame.getBoundingClientRect().width"))


def test_a_drawer_once_opened_does_not_cover_a_later_visit(open_page: PageOpener, app: RunningApp) -> None:
    """On a phone each load begins with the drawer closed, and never shows it on the way."""
    page, _ = open_page("/", viewport="phone")
    await_map(page)
    find_opener(page).tap()
    expect(find_first_filter(page)).to_be_in_viewport()
    page.add_init_script(WATCH)
    for query in ("?city=sakai", "?lang=vi"):
        page.goto(f"{app.url}/{query}")
        page.locator("#first-view").wait_for(state="detached")
        await_map(page)
        expect(find_sidebar(page)).not_to_be_in_viewport()
        assert page.evaluate("window.seen") == ["true"]


def test_a_drawer_is_closed_at_first_where_nothing_can_be_kept(open_page: PageOpener, app: RunningApp) -> None:
    """So it is on a tablet whose browser keeps nothing; the button opens it all the same."""
    page, log = open_page("", viewport={"width": 768, "height": 1024})
    page.add_init_script(NO_STORAGE)
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    expect(find_sidebar(page)).not_to_be_in_viewport()
    press(page, find_opener(page))
    expect(find_first_filter(page)).to_be_in_viewport()
    assert log.page_errors == []


def test_a_desktop_finds_the_sidebar_as_it_was_left(open_page: PageOpener) -> None:
    """Closed by the visitor it stays closed after a reload, behind a named button; a narrow window changes nothing."""
    page, _ = open_page("/?prefecture=osaka", viewport={"width": 1280, "height": 800})
    expect(find_first_filter(page)).to_be_in_viewport()
    expect(find_opener(page)).to_be_hidden()
    press(page, find_closer(page))
    expect(find_opener(page)).to_be_focused()
    page.reload()
    page.locator("#first-view").wait_for(state="detached")
    expect(find_sidebar(page)).not_to_be_in_viewport()
    expect(find_opener(page)).to_have_text(re.compile(r"^\s*Filter \(1\)\s*$"))
    expect(find_opener(page)).to_be_in_viewport()
    expect(find_search(page)).to_be_in_viewport()
    press(page, find_opener(page))
    expect(find_closer(page)).to_be_focused()
    resize(page, 700)
    press(page, find_opener(page))
    press(page, find_closer(page))
    resize(page, 1280)
    expect(find_first_filter(page)).to_be_in_viewport()


def test_search_stays_in_reach_at_every_width(stay: Stay) -> None:
    """Its field is above the map or beside it. A named control of 44 px opens the drawer over the page; nothing is
    squeezed, cut or wider than the window."""
    page, _ = stay("/", viewport={"width": NARROW[0], "height": 800})
    await_map(page)
    for width in NARROW:
        resize(page, width)
        expect(find_search(page)).to_be_in_viewport(ratio=1)
        expect(find_opener(page)).to_be_in_viewport()
        expect(page.get_by_test_id("stExpandSidebarButton")).to_be_hidden()
        before = measure_frame(page)
        press(page, find_opener(page))
        expect(find_first_filter(page)).to_be_in_viewport(ratio=1)
        assert measure_frame(page) == before
        for button in (find_closer(page), find_sidebar(page).get_by_role("button", name="Show the result")):
            box = button.bounding_box()
            assert box is not None
            assert round(min(box["width"], box["height"]), 2) >= 44
        assert page.locator("#root .mm-button, #root label").evaluate_all(CUT) == []
        press(page, find_closer(page))
        expect(find_sidebar(page)).not_to_be_in_viewport()
    for width in WIDE:
        resize(page, width)
        expect(find_first_filter(page)).to_be_in_viewport(ratio=1)
        expect(find_opener(page)).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_drawer_is_left_by_escape_or_beside_it(stay: Stay) -> None:
    """By keyboard the focus goes into the drawer and back; a press beside it closes it and opens nothing."""
    page, _ = stay("/", viewport={"width": 768, "height": 800})
    frame = await_map(page)
    find_opener(page).focus()
    page.keyboard.press("Enter")
    expect(find_closer(page)).to_be_focused()
    assert [violation for checked in check_frames(page) for violation in checked.violations] == []
    page.keyboard.press("Escape")
    expect(find_opener(page)).to_be_focused()
    expect(find_sidebar(page)).not_to_be_in_viewport()
    marker = frame.get_by_role("button", name="Sapporo, Hokkaido", exact=True)
    press(page, find_opener(page))
    expect(find_sidebar(page)).to_be_in_viewport()
    await_rest(page)
    press(page, marker)
    expect(find_sidebar(page)).not_to_be_in_viewport()
    assert page.evaluate("location.search") == ""
    assert [violation for checked in check_frames(page) for violation in checked.violations] == []


@pytest.mark.parametrize("width", [768, 1280])
def test_the_skip_link_to_the_search_leads_into_its_field(stay: Stay, width: int) -> None:
    """Into that which is seen: above the page where the sidebar is closed."""
    page, _ = stay("/", viewport={"width": width, "height": 800})
    link = find_app(page).locator(".mm-skip[data-skip=search]")
    link.focus()
    page.keyboard.press("Enter")
    expect(find_search(page)).to_be_focused()
