"""Which part of the world the map shows: the cities, where the visitor is, what he moved to himself."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, ViewportSize, expect

from tests.browser.hand import Point, drag, find_middles, press
from tests.browser.map_page import (
    FRAME,
    MARKERS,
    await_map,
    choose_in_list,
    expect_card,
    expect_popup,
    find_marker,
)
from tests.browser.staying import Stay

KAWAGUCHI = {"lat": 35.8077, "lng": 139.7242, "accuracy_m": 800, "name": "You are here"}
NEAREST = ["saitama", "kawasaki", "yokohama"]
# As the page does it, from outside of the map's frame.
SHOW_POSITION = "(frame, position) => frame.contentWindow.Madoguchi.showPosition(position)"

MIDDLE = "(() => { const { lat, lng } = map.getCenter(); return [lat, lng]; })()"
IN_VIEW = """() => [...map.madoguchi.layer.markers.values()]
  .filter(marker => map.getBounds().contains(marker.getLatLng())).map(marker => marker.feature.properties.slug)"""


def test_the_page_can_show_where_the_visitor_is(stay: Stay) -> None:
    """A named dot and the cities named with it fill the map; the dot is no city's marker; abroad there is none."""
    page, log = stay("/", viewport="phone")
    frame = await_map(page)
    assert page.locator(FRAME).evaluate(SHOW_POSITION, {**KAWAGUCHI, "slugs": NEAREST}) is True
    expect(frame.locator("path.mm-you")).to_have_count(1)
    expect(frame.get_by_text("You are here")).to_be_visible()
    frame.wait_for_function("() => map.getZoom() > 8")
    assert set(NEAREST) <= set(list_in_view(frame))
    assert frame.locator(MARKERS).count() == 20
    assert page.locator(FRAME).evaluate(SHOW_POSITION, {**KAWAGUCHI, "lat": -23.5, "lng": -46.6}) is False
    expect(frame.locator("path.mm-you")).to_have_count(0)
    assert log.page_errors == []


def test_the_cities_stay_in_a_frame_that_changes(stay: Stay) -> None:
    """However late the frame gets its size, the cities are in it; not once the visitor has moved the map himself."""
    tall: ViewportSize = {"width": 1280, "height": 1200}  # the whole map is on the screen
    page, _ = stay("/?prefecture=saitama&prefecture=osaka", viewport=tall, reduced_motion=True)
    frame = await_map(page)
    for width in (300, 700, 260):
        resize_frame(page, frame, width)
        frame.wait_for_function(f"() => ({IN_VIEW})().length === 3")
    frame.evaluate("window.zoomed = map.getZoom()")
    x, y = find_free_point(page)
    drag(page, Point(x, y), Point(x - 100, y + 100))
    middle = frame.evaluate(MIDDLE)
    resize_frame(page, frame, 500)
    assert frame.evaluate(MIDDLE) == pytest.approx(middle, abs=0.02)
    assert frame.evaluate("map.getZoom() === zoomed")


def test_an_open_popup_stays_in_a_frame_that_changes(stay: Stay) -> None:
    """It keeps the focus, and lies wholly inside again."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    press(page, find_middles(page, frame)["Sapporo, Hokkaido"])
    expect_popup(frame, "Sapporo")
    resize_frame(page, frame, 420)
    frame.wait_for_function("""() => {
      const { left, top, right, bottom } = document.querySelector(".leaflet-popup").getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    }""")
    assert frame.evaluate("document.activeElement.id") == "mm-popup-name"
    page.keyboard.press("Escape")
    frame.wait_for_function(f"() => ({IN_VIEW})().length === 20")


CLOSINGS: dict[str, Callable[[Page, Frame], None]] = {
    "cross": lambda _, frame: frame.locator(".leaflet-popup-close-button").click(),
    "Escape": lambda page, _: page.keyboard.press("Escape"),
    "beside": lambda page, _: press(page, find_free_point(page)),
}


@pytest.mark.parametrize("closing", CLOSINGS)
def test_closing_the_popup_closes_the_city(stay: Stay, closing: str) -> None:
    """In address and card as well; the map is back where it was; the list and the Back button open the city again."""
    page, log = stay("/?city=kobe", reduced_motion=True)
    frame = await_map(page)
    expect_popup(frame, "Kobe")
    press(page, find_middles(page, frame)["Kobe, Hyogo"])
    CLOSINGS[closing](page, frame)
    expect_popup(frame, None)
    frame.wait_for_function(f"() => ({IN_VIEW})().length === 20")
    expect_card(page, None)
    expect(page).to_have_url(re.compile(r"/$"))
    choose_in_list(page, "Kobe")
    expect_popup(frame, "Kobe")
    expect_card(page, "Kobe")
    press(page, find_middles(page, frame)["Kobe, Hyogo"])
    CLOSINGS[closing](page, frame)
    expect_card(page, None)
    page.go_back()
    expect_card(page, "Kobe")
    expect_popup(frame, "Kobe")
    assert (log.page_errors, log.console_errors) == ([], [])


def test_what_was_closed_on_the_map_stays_closed(stay: Stay) -> None:
    """After a look at the list of all cities the map opens nothing by itself; one closed at once is closed as well."""
    page, _ = stay("/?city=kobe", reduced_motion=True)
    frame = await_map(page)
    find_marker(frame, "Kobe, Hyogo").focus()
    page.keyboard.press("Escape")
    expect_card(page, None)
    press(page, find_middles(page, frame)["Sapporo, Hokkaido"])
    page.keyboard.press("Escape")
    expect_popup(frame, None)
    choose_in_list(page, "Sendai")
    expect_popup(frame, "Sendai")
    page.wait_for_function("() => document.activeElement.matches('.mm-card-name')")  # else it would take it later
    find_marker(frame, "Sendai, Miyagi").focus()
    page.keyboard.press("Escape")
    expect_card(page, None)
    page.locator("#root #go-cities").click()
    page.locator("#root .mm-cards").wait_for()
    page.locator("#root #go-map").click()
    frame = await_map(page)
    expect_popup(frame, None)
    expect_card(page, None)


def test_a_map_moved_by_hand_stays_when_the_popup_closes(stay: Stay) -> None:
    """Who drags the map with the popup open wants to be there; who closes the card gets the old view back."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    before = frame.evaluate(MIDDLE)
    press(page, find_middles(page, frame)["Sapporo, Hokkaido"])
    expect_card(page, "Sapporo")
    page.locator("#root #close-card").click()
    expect_popup(frame, None)
    frame.wait_for_function(f"() => ({IN_VIEW})().length === 20")
    assert frame.evaluate(MIDDLE) == before
    page.locator("#root .mm-head").first.scroll_into_view_if_needed()
    press(page, find_middles(page, frame)["Kobe, Hyogo"])
    expect_popup(frame, "Kobe")
    x, y = find_free_point(page)
    drag(page, Point(x, y), Point(x - 50, y + 50))
    middle = frame.evaluate(MIDDLE)
    find_marker(frame, "Kobe, Hyogo").focus()
    page.keyboard.press("Escape")
    expect_popup(frame, None)
    assert frame.evaluate(MIDDLE) == pytest.approx(middle, abs=0.02)


def find_free_point(page: Page) -> Point:
    """A point of the map where neither marker nor popup stands: its lower right corner, above the credits."""
    box = page.locator(FRAME).bounding_box()
    assert box is not None
    return Point(box["x"] + box["width"] - 15, box["y"] + box["height"] - 70)


def resize_frame(page: Page, frame: Frame, width: int) -> None:
    """Return the map's frame another width, as a sidebar does that comes late; wait until the map knows."""
    page.locator(FRAME).evaluate("(frame, width) => frame.style.setProperty('width', `${width}px`, 'important')", width)
    frame.wait_for_function("width => map.getSize().x === width", arg=width)


def list_in_view(frame: Frame) -> list[str]:
    """The slugs of the cities whose places are within the map."""
    slugs: list[str] = frame.evaluate(IN_VIEW)
    return slugs
