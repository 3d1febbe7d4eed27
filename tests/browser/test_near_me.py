"""The button "Near me": the device is asked at the press only, and the position leaves the browser nowhere."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.map_page import await_map, expect_card
from tests.browser.server import RunningApp
from tests.browser.visitor import PageOpener

KAWAGUCHI = {"latitude": 35.8077, "longitude": 139.7242}
OFFERS = ".mm-near .mm-offer"
# Counts how often the page asks the device.
COUNT = """
window.asked = 0;
const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
navigator.geolocation.getCurrentPosition = (...rest) => { window.asked += 1; ask(...rest); };
"""


def allow_position(page: Page) -> None:
    """Let the device be in Kawaguchi."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": KAWAGUCHI["latitude"], "longitude": KAWAGUCHI["longitude"]})


def test_near_me_lists_the_nearest_city_halls(open_page: PageOpener, app: RunningApp) -> None:
    """By keyboard: three links with km, announced; one opens its city; no address that was asked for has the place."""
    page, log = open_page("", viewport="phone")
    page.add_init_script(COUNT)
    allow_position(page)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    await_map(page)
    assert page.evaluate("window.asked") == 0
    button = page.locator("#root [data-near-me]")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#root .mm-near [role=status]")).to_have_text(re.compile("nearest listed city halls"))
    expect(page.locator(f"#root {OFFERS}")).to_have_text(
        [re.compile(rf"^{city}.*: about \d+ km$") for city in ("Saitama", "Kawasaki", "Yokohama")]
    )
    assert page.evaluate("window.asked") == 1
    page.locator(f"#root {OFFERS}").first.click()
    expect_card(page, "Saitama")
    assert not any("35.8" in url or "139.7" in url for url in requests)
    assert log.page_errors == []


def test_near_me_works_in_the_first_view(open_page: PageOpener, app: RunningApp) -> None:
    """It does before the interactive page is there, which then waits."""
    page, _ = open_page("", viewport="phone")
    allow_position(page)
    page.route_web_socket(re.compile("_stcore/stream"), lambda _: None)
    page.goto(app.url)
    page.locator("#first-view [data-near-me]").click()
    expect(page.locator(f"#first-view {OFFERS}").first).to_have_text(re.compile(r"^Saitama.*: about \d+ km$"))


@pytest.mark.parametrize("missing", [False, True])
def test_a_refused_position_is_said_and_typing_remains(open_page: PageOpener, app: RunningApp, missing: bool) -> None:
    """Refused or not there at all: a plain message, no links, and the search works as before."""
    page, _ = open_page("")
    page.context.clear_permissions()
    if missing:
        page.add_init_script("Object.defineProperty(navigator, 'geolocation', { value: undefined });")
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    page.locator("#root [data-near-me]").click()
    expect(page.locator("#root .mm-near [role=status]")).to_have_text(re.compile("Type a place or a postal code"))
    expect(page.locator(f"#root {OFFERS}")).to_have_count(0)


def test_without_javascript_there_is_no_button(open_page: PageOpener) -> None:
    """What cannot work is not shown."""
    page, _ = open_page("/", java_script_enabled=False)
    expect(page.locator("#first-view [data-near-me]")).to_be_hidden()
