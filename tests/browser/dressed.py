"""Whether a page has the scripts and styles of ours, and what takes them from it."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.map_page import MARKERS, await_map


def expect_dressed(page: Page) -> None:
    """Scripts and styles of ours are there: the map's marker has its size, the page's script has run."""
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(page.locator(".mm-pages").last).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.wait_for_function(
        "() => [...document.styleSheets].some(s => [...s.cssRules].some(r => r.styleSheet?.cssRules.length))"
    )


def clean_folder(temporary: Path) -> None:
    """Remove what the app has written into its folder for temporary files, as systems do with old files."""
    folders = list(temporary.glob("madoguchi-*"))
    assert folders
    for folder in folders:
        shutil.rmtree(folder)
