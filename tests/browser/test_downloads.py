"""Taking the data away: by a link of the first view, by a link of the app, by a button."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.map_page import await_map, find_app
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener


def read_slugs(download: Download) -> list[str]:
    """List the cities of a downloaded CSV."""
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    return [row["slug"] for row in csv.DictReader(io.StringIO(text))]


def press_csv(page: Page) -> Download:
    """Open the block of links and take the first file."""
    block = page.locator("details.mm-downloads:visible")
    block.locator("summary").click()
    with page.expect_download() as waiting:
        block.get_by_role("link", name="CSV: for Excel and other programs with tables").click()
    return waiting.value


def test_a_link_of_the_first_view_gives_the_filtered_rows(open_page: PageOpener) -> None:
    """Without JavaScript too."""
    page, _ = open_page("/?prefecture=osaka", java_script_enabled=False)
    download = press_csv(page)
    assert (download.suggested_filename, read_slugs(download)) == ("cities.csv", ["osaka", "sakai"])


def test_a_link_of_the_app_gives_the_filtered_rows(stay: Stay) -> None:
    """The page stays where it is, and nothing went wrong."""
    page, log = stay("/?prefecture=osaka")
    await_map(page)
    assert read_slugs(press_csv(page)) == ["osaka", "sakai"]
    assert (log.page_errors, log.console_errors) == ([], [])


@pytest.mark.parametrize("viewport", ["phone", "desktop"])
def test_a_button_gives_the_filtered_rows(open_page: PageOpener, viewport: Any) -> None:
    """For hosts that do not pass our addresses on; Streamlit's icon font is not loaded for it."""
    page, log = open_page("/cities?prefecture=osaka", viewport=viewport)
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if ".woff2" in request.url else None)
    find_app(page).get_by_role("button", name="Download the data").click()
    button = find_app(page).get_by_role("button", name="Save cities.csv")
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    assert read_slugs(waiting.value) == ["osaka", "sakai"]
    assert (fonts, log.page_errors, log.console_errors) == ([], [], [])
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
