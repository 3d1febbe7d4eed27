"""The opening view: Japan with twenty markers, each of which can be read and hit."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.map_page import (
    CITIES,
    FRAME,
    MARKERS,
    POPUP,
    await_map,
    expect_card,
    expect_popup,
    find_marker,
    has_touch,
    press_marker,
)
from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener, Viewport

VIEWPORTS = ("phone", "desktop")
FINGER = 44  # px, the side of a target that a finger hits

# Of each marker: its size, whether it lies within the map, and where a finger on it would hit something else.
INSPECT_MARKERS = """markers => markers.map(marker => {
  const { left, top, right, bottom } = marker.getBoundingClientRect();
  const [x, y, inset] = [(left + right) / 2, (top + bottom) / 2, 3];
  const points = [[x, y], [left + inset, top + inset], [right - inset, top + inset],
                  [left + inset, bottom - inset], [right - inset, bottom - inset]];
  const name = marker.querySelector(".mm-marker-name");
  const label = name.getBoundingClientRect();
  return {
    name: marker.getAttribute("aria-label"),
    text: name.innerText,
    width: right - left,
    height: bottom - top,
    inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
    missed: points.filter(([x, y]) => document.elementFromPoint(x, y)?.closest(".leaflet-marker-icon") !== marker),
    clipped: name.scrollWidth > name.clientWidth || label.left < left || label.right > right,
    label: [label.left, label.top, label.right, label.bottom],
  };
})"""

# Which cities' dots stand on no drawn prefecture, give or take the outlines' own detail.
FIND_DOTS_AT_SEA = """tolerance => {
  const shapes = [...document.querySelectorAll("path.mm-prefecture")];
  const onLand = (x, y) => shapes.some(shape => shape.isPointInFill(new DOMPoint(x, y)));
  const around = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map(step => step.map(part => part * tolerance));
  return [...document.querySelectorAll("path.mm-dot")].filter(dot => {
    const { x, y, width, height } = dot.getBBox();
    return !around.some(([right, down]) => onLand(x + width / 2 + right, y + height / 2 + down));
  }).length;
}"""

OPEN_POPUP_IS_INSIDE = """() => {
  const { left, top, right, bottom } = document.querySelector(".leaflet-popup").getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""

LAST_LINE_SHOWS = """() => {
  const line = document.querySelector(".leaflet-popup .mm-pin");
  const { left, top, bottom } = line.getBoundingClientRect();
  return [top + 1, bottom - 1].every(y => document.elementFromPoint(left + 5, y) === line);
}"""


@pytest.mark.parametrize("tiles", ["answered", "blocked"])
def test_the_opening_view_shows_twenty_markers_on_drawn_prefectures(
    open_page: PageOpener, app: RunningApp, tiles: Literal["answered", "blocked"]
) -> None:
    """With every host but the tiles' closed, and with that one closed too, Japan and its cities are there."""
    page, log = open_page("/", tiles=tiles)
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(frame.locator("path.mm-prefecture")).to_have_count(47)
    assert sorted(read_names(frame)) == sorted(CITIES)
    assert frame.locator("path.mm-dot").count() == 20
    assert frame.evaluate(FIND_DOTS_AT_SEA, 3) == 0
    assert log.tile_requests != []
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
    assert "Traceback" not in app.log()


@pytest.mark.parametrize("viewport", VIEWPORTS)
def test_every_marker_can_be_read_and_hit(stay: Stay, viewport: Viewport) -> None:
    """At the opening view each marker is a target of 44 px in the map, shows its name, and nothing covers it."""
    page, _ = stay("/", viewport=viewport)
    markers: list[dict[str, Any]] = await_map(page).locator(MARKERS).evaluate_all(INSPECT_MARKERS)
    assert [(marker["name"], marker["text"]) for marker in markers] == [(name, name.split(",")[0]) for name in CITIES]
    assert [marker["name"] for marker in markers if min(marker["width"], marker["height"]) < FINGER] == []
    assert [marker["name"] for marker in markers if not marker["inside"]] == []
    assert {marker["name"]: marker["missed"] for marker in markers if marker["missed"]} == {}
    assert [marker["name"] for marker in markers if marker["clipped"]] == []
    assert list_overlaps(markers) == []


@pytest.mark.parametrize("viewport", VIEWPORTS)
def test_a_tap_on_each_marker_opens_its_popup(stay: Stay, viewport: Viewport) -> None:
    """From the opening view a finger or a mouse reaches each of the twenty cities."""
    page, log = stay("/", viewport=viewport, reduced_motion=True)
    frame = await_map(page)
    frame.evaluate("window.opening = { center: map.getCenter(), zoom: map.getZoom() }")
    for name in CITIES:
        press_marker(page, find_marker(frame, name))
        expect_popup(frame, name.split(",")[0])
        expect(frame.locator(POPUP).locator(".mm-card-prefecture")).to_have_text(name.split(", ")[1])
        expect_card(page, name.split(",")[0])  # sooner, the next tap would count as a double tap
        page.keyboard.press("Escape")
        expect_popup(frame, None)
        frame.evaluate("void map.setView(opening.center, opening.zoom, { animate: false })")
    assert (log.page_errors, log.console_errors) == ([], [])


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("name", ["Osaka, Osaka", "Kyoto, Kyoto"])
def test_the_longest_popups_fit_the_screen(stay: Stay, viewport: Viewport, name: str) -> None:
    """A popup with many links lies wholly inside the map, and swiping or the wheel leads to its last line."""
    page, _ = stay("/", viewport=viewport)
    frame = await_map(page)
    press_marker(page, find_marker(frame, name))
    expect_popup(frame, name.split(",")[0])
    frame.wait_for_function(OPEN_POPUP_IS_INSIDE)
    expect_card(page, name.split(",")[0])
    zoom = frame.evaluate("map.getZoom()")
    scroll_popup(page, frame)
    frame.wait_for_function(LAST_LINE_SHOWS)
    assert frame.evaluate(OPEN_POPUP_IS_INSIDE)
    assert frame.evaluate("map.getZoom()") == zoom
    page.locator(FRAME).scroll_into_view_if_needed()
    box, size = frame.locator(".leaflet-popup").bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert min(box["x"], box["y"]) >= 0
    assert (box["x"] + box["width"] <= size["width"], box["y"] + box["height"] <= size["height"]) == (True, True)


def read_names(frame: Frame) -> list[str]:
    """What the markers are called."""
    names: list[str] = frame.locator(MARKERS).evaluate_all(
        "all => all.map(marker => marker.getAttribute('aria-label'))"
    )
    return names


def list_overlaps(markers: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs of markers whose labels cover each other."""
    return [
        (one["name"], other["name"])
        for index, one in enumerate(markers)
        for other in markers[:index]
        if one["label"][0] < other["label"][2]
        and other["label"][0] < one["label"][2]
        and one["label"][1] < other["label"][3]
        and other["label"][1] < one["label"][3]
    ]


def scroll_popup(page: Page, frame: Frame) -> None:
    """Scroll the open popup to its end as a visitor does: by swiping on a phone, else with the wheel."""
    box = frame.locator(POPUP).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reach = int(box["height"] / 2 - 10)
    if has_touch(page):
        finger = page.context.new_cdp_session(page)
        for _ in range(6):
            finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y + reach}]})
            for way in range(0, 2 * reach, 10):
                point = {"x": x, "y": y + reach - way}
                finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
            finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    else:
        page.mouse.move(x, y)
        page.mouse.wheel(0, 3000)
