"""Which part of the world the map shows: the cities, where the visitor is, what he moved to himself."""

from playwright.sync_api import Frame, expect

from tests.browser.map_page import FRAME, MARKERS, await_map
from tests.browser.visitor import PageOpener

KAWAGUCHI = {"lat": 35.8077, "lng": 139.7242, "accuracy_m": 800, "name": "You are here"}
NEAREST = ["saitama", "kawasaki", "yokohama"]
# As the page does it, from outside of the map's frame.
SHOW_POSITION = "(frame, position) => frame.contentWindow.Madoguchi.showPosition(position)"

IN_VIEW = """() => [...map.madoguchi.layer.markers.values()]
  .filter(marker => map.getBounds().contains(marker.getLatLng())).map(marker => marker.feature.properties.slug)"""


def test_the_page_can_show_where_the_visitor_is(open_page: PageOpener) -> None:
    """A named dot and the cities named with it fill the map; the dot is no city's marker; abroad there is none."""
    page, log = open_page("/", viewport="phone")
    frame = await_map(page)
    assert page.locator(FRAME).evaluate(SHOW_POSITION, {**KAWAGUCHI, "slugs": NEAREST}) is True
    expect(frame.locator("path.mm-you")).to_have_count(1)
    expect(frame.get_by_text("You are here")).to_be_visible()
    frame.wait_for_function("map.getZoom() > 8")
    assert set(NEAREST) <= set(list_in_view(frame))
    assert frame.locator(MARKERS).count() == 20
    assert page.locator(FRAME).evaluate(SHOW_POSITION, {**KAWAGUCHI, "lat": -23.5, "lng": -46.6}) is False
    expect(frame.locator("path.mm-you")).to_have_count(0)
    assert log.page_errors == []


def list_in_view(frame: Frame) -> list[str]:
    """The slugs of the cities whose places are within the map."""
    slugs: list[str] = frame.evaluate(IN_VIEW)
    return slugs
