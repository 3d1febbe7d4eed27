"""No accessibility rule is broken, on any page, in any frame, on any screen, in the light or in the dark."""

from collections.abc import Callable, Sequence
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from pages.parts.language import list_languages
from tests.browser.axe import CheckedFrame, check_frames, check_plain_page
from tests.browser.map_page import CARD, MARKERS, POPUP, await_map, expect_card, expect_popup, find_app
from tests.browser.server import start_app
from tests.browser.visitor import PageOpener

LANGUAGES = [language.code for language in list_languages()]
FIRST = ("en", "ja", "ja-easy", "vi")  # one of each kind: letters of every height, kanji, readings, marks
NARROWEST = 320  # px; WCAG 2.2, 1.4.10: without sideways scrolling


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""

# Which scrollable boxes hold more than their width, and which elements stick out of the screen.
LIST_TOO_WIDE = """() => {
  const isOnScreen = one => {
    const box = one.getBoundingClientRect();
    return box.right > 0 && box.left < innerWidth && box.width > 0 && one.checkVisibility({ visibilityProperty: true });
  };
  const all = [...document.querySelectorAll("html, body, body *")];
  const wide = all.filter(isOnScreen).filter(one => {
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


def show_answer(page: Page) -> None:
    """An empty map with an answer above it."""
    expect(await_map(page).locator(MARKERS)).to_have_count(0)
    expect(page.locator("#root .mm-answer").first).to_be_visible()


def show_city(page: Page) -> None:
    """A city's popup and card, with a doubt."""
    expect(await_map(page).locator(POPUP)).to_be_visible()
    expect(page.locator(CARD).locator(".mm-doubt")).to_be_visible()


def show_pressed_marker(page: Page) -> None:
    """A popup opened from the map, which has the focus."""
    frame = await_map(page)
    frame.locator(MARKERS).nth(12).focus()
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_be_visible()
    expect(frame.locator(POPUP)).to_have_css("opacity", "1")


def show_counter(page: Page) -> None:
    """The screen for the counter."""
    await_map(page)
    page.locator(CARD).locator('[data-ask="counter"]').first.click()
    expect(page.locator("#root [data-dialog]")).to_be_visible()


def show_list(page: Page) -> None:
    """All cards."""
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(20)


def show_about(page: Page) -> None:
    """The words about the map."""
    expect(find_app(page).locator(".mm-about")).to_be_visible()


VIEWS: dict[str, Callable[[Page], None]] = {
    "/?lang={}": show_map,
    "/?lang={}&prefecture=osaka": show_filtered,
    "/?lang={}&q=qqqq": show_answer,
    "/?lang={}&q=tokyo": show_answer,
    "/?lang={}&city=sendai": show_city,
    "/?lang={}&page=1": show_pressed_marker,
    "/?lang={}&city=sakai": show_counter,
    "/cities?lang={}": show_list,
    "/about?lang={}": show_about,
}
WITH_MAP = (show_map, show_filtered, show_answer, show_city, show_pressed_marker, show_counter)
Scheme = Literal["light", "dark"]


SCREENS: Sequence[tuple[int, Scheme]] = [
    (NARROWEST, "light"),
    (NARROWEST, "dark"),
    (1280, "light"),
    (1280, "dark"),
]
# Colours and widths are the same in every language; what differs is how long the words are, and there narrow is worst.
CASES = [(language, *screen) for language in LANGUAGES for screen in (SCREENS if language in FIRST else SCREENS[:1])]


@pytest.mark.parametrize(("language", "width", "scheme"), CASES)
def test_no_rule_of_axe_is_broken(open_page: PageOpener, language: str, width: int, scheme: Scheme) -> None:
    """Start, filtered, nothing found, city, popup, counter, list and about: 0 violations in each of their frames."""
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = open_page("", viewport=size, color_scheme=scheme, reduced_motion=True)
    found = []
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path.format(language))
        show(page)
        await_rest(page)
        found += list_violations(check_frames(page), path, 2 if show in WITH_MAP else 1)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("language", "width", "scheme"), CASES)
def test_without_scripts_no_rule_of_axe_is_broken(
    open_page: PageOpener, language: str, width: int, scheme: Scheme
) -> None:
    """The same holds for the page as it comes, with every card open."""
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = open_page("", viewport=size, color_scheme=scheme, java_script_enabled=False)
    found = []
    for path in ("/?lang={}", "/?lang={}&q=tokyo", "/cities?lang={}", "/about?lang={}"):
        checked = check_plain_page(page, open_page.get_app().url + path.format(language))
        found += list_violations(checked, path, 1)
        assert page.evaluate(LIST_TOO_WIDE) == [], path
    assert not found, "\n".join(found)


def list_violations(checked: Sequence[CheckedFrame], path: str, frames: int) -> list[str]:
    """Name each broken rule and where; as many frames as expected were really looked at."""
    assert len(checked) == frames, path
    return [
        f"{path} ({'map' if number else 'page'}): {violation.rule}: {element}"
        for number, frame in enumerate(checked)
        for violation in frame.violations
        for element in violation.elements
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_screen(open_page: PageOpener, language: str) -> None:
    """At 320 px every page and the map's frame are as wide as the screen and no wider."""
    page, _ = open_page("", viewport={"width": NARROWEST, "height": 640})
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path.format(language))
        show(page)
        await_rest(page)
        for frame in page.frames:
            assert frame.evaluate(LIST_TOO_WIDE) == [], (path, frame.name)


def test_wider_text_is_not_cut(open_page: PageOpener) -> None:
    """With the spacing that WCAG 2.2, 1.4.12 names, nothing at 320 px sticks out, in the longest of the languages."""
    page, _ = open_page("", viewport={"width": NARROWEST, "height": 640})
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path.format("vi"))
        show(page)
        for frame in page.frames:
            frame.add_style_tag(content=SPACING)
        await_rest(page)
        for frame in page.frames:
            assert frame.evaluate(LIST_TOO_WIDE) == [], (path, frame.name)


def test_on_paper_there_are_facts_and_no_controls(open_page: PageOpener) -> None:
    """Printed, a page has its cards with their addresses; sidebar, links to pages and buttons stay on the screen."""
    page, _ = open_page("/cities")
    page.emulate_media(media="print")
    expect(page.locator("#root .mm-cards .mm-card").first).to_be_visible()
    for selector in ("[data-testid=stSidebar]", "#root .mm-pages", "#root .mm-languages", "#root .mm-copy >> nth=0"):
        expect(page.locator(selector)).to_be_hidden()
    link = page.locator('#root .mm-card a[href^="http"]').first
    assert "http" in link.evaluate("one => getComputedStyle(one, '::after').content")


def test_the_pages_run_without_the_app_object(open_page: PageOpener) -> None:
    """`streamlit run pages/main.py` shows the same map and the same list."""
    with start_app("pages/main.py") as app:
        page, log = open_page("/?city=kobe", app=app)
        frame = await_map(page)
        expect(frame.locator(MARKERS)).to_have_count(20)
        expect_popup(frame, "Kobe")
        page.locator("#root .mm-pages").get_by_role("link", name="List").click()
        expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(19)
        expect_card(page, "Kobe")
        assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
        assert "Traceback" not in app.log()


def await_rest(page: Page) -> None:
    """Wait until the script has run and nothing fades any more."""
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    for frame in page.frames:
        frame.wait_for_function("() => document.getAnimations().every(one => one.playState !== 'running')")
