"""What a visitor sees and does on the pages: the map in its frame, its markers, the open popup, the card."""

from __future__ import annotations

import contextlib
import re

from playwright.sync_api import Error, Frame, Locator, Page, expect

FRAME = ".st-key-map-frame iframe"
MARKERS = ".leaflet-marker-pane .leaflet-marker-icon"
POPUP = ".leaflet-popup-content"
CARD = ".st-key-card"
LIST = ".mm-list .mm-row"
NOTE = ".mm-note"

# What the markers of the shipped table are called, in the table's order.
CITIES = (
    "Sapporo, Hokkaido",
    "Sendai, Miyagi",
    "Saitama, Saitama",
    "Chiba, Chiba",
    "Yokohama, Kanagawa",
    "Kawasaki, Kanagawa",
    "Sagamihara, Kanagawa",
    "Niigata, Niigata",
    "Shizuoka, Shizuoka",
    "Hamamatsu, Shizuoka",
    "Nagoya, Aichi",
    "Kyoto, Kyoto",
    "Osaka, Osaka",
    "Sakai, Osaka",
    "Kobe, Hyogo",
    "Okayama, Okayama",
    "Hiroshima, Hiroshima",
    "Kitakyushu, Fukuoka",
    "Fukuoka, Fukuoka",
    "Kumamoto, Kumamoto",
)

# Looks at every frame that is drawn, where `expect` looks again after 100, 350 and 850 ms.
IS_ONLY = """([selector, city]) => {
  const names = [...document.querySelectorAll(selector)];
  return city === null ? names.length === 0 : names.length === 1 && names[0].textContent.trim().startsWith(city);
}"""

# Where the markers were at the last call, and for how many calls they have been there.
ARE_STILL = """markers => {
  const places = markers.map(marker => { const { x, y } = marker.getBoundingClientRect(); return `${x} ${y}`; }).join();
  const seen = window.seenPlaces;
  window.seenPlaces = { places, times: seen?.places === places ? seen.times + 1 : 0 };
  return window.seenPlaces.times > 4;
}"""


def await_map(page: Page) -> Frame:
    """Return the map's frame once its markers have their places."""
    frame = page.locator(FRAME).element_handle().content_frame()
    assert frame is not None
    frame.locator("[data-ready]").wait_for()
    return frame


def find_app(page: Page) -> Locator:
    """Find the app itself, without the first view that stands in for it until it is ready."""
    return page.get_by_test_id("stApp")


def choose_language(page: Page, code: str, within: str = "#root") -> None:
    """Press a language in the header, behind the globe if it does not stand beside it."""
    link = page.locator(f"{within} #go-{code}")
    if not link.is_visible():
        page.locator(f"{within} .mm-more > summary").click()
    link.click()


def find_marker(frame: Frame, name: str) -> Locator:
    """Find a marker by what it is called, such as "Kobe, Hyogo", also one that hides under a popup."""
    return frame.locator(MARKERS).and_(frame.get_by_role("button", name=name, exact=True, include_hidden=True))


def await_still_markers(frame: Frame) -> None:
    """Wait until the markers have stopped moving, as somebody does who aims at one."""
    frame.wait_for_function(f"() => ({ARE_STILL})([...document.querySelectorAll('{MARKERS}')])")


def press_marker(page: Page, marker: Locator) -> None:
    """Touch (on a phone) or click the middle of a marker, whatever is there, once the markers are still."""
    page.locator(FRAME).scroll_into_view_if_needed()
    frame = page.locator(FRAME).element_handle().content_frame()
    assert frame is not None
    await_still_markers(frame)
    box = marker.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if has_touch(page):
        page.touchscreen.tap(x, y)
    else:
        page.mouse.click(x, y)


def has_touch(page: Page) -> bool:
    """Tell whether the page is on a phone, where there are fingers and no mouse."""
    return bool(page.evaluate("matchMedia('(pointer: coarse)').matches"))


def expect_popup(frame: Frame, city: str | None) -> None:
    """Wait until the only open popup is that city's, such as "Kobe"; None: until none is open."""
    _expect_only(frame, f"{POPUP} .mm-card-name", city)


def expect_card(page: Page, city: str | None) -> None:
    """Wait until the card that is open on the page is that city's; None: until none is open."""
    _expect_only(page, f"{CARD} .mm-card-name", city)


def _expect_only(where: Page | Frame, selector: str, city: str | None) -> None:
    with contextlib.suppress(Error):  # what is wrong is told below
        where.wait_for_function(IS_ONLY, arg=[selector, city])
    names = where.locator(selector)
    if city is None:
        expect(names).to_have_count(0)
    else:
        expect(names).to_have_text([re.compile(rf"^\s*{re.escape(city)}\s+\S+\s*$")])


def expect_markers(frame: Frame, names: list[str]) -> None:
    """Wait until the markers are exactly those, in the table's order, those that a popup covers included."""
    markers = frame.locator(MARKERS)
    expect(markers).to_have_count(len(names))
    for number, name in enumerate(names):
        expect(markers.nth(number)).to_have_attribute("aria-label", name)


def choose_prefecture(page: Page, name: str) -> None:
    """Add a prefecture to the filter with the keyboard alone."""
    find_app(page).get_by_role("combobox", name="Prefecture").focus()
    page.keyboard.type(name)
    expect(page.get_by_role("option", name=name)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator('[data-testid="stMultiSelect"] .react-aria-ComboBox [data-tag]').last).to_contain_text(name)
    page.keyboard.press("Escape")


def find_search(page: Page, label: str = "Search") -> Locator:
    """Find the search field that is seen: in the sidebar beside a wide page, else above the page."""
    return find_app(page).get_by_label(label).filter(visible=True)


def search(page: Page, query: str) -> None:
    """Type a query and send it."""
    find_search(page).fill(query)
    page.keyboard.press("Enter")


def choose_in_list(page: Page, city: str) -> None:
    """Press a city's row in the list beside the map."""
    page.locator(".mm-list").get_by_role("link", name=re.compile(rf"^{city} ")).click()
