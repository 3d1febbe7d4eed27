"""The views and screens on which accessibility is looked at, and what is looked for besides the rules of axe."""

from collections.abc import Callable, Mapping, Sequence

from playwright.sync_api import Page, expect

from pages.languages.language import list_languages
from tests.browser.axe import ALL, ALL_BUT_COLOURS, COLOURS, CheckedFrame, Rules
from tests.browser.map_page import CARD, MARKERS, POPUP, await_map, expect_popup, find_app
from tests.browser.visitor import Scheme

LANGUAGES = [language.code for language in list_languages()]
FIRST = ("en", "ja", "ja-easy", "vi")  # one of each kind: letters of every height, kanji, readings, marks
NARROWEST = 320  # px; WCAG 2.2, 1.4.10: without sideways scrolling


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""

# Which scrollable boxes hold more than their width, and which elements stick out of the screen.
LIST_TOO_WIDE = """() => {
  const isOnScreen = node => {
    const box = node.getBoundingClientRect();
    return box.right > 0 && box.left < innerWidth && box.width > 0
      && node.checkVisibility({ visibilityProperty: true });
  };
  const all = [...document.querySelectorAll("html, body, body *")];
  const wide = all.filter(isOnScreen).filter(node => {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(node).overflowX) || node === document.documentElement;
    return scrolls && node.scrollWidth > node.clientWidth + 1;
  });
  const name = node => `${node.tagName}.${node.className}`;
  const describe = node => {
    const edge = node.getBoundingClientRect().left + node.clientWidth;
    const out = [...node.querySelectorAll("*")].filter(inner => inner.getBoundingClientRect().right > edge + 1);
    return `${name(node)} ${node.scrollWidth} > ${node.clientWidth}: ${out.map(name).join(", ")}`;
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
    """An answer above the map, which shows what is nearest, or all."""
    expect(await_map(page).locator(MARKERS)).not_to_have_count(0)
    expect(page.locator("#root .mm-answer").first).to_be_visible()


def show_city(page: Page) -> None:
    """A city's popup and card, with a doubt."""
    expect(await_map(page).locator(POPUP)).to_be_visible()
    expect(page.locator(CARD).locator(".mm-doubt")).to_be_visible()


def show_pressed_marker(page: Page) -> None:
    """A popup opened from the map, which has the focus."""
    frame = await_map(page)
    expect_popup(frame, None)
    frame.locator(MARKERS).nth(12).focus()
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_be_visible()
    expect(frame.locator(POPUP)).to_have_css("opacity", "1")


def show_counter(page: Page) -> None:
    """The screen for the counter."""
    await_map(page)
    page.locator(CARD).locator('[data-ask="counter"]').first.click()
    expect(page.locator("#root [data-dialog]")).to_be_visible()


def leave_counter(page: Page) -> None:
    """Close that screen, if it is open, and take its entry out of the history."""
    if page.evaluate("() => Boolean(history.state?.madoguchiDialog)"):
        page.keyboard.press("Escape")
        page.wait_for_function("() => !history.state?.madoguchiDialog")


def show_list(page: Page) -> None:
    """All cards."""
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(20)


def show_about(page: Page) -> None:
    """The words about the map."""
    expect(find_app(page).locator(".mm-about")).to_be_visible()


def show_changes(page: Page) -> None:
    """What changed, the filter open."""
    changes = find_app(page).locator(".mm-changes")
    expect(changes.locator("li").first).to_be_visible()
    changes.locator("summary").click()


def show_quality(page: Page) -> None:
    """How well the facts are known: the table, the filter open."""
    quality = find_app(page).locator(".mm-quality")
    expect(quality.locator("tbody").first).to_be_visible()
    quality.locator("summary").click()


VIEWS: Sequence[tuple[str, Callable[[Page], None]]] = (
    ("/?lang={}", show_map),
    ("/?lang={}&prefecture=osaka", show_filtered),
    ("/?lang={}&q=qqqq", show_answer),
    ("/?lang={}&q=tokyo", show_answer),
    ("/?lang={}&city=sendai", show_city),
    ("/?lang={}", show_pressed_marker),
    ("/?lang={}&city=sakai", show_counter),
    ("/cities?lang={}", show_list),
    ("/about?lang={}", show_about),
    ("/changes?lang={}", show_changes),
    ("/quality?lang={}", show_quality),
)
RICHEST = (
    show_pressed_marker,
    show_counter,
    show_list,
    show_about,
    show_changes,
    show_quality,
)  # have every part of the others between them
WITH_MAP = (show_map, show_filtered, show_answer, show_city, show_pressed_marker, show_counter)


LIGHT: tuple[Scheme, ...] = ("light",)
BOTH: tuple[Scheme, ...] = ("light", "dark")
SCREENS: Mapping[str, Mapping[int, tuple[Scheme, ...]]] = {
    "en": {NARROWEST: BOTH, 1280: BOTH},
    "ja-easy": {NARROWEST: BOTH, 1280: LIGHT},  # readings have a colour and a height
}
# Colours and widths are the same in every language; what differs is how long the words are, and there narrow is worst.
CASES = [(language, width) for language in LANGUAGES for width in SCREENS.get(language, (NARROWEST,))]


def choose_rules(language: str, width: int, scheme: Scheme) -> Rules:
    """Return the rules that a case can break and no other has looked at.

    The dark has other colours and nothing else. Colours are those of the style sheets: what stands there is looked at
    in one language of each kind, and what only a wide screen shows, in English. The structure is looked at in all.
    """
    if scheme == "dark":
        return COLOURS
    return ALL if language in (FIRST if width == NARROWEST else FIRST[:1]) else ALL_BUT_COLOURS


def list_schemes(language: str, width: int) -> tuple[Scheme, ...]:
    """List whether a case is looked at in the light alone or also in the dark."""
    return SCREENS[language][width] if language in SCREENS else LIGHT


def list_screens(language: str) -> list[tuple[int, Scheme]]:
    """List the widths and schemes in which a language is looked at."""
    return [(width, scheme) for case, width in CASES if case == language for scheme in list_schemes(language, width)]


def has_news(language: str, show: Callable[[Page], None]) -> bool:
    """Tell whether there may be in a view of a language what is nowhere else.

    In a language beside those of each kind a view has parts and words of the richest, and no others.
    """
    return language in FIRST or show in RICHEST


def list_violations(checked: Sequence[CheckedFrame], path: str, frames: int) -> list[str]:
    """Name each broken rule and where; as many frames as expected were really looked at."""
    assert len(checked) == frames, path
    return [
        f"{path} ({'map' if number else 'page'}): {violation.rule}: {element}"
        for number, frame in enumerate(checked)
        for violation in frame.violations
        for element in violation.elements
    ]


def await_rest(page: Page) -> None:
    """Wait until the script has run and nothing fades any more."""
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    for frame in page.frames:
        frame.wait_for_function("() => document.getAnimations().every(animation => animation.playState !== 'running')")
