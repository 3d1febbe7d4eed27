"""Words of any length, from either side: nothing is clipped, nothing sticks out, and Japan is not mirrored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.languages.texts import extract_texts
from tests.browser.accessible_views import LIST_TOO_WIDE
from tests.browser.map_page import CARD, MARKERS, await_map, find_marker
from tests.browser.profiles import Profiles
from tests.browser.pseudo import write_pseudo_languages
from tests.browser.server import RunningApp, start_app
from tests.browser.staying import Stay, follow
from tests.browser.visitor import PageOpener

CODES = ("qaa", "qab")
PATHS = (
    "/?lang={}",
    "/?lang={}&prefecture=osaka&city=sakai",
    "/?lang={}&q=tokyo",
    "/cities?lang={}",
    "/about?lang={}",
    "/changes?lang={}",
    "/quality?lang={}",
)
# Boxes whose text is wider or higher than they are; scrolling ones and what only voices read are meant to be so.
LIST_CLIPPED = """() => [...document.querySelectorAll("button, a, summary, label, h1, h2, p, li, span")]
.filter(node => {
  const style = getComputedStyle(node);
  const seen = node.checkVisibility({ visibilityProperty: true }) && node.clientWidth > 1 && style.clipPath === "none";
  return seen && style.overflow !== "visible" && !["auto", "scroll"].includes(style.overflowY)
    && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}).map(node => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)"""


# What is read or heard: texts and names of elements.
LIST_SAID = """() => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (nodes.nextNode()) {
    const { data, parentElement } = nodes.currentNode;
    if (!parentElement.closest("script, style, noscript, template")) said.push(data);
  }
  const waiting = ["data-copied", "data-asking", "data-found", "data-item", "data-refused"];
  for (const name of ["aria-label", "title", "placeholder", ...waiting]) {
    for (const node of document.querySelectorAll(`[${name}]`)) said.push(node.getAttribute(name));
  }
  return [document.title, ...said].map(text => text.trim()).filter(Boolean);
}"""


@pytest.fixture(scope="module")
def pseudo_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The app with two languages more."""
    folder: Path = tmp_path_factory.mktemp("languages")
    assert write_pseudo_languages(folder) == CODES
    with start_app(environment={"MADOGUCHI_LANGUAGES": str(folder)}) as app:
        yield app


@pytest.fixture(scope="module")
def pseudo_stay(profiles: Profiles, pseudo_app: RunningApp) -> Iterator[Stay]:
    """A visitor who stays in that app."""
    staying = Stay(PageOpener(profiles, lambda: pseudo_app))
    yield staying
    staying.leave()


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Each text of the program as it is written there; looking for them takes as long as drawing a page."""
    ids = [message.id for message in extract_texts() if message.id]
    return {text for message in ids for text in ([message] if isinstance(message, str) else message)}


def expect_nothing_cut(page: Page, path: str) -> None:
    """No frame is wider than its screen, and no box cuts its text."""
    for frame in page.frames:
        assert frame.evaluate(LIST_TOO_WIDE) == [], (path, frame.name)
        assert frame.evaluate(LIST_CLIPPED) == [], (path, frame.name)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_cut_in_the_app(pseudo_stay: Stay, code: str) -> None:
    """At 320 px every page, the popup and the open filters hold words that are 40 % longer."""
    page, _ = pseudo_stay(PATHS[0].format(code), viewport={"width": 320, "height": 700})
    for path in PATHS:
        follow(page, path.format(code))
        if path.startswith("/?"):
            await_map(page)
        expect_nothing_cut(page, path)
    follow(page, f"/?lang={code}&prefecture=osaka")
    page.locator("#root [data-open-filters]").click()
    expect(page.locator("#root [data-close-filters]")).to_be_in_viewport()
    assert page.locator("[data-testid=stSidebar] button").filter(visible=True).count() >= 2
    page.locator("#root [data-close-filters]").click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_cut_without_scripts(open_page: PageOpener, pseudo_app: RunningApp, code: str) -> None:
    """The same holds for the first view with every card open."""
    page, _ = open_page("", app=pseudo_app, viewport={"width": 320, "height": 700}, java_script_enabled=False)
    for path in PATHS:
        page.goto(pseudo_app.url + path.format(code))
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        expect_nothing_cut(page, path)


@pytest.mark.parametrize("path", [*PATHS, "/?lang={}&q=qqqq", "/?lang={}&q=fuchu"])
def test_no_english_is_left(pseudo_stay: Stay, english: set[str], path: str) -> None:
    """In a made-up language not one of the program's texts stands as it is written in the program."""
    page, _ = pseudo_stay(path.format("qaa"))
    if path.startswith("/?"):
        await_map(page).locator("[data-ready]").wait_for()
    said = {text for frame in page.frames for text in frame.evaluate(LIST_SAID)}
    assert len(said) > 20
    assert said & english == set()


def test_from_right_to_left_the_map_is_the_same(pseudo_stay: Stay) -> None:
    """Text begins at the right; Sapporo stays to the east of Fukuoka; a marker has its name and opens its card."""
    page, _ = pseudo_stay("/?lang=qab")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(20)
    places = frame.locator(MARKERS).evaluate_all("all => all.map(marker => marker.getBoundingClientRect().x)")
    assert places[0] > places[18]
    heading = page.locator("#root h1")
    assert heading.evaluate("heading => getComputedStyle(heading).direction") == "rtl"
    marker = frame.locator(MARKERS).nth(14)
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator(CARD).locator(".mm-card-name")).to_contain_text("Kobe")
    assert find_marker(frame, "Kobe, Hyogo").count() == 0  # as English would have it


def test_a_language_behind_the_first_four_is_offered_too(open_page: PageOpener, pseudo_app: RunningApp) -> None:
    """More than four languages: the others wait behind their number, and the chosen one is in sight."""
    page, _ = open_page("/", app=pseudo_app, viewport="phone")
    page.locator("#root .mm-more summary").click()
    page.locator("#root").get_by_role("link", name="Lóñgér").click()
    expect(page.locator("html")).to_have_attribute("lang", "qaa")
    chosen = page.locator("#root .mm-languages [aria-current]")
    expect(chosen).to_have_text("Lóñgér")
    expect(chosen).to_be_in_viewport()
