"""The screen that a card opens: for the counter, a letter or a report."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.map_page import CARD


def open_screen(page: Page, what: str) -> Locator:
    """Open what the card offers; return the screen."""
    page.locator(CARD).locator(f'[data-ask="{what}"]').first.click()
    screen = page.locator("#root [data-dialog]")
    expect(screen).to_be_visible()
    return screen


def read_shown(screen: Locator, text: str) -> list[str]:
    """Read the Japanese sentences that are shown."""
    return screen.locator(f'[data-text="{text}"] .mm-ja').filter(visible=True).all_text_contents()
