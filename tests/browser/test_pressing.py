"""The main job: the first press on a marker opens it, by mouse or finger, at any size, with nothing scrolled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.hand import Fingers, Point, find_middles, press
from tests.browser.map_page import await_map, expect_popup
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

# Windows of phones, tablets and laptops, less what the browser takes of the screen.
SIZES = (
    (320, 568),
    (360, 560),
    (375, 553),
    (390, 664),
    (740, 360),
    (768, 954),
    (1024, 698),
    (1280, 593),
    (1366, 633),
    (1440, 789),
    (1536, 730),
    (1920, 945),
)
LOADED = ((360, 560), (768, 954), (1366, 633))  # at the others the map is come to within the app
LAPTOP_PX = 1280  # from this width on windows are mostly used with a mouse
SCROLLED = (
    "[...document.querySelectorAll('*')].filter(node => node.scrollTop).map(node => node.className || node.tagName)"
)
LEAVE = "document.activeElement.blur()"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_first_press_opens_every_marker_on_the_screen(
    open_page: PageOpener, stay: Stay, size: tuple[int, int]
) -> None:
    """From outside the map every city to be seen opens, and the page stays where it is.

    By finger where screens are touched, by mouse where there is one, by both where windows of both have that size.
    """
    come = open_page if size in LOADED else stay
    page, log = come("/", viewport={"width": size[0], "height": size[1]}, reduced_motion=True)
    frame = await_map(page)
    if size in LOADED or size[0] >= LAPTOP_PX:
        press_all(page, frame, lambda at: press(page, at))
    if size in LOADED or size[0] < LAPTOP_PX:
        press_all(page, frame, Fingers(page).tap)
    assert page.evaluate(SCROLLED) == []
    assert (log.page_errors, log.console_errors) == ([], [])


def test_the_first_press_after_back_opens_a_marker(open_page: PageOpener) -> None:
    """Whoever comes back, within the app or from another page, presses once as well."""
    page, _ = open_page("/", viewport={"width": 1366, "height": 633}, reduced_motion=True)
    frame = await_map(page)
    (first, at), (second, there) = list(find_middles(page, frame).items())[:2]
    press(page, at)
    expect_popup(frame, first.split(",")[0])
    page.wait_for_url("**?*city=*")
    page.go_back()
    expect_popup(frame, None)
    press(page, there)
    expect_popup(frame, second.split(",")[0])
    page.wait_for_url("**?*city=*")
    page.goto(page.url.split("?")[0] + "about")
    page.go_back()
    frame = await_map(page)
    expect_popup(frame, second.split(",")[0])
    frame.locator("#mm-popup-name").press("Escape")
    expect_popup(frame, None)
    press(page, find_middles(page, frame)[first])
    expect_popup(frame, first.split(",")[0])


def press_all(page: Page, frame: Frame, touch: Callable[[Point], None]) -> None:
    """Open each marker on the screen from outside the map, and close it again; the map comes back in between."""
    middles = find_middles(page, frame)
    assert middles
    for name, at in middles.items():
        touch(at)
        expect_popup(frame, name.split(",")[0])
        page.keyboard.press("Escape")
        expect_popup(frame, None)
        frame.evaluate(LEAVE)
        page.evaluate(LEAVE)
    assert find_middles(page, frame) == middles
