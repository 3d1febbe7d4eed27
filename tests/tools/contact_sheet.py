"""Photograph what a phone shows in every language, side by side: `python -m tests.tools.contact_sheet DIR`.

To be looked at after every new word: nothing clipped, no boxes in place of signs, nothing left in English.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from pages.languages.language import list_languages
from tests.browser.map_page import CARD, MARKERS, await_map
from tests.browser.profiles import Profiles
from tests.browser.server import start_app
from tests.browser.visitor import PageOpener
from tests.tools.chromium import get_chromium

WIDTH, HEIGHT = 360, 900  # px
IN_A_ROW = 5
GAP = 12  # px


def show_map(page: Page) -> None:
    """The opening view."""
    await_map(page).locator(MARKERS).first.wait_for()


def show_answer(page: Page) -> None:
    """What is said of a place that is not listed."""
    await_map(page)
    page.locator("#root .mm-answer").last.wait_for()


def show_card(page: Page) -> None:
    """An opened city's card, from its name down."""
    await_map(page)
    page.locator(CARD).evaluate("card => card.scrollIntoView()")


def show_counter(page: Page) -> None:
    """What is shown at a counter."""
    await_map(page)
    page.locator(CARD).locator('[data-ask="counter"]').first.click()
    page.locator("#root [data-dialog]").wait_for()


def show_letter(page: Page) -> None:
    """A letter before it is sent."""
    await_map(page)
    page.locator(CARD).locator("[data-asking] summary").click()
    page.locator(CARD).locator('[data-ask="letter"]').first.click()
    page.locator("#root [data-dialog]").wait_for()


def show_as_it_comes(page: Page) -> None:
    """The page without scripts."""
    page.locator("h1").wait_for()


VIEWS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "map": ("/?lang={}", show_map),
    "answer": ("/?lang={}&q=332-0031", show_answer),
    "card": ("/?lang={}&city=sendai", show_card),
    "counter": ("/?lang={}&city=sakai", show_counter),
    "letter": ("/?lang={}&city=osaka", show_letter),
    "first-view": ("/?lang={}", show_as_it_comes),
    "sheet": ("/sheet?lang={}&city=osaka", show_as_it_comes),
    "list": ("/cities?lang={}", show_as_it_comes),
    "about": ("/about?lang={}", show_as_it_comes),
    "changes": ("/changes?lang={}", show_as_it_comes),
    "quality": ("/quality?lang={}", show_as_it_comes),
}


def photograph(open_page: PageOpener, view: str, code: str) -> Image.Image:
    """Take a picture of one view in one language, as a phone shows it."""
    path, show = VIEWS[view]
    page, _log = open_page(
        path.format(code),
        viewport={"width": WIDTH, "height": HEIGHT},
        reduced_motion=True,
        java_script_enabled=show is not show_as_it_comes or view == "sheet",
    )
    show(page)
    page.evaluate("document.fonts.ready.then(() => {})")
    picture = Image.open(io.BytesIO(page.screenshot()))
    open_page.close()
    return picture


def join_pictures(pictures: list[Image.Image]) -> Image.Image:
    """Set pictures of one size beside and below each other."""
    rows = -(-len(pictures) // IN_A_ROW)
    size = (IN_A_ROW * (WIDTH + GAP) - GAP, rows * (HEIGHT + GAP) - GAP)
    sheet = Image.new("RGB", size, "crimson")
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (number % IN_A_ROW * (WIDTH + GAP), number // IN_A_ROW * (HEIGHT + GAP)))
    return sheet


def make_sheets(folder: Path, views: list[str]) -> None:
    """Save one sheet a view, all languages on it."""
    with start_app() as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=["--no-sandbox"])
        open_page = PageOpener(Profiles(browser), lambda: app)
        for view in views:
            file = folder / f"{view}.png"
            join_pictures([photograph(open_page, view, language.code) for language in list_languages()]).save(file)
            print(file)
        browser.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    make_sheets(target, sys.argv[2:] or list(VIEWS))
