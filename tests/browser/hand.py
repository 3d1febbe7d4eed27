"""What a hand does on the screen: mouse and fingers by coordinates, with nothing scrolled into view for them first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from playwright.sync_api import CDPSession, Frame, Locator, Page

from tests.browser.map_page import MARKERS, await_still_markers

STEPS = 8  # moves of a drag or a swipe
EDGE_PX = 2  # at the window's edge: a touch comes in whole px, and beyond the last there is no screen
# Long enough for a page to scroll away between press and release.
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Each marker's name and middle, if nothing covers it there.
MIDDLES = """markers => markers.map(marker => {
  const { left, top, width, height } = marker.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y)?.closest(".leaflet-marker-icon") === marker;
  return { name: marker.getAttribute("aria-label"), x, y, hit };
}).filter(one => one.hit)"""
# Ends when something has been in its place for as many frames as somebody looks who aims at it.
IS_STILL = """target => new Promise(done => {
  let [seen, times] = ["", 0];
  const look = () => {
    const { x, y, width, height } = target.getBoundingClientRect();
    const place = [x, y, width, height].join();
    times = place === seen ? times + 1 : 0;
    seen = place;
    if (times > 4) done();
    else requestAnimationFrame(look);
  };
  look();
})"""


class Point(NamedTuple):
    """A point of the window, in px."""

    x: float
    y: float


def find_middles(page: Page, frame: Frame) -> dict[str, Point]:
    """The middles of the markers that are on the screen, once they are still, by their names, in the table's order."""
    await_still_markers(frame)
    corner = frame.frame_element().bounding_box()
    size = page.evaluate("({ width: innerWidth, height: innerHeight })")
    assert corner is not None
    places = {
        marker["name"]: Point(corner["x"] + marker["x"], corner["y"] + marker["y"])
        for marker in frame.locator(MARKERS).evaluate_all(MIDDLES)
    }
    right, bottom = size["width"] - EDGE_PX, size["height"] - EDGE_PX
    return {name: at for name, at in places.items() if EDGE_PX < at.x < right and EDGE_PX < at.y < bottom}


def find_middle(target: Locator) -> Point:
    """Find the middle of something on the screen, once it is still: what has the focus may grow, and move the rest."""
    target.evaluate(IS_STILL)
    box = target.bounding_box()
    assert box is not None
    return Point(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def press(page: Page, at: Point) -> None:
    """Press and release the mouse as a hand does: the page has time to move in between."""
    page.mouse.move(*at)
    page.mouse.down()
    page.evaluate(FRAMES)
    page.mouse.up()


def drag(page: Page, start: Point, end: Point) -> None:
    """Drag with the mouse, and hold still before the release."""
    page.mouse.move(*start)
    page.mouse.down()
    page.evaluate(FRAMES)
    page.mouse.move(*end, steps=STEPS)
    page.evaluate(FRAMES)
    page.mouse.up()


class Fingers:
    """Fingers on a page's screen."""

    def __init__(self, page: Page) -> None:
        """Put no finger down yet."""
        self.page = page
        self.screen: CDPSession = page.context.new_cdp_session(page)

    def tap(self, at: Point) -> None:
        """Touch a point and let go at once: a slow machine would take anything longer for a long press."""
        self._send("touchStart", [at])
        self._send("touchEnd", [])

    def move(self, starts: Sequence[Point], ends: Sequence[Point]) -> None:
        """Move one finger or several at once, in a few steps."""
        self._send("touchStart", starts)
        for step in range(1, STEPS + 1):
            share = step / STEPS
            points = [
                Point(start.x + (other.x - start.x) * share, start.y + (other.y - start.y) * share)
                for start, other in zip(starts, ends, strict=True)
            ]
            self._send("touchMove", points)
            self.page.evaluate(FRAMES)
        self._send("touchEnd", [])

    def _send(self, kind: str, points: Sequence[Point]) -> None:
        touches = [{"x": at.x, "y": at.y, "id": number} for number, at in enumerate(points)]
        self.screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
