"""The map is no trap: one finger and the wheel move the page, two fingers and Ctrl the map, and "All" leads back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.hand import Fingers, Point, drag, press
from tests.browser.map_page import FRAME, await_map
from tests.browser.staying import Stay
from tests.browser.visitor import Viewport

HINT = ".mm-hint.mm-shown"
SCROLL_TOP = "Math.max(...[document.scrollingElement, ...document.querySelectorAll('*')].map(node => node.scrollTop))"
VIEW = "({ lat: map.getCenter().lat, lng: map.getCenter().lng, zoom: map.getZoom() })"
REST = "!map._animatingZoom && !map._panAnim?._inProgress"
ALL_IN_VIEW = "[...map.madoguchi.layer.markers.values()].every(marker => map.getBounds().contains(marker.getLatLng()))"


def find_sea(page: Page) -> Point:
    """A point of the map on the screen where nothing stands."""
    box = page.locator(FRAME).bounding_box()
    assert box is not None
    return Point(box["x"] + box["width"] - 40, box["y"] + 60)


def test_one_finger_scrolls_the_page_and_two_move_the_map(stay: Stay) -> None:
    """A swipe across the map moves the page and says what moves the map; two fingers move it, and pinching zooms."""
    page, log = stay("/", viewport="phone", reduced_motion=True)
    frame = await_map(page)
    fingers = Fingers(page)
    before = frame.evaluate(VIEW)
    x, y = find_sea(page)
    fingers.move([Point(x, y + 200)], [Point(x, y + 60)])
    page.wait_for_function(f"() => {SCROLL_TOP} > 60")
    expect(frame.locator(HINT)).to_have_text("Move the map with two fingers")
    assert frame.evaluate(VIEW) == before
    expect(frame.locator(HINT)).to_have_count(0)
    scrolled = page.evaluate(SCROLL_TOP)
    x, y = find_sea(page)
    hand = [Point(x - 200, y + 100), Point(x - 100, y + 100)]
    fingers.move(hand, [Point(finger.x + 60, finger.y + 40) for finger in hand])
    frame.wait_for_function(
        "before => map.getCenter().lng < before.lng && map.getCenter().lat > before.lat", arg=before
    )
    assert frame.evaluate("map.getZoom()") == before["zoom"]
    fingers.move(hand, [Point(hand[0].x - 60, hand[0].y), Point(hand[1].x + 60, hand[1].y)])
    frame.wait_for_function("before => map.getZoom() > before.zoom", arg=before)
    assert page.evaluate(SCROLL_TOP) == scrolled
    assert log.page_errors == []


def test_the_wheel_moves_the_page_until_it_is_meant_for_the_map(stay: Stay) -> None:
    """Over the map it scrolls the page and names Ctrl; with Ctrl, or after a press in the map, it zooms."""
    page, log = stay("/", viewport={"width": 1280, "height": 593}, reduced_motion=True)
    frame = await_map(page)
    zoom = frame.evaluate("map.getZoom()")
    page.mouse.move(*find_sea(page))
    page.mouse.wheel(0, 80)
    page.wait_for_function(f"() => {SCROLL_TOP} >= 80")
    expect(frame.locator(HINT)).to_have_text("Zoom with Ctrl and the wheel")
    assert frame.evaluate("map.getZoom()") == zoom
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    frame.wait_for_function("zoom => map.getZoom() > zoom", arg=zoom)
    assert page.evaluate(SCROLL_TOP) == 80
    zoom = frame.evaluate("map.getZoom()")
    press(page, find_sea(page))
    page.mouse.wheel(0, -100)
    frame.wait_for_function("zoom => map.getZoom() > zoom", arg=zoom)
    zoom = frame.evaluate("map.getZoom()")
    page.mouse.move(700, 20)
    page.mouse.move(*find_sea(page))
    page.mouse.wheel(0, 40)
    page.wait_for_function(f"() => {SCROLL_TOP} >= 120")
    assert frame.evaluate("map.getZoom()") == zoom
    assert log.page_errors == []


@pytest.mark.parametrize("viewport", ["phone", "desktop"])
def test_a_button_brings_everything_back(stay: Stay, viewport: Viewport) -> None:
    """However far it is dragged and zoomed out Japan stays on the map; one press on "All" shows all cities again."""
    page, _ = stay("/", viewport=viewport, reduced_motion=True)
    frame = await_map(page)
    before = frame.evaluate(VIEW)
    x, y = find_sea(page)
    drag(page, Point(x, y), Point(x - 60, y + 40))
    moved = frame.evaluate(
        "({ lat, lng, zoom }) => map.latLngToContainerPoint([lat, lng]).subtract(map.getSize().divideBy(2))", before
    )
    assert (round(moved["x"]), round(moved["y"])) == (-60, 40)
    for _ in range(6):
        drag(page, Point(x, y), Point(x - 240, y + 240))
    assert frame.evaluate("map.getCenter().lat") < 50
    assert frame.evaluate("map.getCenter().lng") < 150
    zoom_out(frame)
    assert frame.evaluate("map.getZoom()") >= before["zoom"] - 1.5
    assert frame.evaluate("map.getBounds().contains([36, 138])")
    button = frame.get_by_role("button", name="All", exact=True)
    box = button.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) >= (44, 44)
    button.click()
    frame.wait_for_function(f"() => {ALL_IN_VIEW}")
    assert frame.evaluate(VIEW) == pytest.approx(before)


def test_the_keyboard_moves_the_map(stay: Stay) -> None:
    """It comes into the map by Tab without moving the page, and the arrow keys pan."""
    page, _ = stay("/", viewport={"width": 1280, "height": 593}, reduced_motion=True)
    frame = await_map(page)
    before = frame.evaluate(VIEW)
    page.locator("#root .mm-head a").last.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if frame.evaluate("document.activeElement === map.getContainer()"):
            break
    assert frame.evaluate("document.activeElement === map.getContainer() && document.hasFocus()")
    page.keyboard.press("ArrowRight")
    frame.wait_for_function("before => map.getCenter().lng > before.lng", arg=before)


def zoom_out(frame: Frame) -> None:
    """Press the button until it is disabled."""
    button = frame.get_by_role("button", name="Zoom out")
    while not re.search("leaflet-disabled", button.get_attribute("class") or ""):
        button.click()
        frame.wait_for_function(f"() => {REST}")
