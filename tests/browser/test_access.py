"""No accessibility rule is broken, on any page, in any frame, on any screen, in the light or in the dark."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import check_frames
from tests.browser.map_page import MARKERS, POPUP, await_map, expect_card, expect_popup, find_app, find_marker
from tests.browser.server import start_app
from tests.browser.visitor import PageOpener, Viewport

NARROWEST = 320  # px; WCAG 2.2, 1.4.10: without sideways scrolling


# Which scrollable boxes hold more than their width, and which elements stick out of the screen.
LIST_TOO_WIDE = """() => {
  const isOnScreen = box => box.right > 0 && box.left < innerWidth && box.width > 0;
  const all = [...document.querySelectorAll("html, body, body *")];
  const wide = all.filter(one => isOnScreen(one.getBoundingClientRect())).filter(one => {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(one).overflowX) || one === document.documentElement;
    return scrolls && one.scrollWidth > one.clientWidth + 1;
  });
  const name = one => `${one.tagName}.${one.className}`;
  const describe = one => {
    const edge = one.getBoundingClientRect().left + one.clientWidth;
    const out = [...one.querySelectorAll("*")].filter(inner => inner.getBoundingClientRect().right > edge + 1);
    return `${name(one)} ${one.scrollWidth} > ${one.clientWidth}: ${out.map(name).join(", ")}`;
  };
  return wide.map(describe);
}"""


def show_map(page: Page) -> None:
    """The opening view."""
    expect(await_map(page).locator(MARKERS)).to_have_count(20)


def show_filtered(page: Page) -> None:
    """Two cities on the map."""
    expect(await_map(page).locator(MARKERS)).to_have_count(2)


def show_nothing_found(page: Page) -> None:
    """An empty map with an answer above it."""
    await_map(page)
    expect(find_app(page).get_by_text("Nothing found.")).to_be_visible()


def show_unlisted(page: Page) -> None:
    """A place without a row and the nearest cities."""
    await_map(page)
    expect(find_app(page).get_by_text("Not in this table.").first).to_be_visible()


def show_city(page: Page) -> None:
    """A city's popup and card, with a doubt."""
    expect_popup(await_map(page), "Sendai")
    expect_card(page, "Sendai")


def show_pressed_marker(page: Page) -> None:
    """A popup opened from the map, which has the focus."""
    frame = await_map(page)
    find_marker(frame, "Osaka, Osaka").focus()
    page.keyboard.press("Enter")
    expect_popup(frame, "Osaka")
    expect_card(page, "Osaka")
    expect(frame.locator(POPUP)).to_have_css("opacity", "1")


def show_list(page: Page) -> None:
    """All cards."""
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(20)


def show_about(page: Page) -> None:
    """The words about the map."""
    expect(find_app(page).get_by_role("heading", name="Privacy")).to_be_visible()


VIEWS: dict[str, Callable[[Page], None]] = {
    "/": show_map,
    "/?prefecture=osaka": show_filtered,
    "/?q=qqqq": show_nothing_found,
    "/?q=tokyo": show_unlisted,
    "/?city=sendai": show_city,
    "/?lang=en": show_pressed_marker,
    "/cities": show_list,
    "/about": show_about,
}


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", ["phone", "desktop"])
def test_no_rule_of_axe_is_broken(
    open_page: PageOpener, viewport: Viewport, color_scheme: Literal["light", "dark"]
) -> None:
    """Start, filtered, nothing found, city, popup, list and about: 0 violations in each of their frames."""
    page, _ = open_page("", viewport=viewport, color_scheme=color_scheme, reduced_motion=True)
    found = []
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path)
        show(page)
        await_rest(page)
        found += [
            f"{path} ({'map' if number else 'page'}): {violation.rule}: {element}"
            for number, frame in enumerate(check_frames(page))
            for violation in frame.violations
            for element in violation.elements
        ]
    assert not found, "\n".join(found)


def test_nothing_scrolls_sideways_on_the_narrowest_screen(open_page: PageOpener) -> None:
    """At 320 px every page and the map's frame are as wide as the screen and no wider."""
    page, _ = open_page("", viewport={"width": NARROWEST, "height": 640})
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path)
        show(page)
        await_rest(page)
        for frame in page.frames:
            assert frame.evaluate(LIST_TOO_WIDE) == [], (path, frame.name)


def test_the_pages_run_without_the_app_object(open_page: PageOpener) -> None:
    """`streamlit run pages/main.py` shows the same map and the same list."""
    with start_app("pages/main.py") as app:
        page, log = open_page("/?city=kobe", app=app)
        frame = await_map(page)
        expect(frame.locator(MARKERS)).to_have_count(20)
        expect_popup(frame, "Kobe")
        page.locator(".st-key-navigation").get_by_role("link", name="List").click()
        expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(19)
        expect_card(page, "Kobe")
        assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
        assert "Traceback" not in app.log()


def await_rest(page: Page) -> None:
    """Wait until the script has run and nothing fades any more."""
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    for frame in page.frames:
        frame.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")
