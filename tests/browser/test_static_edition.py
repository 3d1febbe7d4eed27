"""The static edition from a plain file server, with every other host blocked."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect
from pypdf import PdfReader

from tests.browser.axe import check_frames
from tests.browser.edition_site import Site, visit
from tests.browser.hand import Fingers, find_middles, press
from tests.browser.map_page import CITIES, MARKERS, POPUP, choose_language, find_marker
from tests.browser.visitor import PageOpener, Scheme

SCHEMES: tuple[Scheme, ...] = ("dark", "light")


def await_frame(page: Page) -> Frame:
    """Return the map's frame once it has taken the drawn map's place."""
    expect(page.locator(".st-map[data-shown]")).to_have_count(1)
    frame = page.locator(".st-map iframe").element_handle().content_frame()
    assert frame is not None
    return frame


@pytest.mark.parametrize("path", ["/", "/vi/", "/en/city/kobe/", "/ja-easy/cities/", "/ja/about/"])
def test_axe_finds_nothing(open_page: PageOpener, site: str, path: str) -> None:
    """In the page and in the map's frame; nothing fails and no other host is asked."""
    page, log = visit(open_page, site, path)
    if page.locator(".st-map").count():
        await_frame(page)
    assert [frame for frame in check_frames(page) if frame.violations] == []
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


def test_markers_open_their_popups(open_page: PageOpener, site: str) -> None:
    """Twenty of them; Kobe's popup opens at a press, on Kobe's own page by itself."""
    page, _ = visit(open_page, site, "/en/")
    frame = await_frame(page)
    expect(frame.locator(MARKERS)).to_have_count(len(CITIES))
    find_marker(frame, "Kobe, Hyogo").press("Enter")
    expect(frame.locator(POPUP)).to_contain_text("神戸市")
    page.goto(f"{site}/en/city/kobe/")
    expect(await_frame(page).locator(POPUP)).to_contain_text("神戸市")


def test_an_open_map_turns_dark_with_its_reader(open_page: PageOpener, site: str) -> None:
    """Land and popup, as the page around them does; and light again."""
    page, _ = visit(open_page, site, "/en/city/kobe/")
    frame = await_frame(page)
    expect(frame.locator(POPUP)).to_contain_text("神戸市")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        frame.wait_for_function("dark => document.documentElement.matches('.mm-dark') === dark", arg=scheme == "dark")


def test_the_first_press_opens_a_marker(open_page: PageOpener, site: str) -> None:
    """With the map half below the fold, by mouse and by finger, and the page stays where it is; "All" leads back."""
    page, log = visit(open_page, site, "/en/")
    page.set_viewport_size({"width": 360, "height": 560})
    frame = await_frame(page)
    for hand in (lambda at: press(page, at), Fingers(page).tap):
        name, at = next(iter(find_middles(page, frame).items()))
        hand(at)
        expect(frame.locator(POPUP)).to_contain_text(name.split(",")[0])
        assert page.evaluate("scrollY") == 0
        page.keyboard.press("Escape")
        expect(frame.locator(POPUP)).to_have_count(0)
        frame.evaluate("document.activeElement.blur()")
        page.evaluate("document.activeElement.blur()")
    expect(frame.get_by_role("button", name="All", exact=True)).to_be_visible()
    assert log.page_errors == []


def test_search_and_links_lead_to_a_city(open_page: PageOpener, site: str) -> None:
    """Kana finds its row; the row's link opens the city's page, and its language link the same in another."""
    page, _ = visit(open_page, site, "/")
    page.locator("#fv-q").fill("コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.locator(".fv-row:visible summary").first.click()
    page.locator(".fv-row:visible .fv-link").click()
    expect(page.locator(".fv-opened .fv-row")).to_have_attribute("data-city", "kobe")
    choose_language(page, "vi", "body")
    expect(page).to_have_url(f"{site}/vi/city/kobe/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_it_prints_its_map_and_every_card(open_page: PageOpener, site: str) -> None:
    """The drawn map stands in for the interactive one, whole."""
    page, _ = visit(open_page, site, "/en/")
    await_frame(page)
    page.emulate_media(media="print")
    expect(page.locator(".st-map iframe")).to_be_hidden()
    expect(page.locator(".sm-map")).to_be_visible()
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert "ga0030@city.osaka.lg.jp" in text


def test_from_a_folder_of_files(open_page: PageOpener, site: str, edition_folder: Path) -> None:
    """Opened without any server, links and addresses lead to files."""
    page, _ = open_page("", app=Site(site), locale="vi-VN")
    root = edition_folder.as_uri()
    page.goto(f"{root}/index.html?city=sakai", wait_until="commit")
    expect(page).to_have_url(f"{root}/vi/city/sakai/index.html")
    choose_language(page, "ja", "body")
    expect(page).to_have_url(f"{root}/ja/city/sakai/index.html")


def test_a_citys_page_searches_the_list(open_page: PageOpener, site: str) -> None:
    """By Enter and by the button; the list then shows what was found, and another city's page is a link away."""
    page, log = visit(open_page, site, "/vi/city/kobe/")
    page.locator("#fv-q").fill("sakai")
    page.locator("#fv-q").press("Enter")
    expect(page).to_have_url(f"{site}/vi/?q=sakai")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.go_back()
    page.locator("#fv-q").fill("コウベ")
    page.locator("[data-search-all]").click()
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.goto(f"{site}/vi/city/kobe/")
    page.locator(".st-others").get_by_role("link", name="Sakai").click()
    expect(page).to_have_url(f"{site}/vi/city/sakai/")
    assert log.page_errors == []


def test_the_dialog_opens_from_its_own_file(open_page: PageOpener, site: str, edition_folder: Path) -> None:
    """From a server and from a folder; where its file does not come, the card says it without."""
    page, log = visit(open_page, site, "/en/city/kobe/")
    for address in (f"{site}/en/city/kobe/", f"{edition_folder.as_uri()}/en/city/kobe/index.html"):
        page.goto(address)
        page.get_by_role("button", name="Show this at the counter").click()
        expect(page.locator("dialog[open] .mm-ja:visible").first).to_contain_text("神戸市")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !history.state?.madoguchiDialog")  # the way back would stop the next address
    assert log.page_errors == []
    page.route("**/dialog-*.js", lambda route: route.abort())
    page.goto(f"{site}/en/city/kobe/")
    expect(page.get_by_role("button", name="Show this at the counter")).to_be_hidden()
    page.locator("[data-asking] a", has_text="Show this at the counter").click()
    expect(page.locator("main")).to_contain_text("日本語を勉強したいです。")
    page.get_by_role("link", name="Back to the map").click()
    expect(page.locator("#first-view")).to_be_visible()
