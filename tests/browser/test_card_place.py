"""Where the opened card stands: first for who came for it, below the map for who chose there, and never moving."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hand import find_middle, press
from tests.browser.map_page import (
    CARD,
    FRAME,
    await_map,
    choose_prefecture,
    expect_card,
    expect_markers,
    find_app,
    find_marker,
    find_search,
    search,
)
from tests.browser.server import RunningApp
from tests.browser.slow_line import hold_back
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener, Viewport

CITY = "/?lang=en&city=sakai"
WIDTHS = (360, 768, 1440)
MOVE_PX = 8  # that nobody's finger misses by
PLACES = {"heading": "h1", "class": '[data-field="class"] a', "mail": '[data-field="email"] a[href^="mailto:"]'}
MEASURE = """([root, places]) => Object.fromEntries(Object.entries(places).map(([name, selector]) => {
  const { left, top } = document.querySelector(`${root} ${selector}`).getBoundingClientRect();
  return [name, [left, top]];
}))"""


HOME = "/?lang=en"
TOOLS = {
    "search": ".mm-search-line",
    "filter": ":is(.fv-filter > summary, [data-open-filters])",
    "near me": "[data-near-me]",
    "map": ":is(.sm-map, .st-key-map-frame iframe)",
}


def measure(page: Page, root: str, places: dict[str, str] = PLACES) -> dict[str, list[float]]:
    """Measure where these begin, in px of the window."""
    measured: dict[str, list[float]] = page.evaluate(MEASURE, [root, places])
    return measured


@pytest.mark.parametrize("width", WIDTHS)
def test_the_card_does_not_move_at_the_hand_over(open_page: PageOpener, app: RunningApp, width: int) -> None:
    """Heading, class link and e-mail of a shared city stand where they stood when the interactive page takes over."""
    page, _ = open_page("", viewport={"width": width, "height": 800})
    let_go = hold_back(page)
    page.goto(app.url + CITY)
    before = measure(page, "#first-view")
    let_go()
    page.locator("#first-view").wait_for(state="detached")
    expect_card(page, "Sakai")
    after = measure(page, "#root")
    moved = {name: max(abs(old - new) for old, new in zip(before[name], after[name], strict=True)) for name in PLACES}
    assert max(moved.values()) <= MOVE_PX, moved


def test_search_and_map_of_a_phone_do_not_move_at_the_hand_over(open_page: PageOpener, app: RunningApp) -> None:
    """Whoever is about to type or to press finds everything above the map where it was; a search asks in the app."""
    page, _ = open_page("", viewport="phone")
    let_go = hold_back(page)
    page.goto(app.url + HOME)
    before = measure(page, "#first-view", TOOLS)
    let_go()
    page.locator("#first-view").wait_for(state="detached")
    frame = await_map(page)
    after = measure(page, "#root", TOOLS)
    assert {name: pytest.approx(place, abs=MOVE_PX) for name, place in before.items()} == after
    search(page, "hyogo")
    expect_markers(frame, ["Kobe, Hyogo"])
    expect(page).to_have_url(re.compile(r"/\?lang=en&q=hyogo$"))
    find_search(page).fill("")
    page.locator("#root .mm-search button").tap()
    expect(page).to_have_url(re.compile(r"/\?lang=en$"))


def test_a_shared_city_fills_the_first_screen_of_a_phone(open_page: PageOpener) -> None:
    """Class, counter and letter are on it with nothing scrolled; the map comes after the card."""
    page, _ = open_page(CITY, viewport={"width": 360, "height": 640})
    card = page.locator(CARD)
    for part in ('[data-field="class"] a', '[data-ask="counter"]', '[data-ask="letter"]'):
        expect(card.locator(part).first).to_be_in_viewport(ratio=1)
    assert find_middle(card).y < find_middle(page.locator(FRAME)).y


def test_a_city_chosen_on_the_map_of_a_phone_opens_below_it(stay: Stay) -> None:
    """The map stays under the finger."""
    page, _ = stay("/", viewport="phone")
    frame = await_map(page)
    before = find_middle(page.locator(FRAME))
    marker = find_marker(frame, "Sapporo, Hokkaido")
    press(page, find_middle(marker))
    expect_card(page, "Sapporo")
    assert find_middle(page.locator(FRAME)) == before
    assert find_middle(page.locator(CARD)).y > before.y


@pytest.mark.parametrize("viewport", ["phone", "desktop"])
def test_a_row_at_the_foot_of_the_list_shows_its_card(stay: Stay, viewport: Viewport) -> None:
    """Whoever chooses there sees at once what was chosen: the name is on the screen and has the focus."""
    page, _ = stay("/", viewport=viewport)
    await_map(page)
    row = page.locator("#root #row-kumamoto")
    row.scroll_into_view_if_needed()
    press(page, find_middle(row))
    name = page.locator(CARD).locator(".mm-card-name")
    expect(name).to_be_focused()
    expect(name).to_be_in_viewport(ratio=1)
    page.locator("#root #close-card").focus()
    page.keyboard.press("Enter")
    expect(row).to_be_focused()


def test_the_filters_are_reset_by_one_press(stay: Stay) -> None:
    """Also while the choice of prefectures above the button has the focus, which it loses by that press."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    choose_prefecture(page, "Osaka")
    expect_markers(frame, ["Osaka, Osaka", "Sakai, Osaka"])
    page.get_by_test_id("stMultiSelect").locator("input").focus()
    press(page, find_middle(find_app(page).get_by_role("button", name="Reset filters")))
    expect(frame.get_by_role("button", name="Kobe, Hyogo", exact=True)).to_be_attached()
