"""How the map looks: names near their dots, short popups, chosen prefectures, the system's own colours."""

from typing import Any

import pytest
from playwright.sync_api import Error, Frame, ViewportSize, expect

from tests.browser.hand import find_middles, press
from tests.browser.map_page import (
    FRAME,
    await_map,
    await_still_markers,
    expect_popup,
    find_marker,
    press_marker,
)
from tests.browser.staying import Stay, follow
from tests.browser.visitor import PageOpener

# Of each city the way from its dot, on the map or in an inset, to the middle of its name; and what is covered.
LEADERS = """() => {
  const corner = map.getContainer().getBoundingClientRect();
  const names = [...map.madoguchi.layer.markers.values()].map(marker => {
    const { left, top, right, bottom } = marker.getElement().firstChild.getBoundingClientRect();
    const { x, y } = map.latLngToContainerPoint(marker.start);
    return { left, top, right, bottom, x: x + corner.left, y: y + corner.top };
  });
  const covers = (name, { x, y }) => name.left < x && x < name.right && name.top < y && y < name.bottom;
  return {
    ways: names.map(({ left, top, right, bottom, x, y }) => Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y)),
    covered: names.filter(one => names.some(other => covers(other, one))).length,
  };
}"""
LONG, LONGEST = 38, 65.5  # px: half of what they were without insets

POPUP_BOX = """() => {
  const { height } = document.querySelector(".leaflet-popup-content-wrapper").getBoundingClientRect();
  const links = [...document.querySelectorAll(".leaflet-popup [href^='mailto:']")];
  const mail = links.map(link => link.getBoundingClientRect());
  const seen = ({ left, right, top, bottom }) => [left + 3, right - 3].every(x => [top + 5, bottom - 5].some(
    y => document.elementFromPoint(x, y)?.matches("[href^='mailto:']")));
  const wide = document.documentElement.scrollWidth > innerWidth;
  return { height, mails: mail.length, seen: mail.filter(seen).length, wide };
}"""
SIZES: tuple[ViewportSize, ...] = ({"width": 360, "height": 640}, {"width": 390, "height": 844})
EMBEDS: tuple[ViewportSize, ...] = ({"width": 320, "height": 480}, {"width": 600, "height": 500})

BRIGHTNESS = """selector => {
  const [red, green, blue] = getComputedStyle(document.querySelector(selector)).fill.match(/\\d+/g).map(Number);
  return red * 0.3 + green * 0.6 + blue * 0.1;
}"""
# What of the world the map shows, to the px: its corners at its zoom.
VIEW = """(() => {
  const { min, max } = map.getPixelBounds();
  return [min.x, min.y, max.x, max.y].map(Math.round).concat(map.getZoom());
})()"""


@pytest.mark.parametrize("address", ["/", "/?lang=ja-easy", "/?lang=ko"])
def test_names_lie_near_their_dots(stay: Stay, address: str) -> None:
    """On a small phone too no leader is long, and no name covers a dot."""
    page, _ = stay(address, viewport=SIZES[0])
    found: dict[str, Any] = await_map(page).evaluate(LEADERS)
    assert len(found["ways"]) == 20
    assert sum(found["ways"]) / 20 <= LONG
    assert max(found["ways"]) <= LONGEST
    assert found["covered"] == 0


@pytest.mark.parametrize(("path", "sizes"), [("/", SIZES), ("/?embed=true", EMBEDS)], ids=["page", "embed"])
def test_a_popup_is_short_and_shows_the_email(
    open_page: PageOpener, stay: Stay, path: str, sizes: tuple[ViewportSize, ...]
) -> None:
    """Of every size that the map has, those with the most lines included, and without scrolling."""
    for size in sizes:
        page, _ = (stay if path == "/" else open_page)(path, viewport=size, reduced_motion=True)
        frame = await_map(page)
        for name in ("Kyoto, Kyoto", "Osaka, Osaka", "Kawasaki, Kanagawa"):
            find_marker(frame, name).focus()
            page.keyboard.press("Enter")
            expect_popup(frame, name.split(",")[0])
            found = frame.evaluate(POPUP_BOX)
            assert found["height"] <= 220
            assert found["mails"] == found["seen"] > 0
            assert not found["wide"]
            page.keyboard.press("Escape")
            expect_popup(frame, None)


@pytest.mark.parametrize("name", ["Sapporo, Hokkaido", "Kumamoto, Kumamoto"])
def test_the_map_comes_back_with_its_motion(stay: Stay, name: str) -> None:
    """Also where moves take a while, a closed popup leaves the map as it was."""
    page, _ = stay("/", viewport="phone")
    frame = await_map(page)
    await_still_markers(frame)
    before = frame.evaluate(VIEW)
    press_marker(page, find_marker(frame, name))
    expect_popup(frame, name.split(",")[0])
    page.keyboard.press("Escape")
    expect_popup(frame, None)
    expect_view(frame, before)


def test_a_chosen_prefecture_is_marked_and_whole(stay: Stay) -> None:
    """With some of its neighbours around it; of all twenty cities none is marked."""
    page, _ = stay("/?prefecture=kanagawa")
    frame = await_map(page)
    expect(frame.locator("path.mm-chosen")).to_have_count(1)
    outside = """() => {
      const { left, top, right, bottom } = document.querySelector("path.mm-chosen").getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || (right - left) > innerWidth * 0.9;
    }"""
    assert frame.evaluate(outside) is False
    page, _ = stay("/")
    expect(await_map(page).locator("path.mm-chosen")).to_have_count(0)


def test_an_open_map_turns_dark_with_its_reader(stay: Stay) -> None:
    """Its popup included, whose words would be as dark as their ground; and light again."""
    page, _ = stay("/?city=kobe", reduced_motion=True)
    frame = await_map(page)
    expect_popup(frame, "Kobe")
    shown = """dark => {
      const { color } = getComputedStyle(document.querySelector(".leaflet-popup-content .mm-card-name"));
      return color.match(/\\d+/g).slice(0, 3).every(part => (Number(part) > 128) === dark);
    }"""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        frame.wait_for_function(
            f"dark => ({shown})(dark) && (map.getContainer().closest('.mm-dark') !== null) === dark",
            arg=scheme == "dark",
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_systems_colours_leave_land_and_sea_apart(stay: Stay, scheme: Any) -> None:
    """Forced colours do not turn light into dark; the popup has a border, and its marker stands out."""
    page, _ = stay("/about", reduced_motion=True, color_scheme=scheme)
    page.emulate_media(forced_colors="active")
    follow(page, "/")
    page.locator(FRAME).scroll_into_view_if_needed()
    frame = await_map(page)
    assert (frame.evaluate(BRIGHTNESS, "path.mm-prefecture") > 128) is (scheme == "light")
    press(page, find_middles(page, frame)["Kobe, Hyogo"])
    expect_popup(frame, "Kobe")
    border = "getComputedStyle(document.querySelector('.leaflet-popup-content-wrapper')).borderTopWidth"
    assert frame.evaluate(border) == "2px"
    ground = "one => getComputedStyle(one.firstChild).backgroundColor"
    assert find_marker(frame, "Kobe, Hyogo").evaluate(ground) != find_marker(frame, "Sapporo, Hokkaido").evaluate(
        ground
    )
    globe = "getComputedStyle(document.querySelector('#root .mm-globe'))"
    assert page.evaluate(f"{globe}.backgroundColor !== getComputedStyle(document.body).backgroundColor")
    page.emulate_media(forced_colors="none")


def expect_view(frame: Frame, view: list[float]) -> None:
    """Wait until the map shows that again."""
    try:
        frame.wait_for_function(f"view => ({VIEW}).join() === view.join()", arg=view)
    except Error as error:
        raise AssertionError(f"the map shows {frame.evaluate(VIEW)} instead of {view}") from error
