"""The first view without JavaScript is the whole page: map, filters, rows, links and files work by themselves."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.published.formats import FORMATS
from pages.languages.language import list_languages
from tests.browser.map_page import CITIES
from tests.browser.server import RunningApp
from tests.browser.visitor import PageOpener


@pytest.fixture
def plain_page(open_page: PageOpener) -> Page:
    """The home page on a phone without JavaScript."""
    return open_page(viewport="phone", java_script_enabled=False).page


def test_without_scripts_every_city_is_a_target(plain_page: Page) -> None:
    """All twenty are links of at least 44 px on the map, each itself under the finger, and rows in the list."""
    marks = plain_page.locator(".sm-mark")
    assert marks.evaluate_all("all => all.map(mark => mark.getAttribute('aria-label'))") == list(CITIES)
    for mark in marks.all():
        mark.scroll_into_view_if_needed()
        box = mark.locator(".sm-target").bounding_box()
        assert box is not None
        assert box["width"] >= 43.99
        assert box["height"] >= 43.99
        mark.click(trial=True)
    expect(plain_page.locator(".fv-row")).to_have_count(20)


def test_without_scripts_a_prefecture_filters_and_a_city_opens(plain_page: Page) -> None:
    """The form, the map's links and the rows work by themselves."""
    plain_page.get_by_text("Filter", exact=True).click()
    plain_page.get_by_text("Prefecture", exact=True).first.click()
    plain_page.get_by_label("Osaka (2)", exact=True).check()
    plain_page.get_by_role("button", name="Show the result").click()
    expect(plain_page).to_have_url(re.compile(r"\?q=&prefecture=osaka$"))
    expect(plain_page.locator(".fv-row")).to_have_count(2)
    plain_page.get_by_role("link", name="Sakai, Osaka").click()
    expect(plain_page).to_have_url(re.compile(r"\?prefecture=osaka&city=sakai$"))
    email = plain_page.get_by_role("link", name="kokusai@city.sakai.lg.jp", exact=True)
    expect(email).to_be_visible()
    plain_page.locator(".fv-row summary").filter(has_text="Osaka").last.click()
    expect(plain_page.get_by_role("link", name="ga0030@city.osaka.lg.jp", exact=True)).to_be_visible()
    expect(plain_page.locator("footer noscript p")).to_be_visible()
    expect(plain_page.get_by_role("button", name="Copy")).to_have_count(0)


def test_without_scripts_every_own_link_leads_somewhere(plain_page: Page, app: RunningApp) -> None:
    """Each link to our own pages answers with a page that says what it is about; each download is there."""
    resolve = "all => all.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
    hrefs = dict.fromkeys(plain_page.locator("a").evaluate_all(resolve))
    ours = [href for href in hrefs if href.startswith(app.url)]
    files = [href for href in ours if urlsplit(href).path.startswith("/data/")]
    assert len(files) == len([offered for offered in FORMATS if not offered.write_courses])  # there are no classes
    assert all(plain_page.request.get(href).ok for href in files)
    pages, cities, skips, sheet, spoken = 5, 20, 2, 1, 10
    assert len(ours) == pages + cities + len(list_languages()) + skips + sheet + spoken + len(files)
    for href in [href for href in ours if href not in files]:
        plain_page.goto(href)
        expect(plain_page.get_by_role("heading", level=1)).to_be_visible()
        if slug := href.partition("city=")[2]:
            expect(plain_page.locator(".fv-opened .mm-card")).to_have_id(f"card-{slug}")
