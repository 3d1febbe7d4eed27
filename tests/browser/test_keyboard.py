"""Without a mouse: markers and popups by keyboard, names for those who do not see, the list alone as enough."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages.languages.language import list_languages, load_language
from tests.browser.map_page import (
    CARD,
    CITIES,
    FRAME,
    MARKERS,
    POPUP,
    await_map,
    await_still_markers,
    choose_in_list,
    expect_card,
    expect_markers,
    expect_popup,
    find_marker,
    find_search,
)
from tests.browser.staying import Stay, follow
from tests.browser.visitor import Viewport

# Puts the place from which Tab goes on to the beginning of the page, where it is after a load.
BEGIN = """() => {
  const first = document.createElement("span");
  first.tabIndex = -1;
  document.body.prepend(first);
  first.focus();
  first.remove();
}"""

# What is seen beside a popup or a control that lies upon it, but for what has the focus and the open one.
STICKING_OUT = f"""() => {{
  const covers = [...document.querySelectorAll(".leaflet-popup, .leaflet-control")]
    .map(one => one.getBoundingClientRect());
  return [...document.querySelectorAll("{MARKERS}:not(:focus, .mm-open)")].filter(marker => {{
    const box = marker.getBoundingClientRect();
    return getComputedStyle(marker).visibility === "visible" && covers.some(cover =>
      box.left < cover.right && cover.left < box.right && box.top < cover.bottom && cover.top < box.bottom);
  }}).map(marker => marker.ariaLabel);
}}"""

IS_ON_TOP = """link => {
  const { left, top, width, height } = link.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === link;
}"""

MAP_HAS_FOCUS = f"""() => {{
  const {{ contentDocument, contentWindow }} = document.querySelector("{FRAME}");
  return contentDocument.hasFocus() && contentDocument.activeElement === contentWindow.map.getContainer();
}}"""

UNDER_CREDITS = """marker => {
  const parts = [marker, document.querySelector(".leaflet-control-attribution")];
  const [box, credits] = parts.map((part) => part.getBoundingClientRect());
  return box.bottom > credits.top + 1 && box.right > credits.left;
}"""


def test_the_map_and_its_markers_have_names(stay: Stay) -> None:
    """The frame has a title and a language, and each marker is a button named after its city and prefecture."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    expect(page.locator(FRAME)).to_have_attribute("title", "Map of Japan with the listed cities")
    assert frame.evaluate("document.documentElement.lang") == "en"
    expect_markers(frame, list(CITIES))
    for marker in frame.locator(MARKERS).all():
        expect(marker).to_have_role("button")


def test_tab_reaches_every_marker(stay: Stay) -> None:
    """The Tab key leads from the search box into the map and through all twenty markers."""
    page, _ = stay("/")
    frame = await_map(page)
    find_search(page).focus()
    reached: set[str] = set()
    for _step in range(60):
        page.keyboard.press("Tab")
        reached.add(frame.evaluate("document.hasFocus() && document.activeElement.getAttribute('aria-label') || ''"))
    assert set(CITIES) - reached == set()


def test_who_goes_on_while_the_map_has_the_focus_arrives(stay: Stay) -> None:
    """The focus is in a frame that goes away: nothing fails, and the next page stands there."""
    page, log = stay("/")
    await_map(page)
    page.locator("#root .mm-head a").last.focus()
    while not page.evaluate(MAP_HAS_FOCUS):
        page.keyboard.press("Tab")
    follow(page, "/about")
    expect(page.locator("#root .mm-about")).to_be_visible()
    assert log.page_errors == []


def test_a_marker_keeps_the_focus_where_the_map_moves_under_a_popup(stay: Stay) -> None:
    """What the map brings into sight for the keyboard lies above its credits; it may hide below a popup, when left."""
    page, _ = stay("/")
    frame = await_map(page)
    choose_in_list(page, "Sapporo")
    expect_popup(frame, "Sapporo")
    expect(page.locator(CARD).locator(".mm-card-name")).to_be_focused()
    await_still_markers(frame)
    reached = set()
    for name in CITIES:
        marker = find_marker(frame, name)
        if marker.is_visible():
            marker.focus()
            await_still_markers(frame)
            expect(marker).to_be_focused()
            assert not marker.evaluate(UNDER_CREDITS), name
            marker.blur()
            assert frame.evaluate(STICKING_OUT) == []
            reached.add(name)
    assert len(reached) > len(CITIES) / 2


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_a_marker_and_escape_closes_it(stay: Stay, key: str) -> None:
    """The focus goes into the popup and comes back to the marker; the choice reaches address and card."""
    page, _ = stay("/")
    frame = await_map(page)
    marker = find_marker(frame, "Kobe, Hyogo")
    marker.focus()
    page.keyboard.press(key)
    expect_popup(frame, "Kobe")
    expect(frame.get_by_role("dialog")).to_have_accessible_name(re.compile("^Kobe "))
    assert frame.locator(".leaflet-popup").evaluate("popup => popup.contains(document.activeElement)")
    expect(page).to_have_url(re.compile(r"/\?city=kobe$"))
    expect_card(page, "Kobe")
    assert frame.locator(".leaflet-popup").evaluate("popup => popup.contains(document.activeElement)")
    page.keyboard.press("Tab")
    expect(frame.locator(POPUP).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect_popup(frame, None)
    expect(marker).to_be_focused()
    page.keyboard.press(key)
    expect_popup(frame, "Kobe")


def test_the_popups_close_button_gives_the_focus_back(stay: Stay) -> None:
    """Closing by the button, with the keyboard, leads back to the marker as well."""
    page, _ = stay("/")
    frame = await_map(page)
    find_marker(frame, "Sendai, Miyagi").focus()
    page.keyboard.press("Enter")
    expect_popup(frame, "Sendai")
    close = frame.get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Enter")
    expect_popup(frame, None)
    expect(find_marker(frame, "Sendai, Miyagi")).to_be_focused()


def test_the_list_alone_is_enough(stay: Stay) -> None:
    """From the list, by keyboard, a city's card opens with its facts; the map need not be touched nor seen."""
    page, _ = stay("/", reduced_motion=True)
    await_map(page)
    row = page.locator(".mm-list").get_by_role("link", name=re.compile("^Kobe "))
    row.focus()
    page.keyboard.press("Enter")
    expect_card(page, "Kobe")
    card = page.locator(CARD)
    expect(card.get_by_role("link", name="chiikikyousei@city.kobe.lg.jp")).to_be_visible()
    expect(card.get_by_role("link", name="Japanese classes: Kobe")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?city=kobe$"))
    card.get_by_role("link", name="Close").focus()
    page.keyboard.press("Enter")
    expect_card(page, None)


@pytest.mark.parametrize("start", ["/", "/?city=kobe"])
def test_typing_is_not_disturbed_by_the_map(stay: Stay, start: str) -> None:
    """While results change behind it the search box keeps its focus and every letter typed."""
    page, _ = stay(start)
    frame = await_map(page)
    box = find_search(page)
    box.focus()
    typed = ""
    for part, left in (("hyo", ["Kobe, Hyogo"]), ("go", ["Kobe, Hyogo"])):
        type_slowly(page, part)
        typed += part
        page.keyboard.press("Enter")
        expect_markers(frame, left)
        expect(box).to_be_focused()
        expect(box).to_have_value(typed)
    page.keyboard.type(" kobe")
    expect(box).to_have_value("hyogo kobe")
    expect(box).to_be_focused()


def type_slowly(page: Page, text: str) -> None:
    """Type letter by letter, and see each one arrive."""
    box = find_search(page)
    for letter in text:
        before = box.input_value()
        page.keyboard.press(letter)
        expect(box).to_have_value(before + letter)


@pytest.mark.parametrize("start", [f"/?lang={language.code}" for language in list_languages()])
def test_fourteen_keys_lead_to_kobes_class_and_mail(stay: Stay, start: str) -> None:
    """From the page's beginning, without the map: search, jump to the result, and both links have had the focus."""
    page, _ = stay(start, reduced_motion=True)
    page.evaluate(BEGIN)
    page.mouse.move(1279, 1)  # a browser without windows has it in the corner, where it brings out a button more
    page.wait_for_function("() => !document.querySelector('[data-testid=stSidebar]').matches(':hover')")
    keys = ["Tab", "Tab", "k", "o", "b", "e", "Enter", "Shift+Tab", "Shift+Tab", "Enter", "Tab", "Tab", "Tab", "Tab"]
    reached = []
    for number, key in enumerate(keys):
        page.keyboard.press(key)
        if number == 6:
            expect(page.locator(CARD).locator('a[href^="mailto:chiikikyousei@"]').first).to_be_visible()
        reached.append(page.evaluate("document.activeElement.href ?? ''"))
    assert any("kicc.jp" in href and not href.startswith("https://translate") for href in reached), reached
    assert "mailto:chiikikyousei@city.kobe.lg.jp" in reached


@pytest.mark.parametrize("viewport", ["desktop", "phone"])
def test_the_first_stop_leads_past_filters_and_map(stay: Stay, viewport: Viewport) -> None:
    """It is seen while it has the focus, in the reader's language, and leads to the card or the list."""
    page, _ = stay("/?lang=vi", viewport=viewport)
    page.evaluate(BEGIN)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name=load_language("vi").gettext("Skip to the result")).first
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    assert link.evaluate(IS_ON_TOP)
    page.keyboard.press("Enter")
    expect(page.locator("#root #list")).to_be_focused()
