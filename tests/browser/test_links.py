"""One address is the whole state: it opens cold, survives page switches and the Back button."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.facts import read_cards
from tests.browser.map_page import (
    CARD,
    MARKERS,
    NOTE,
    await_map,
    expect_card,
    expect_markers,
    expect_popup,
    find_app,
    find_marker,
    find_search,
    press_marker,
)
from tests.browser.server import RunningApp, SettingsChanger, start_app
from tests.browser.staying import FOLLOW, Stay
from tests.browser.visitor import PageOpener
from tests.conftest import DataFolderMaker

OUTSIDE = "This city is outside your filter, so it is not on the map."
SAKAIS = (
    {"No.": "1", "Prefecture": "Osaka", "City": "Sakai City"},
    {"No.": "2", "Prefecture": "Fukui", "City": "Sakai City"},
)


def test_a_city_and_its_prefecture_open_on_a_cold_server(open_page: PageOpener) -> None:
    """The very first visitor of a server gets exactly the two cities of Osaka, and Sakai's popup and card open."""
    with start_app() as app:
        page, log = open_page("/?prefecture=osaka&city=sakai", app=app)
        frame = await_map(page)
        expect_markers(frame, ["Osaka, Osaka", "Sakai, Osaka"])
        expect_filters(page, prefectures=["Osaka (2)"])
        expect(find_app(page).get_by_text("2 of 20 cities")).to_be_visible()
        expect_popup(frame, "Sakai")
        expect_card(page, "Sakai")
        expect(page.locator(CARD).locator(".mm-card-prefecture")).to_have_text("Osaka")
        assert read_address(page) == ("/", {"prefecture": ["osaka"], "city": ["sakai"]})
        assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
        assert "Traceback" not in app.log()


def test_the_list_opens_on_a_cold_server(open_page: PageOpener) -> None:
    """A server whose first page is the list shows three cities of Kanagawa there, and on the map after it."""
    three = ["Yokohama, Kanagawa", "Kawasaki, Kanagawa", "Sagamihara, Kanagawa"]
    with start_app() as app:
        page, log = open_page("/cities?prefecture=kanagawa", app=app)
        assert list(read_cards(page)) == three
        switch_page(page, "Map")
        expect_markers(await_map(page), three)
        assert read_address(page) == ("/", {"prefecture": ["kanagawa"]})
        assert (log.foreign_requests, log.page_errors) == ([], [])
        # below a page's path Streamlit looks for its server first, in vain
        assert [error for error in log.console_errors if "/cities/_stcore/" not in error] == []


@pytest.mark.parametrize("wanted", ["sakai", "271403", "sakai-osaka", "SAKAI"])
def test_a_city_is_known_by_other_names(stay: Stay, wanted: str) -> None:
    """The six-digit code, the long name and capitals open the same city, with all cities on the map."""
    page, _ = stay("/", reduced_motion=True)
    page.evaluate(FOLLOW, f"/?city={wanted}")
    frame = await_map(page)
    expect_popup(frame, "Sakai")
    expect_card(page, "Sakai")
    expect(frame.locator(MARKERS)).to_have_count(20)
    assert read_address(page) == ("/", {"city": [wanted]})


def test_several_prefectures_and_a_query_are_read(stay: Stay) -> None:
    """Repeated prefectures and the query narrow the map together, and stand in the filters."""
    page, _ = stay("/", reduced_motion=True)
    page.evaluate(FOLLOW, "/?prefecture=osaka&prefecture=hyogo&q=kobe")
    expect_markers(await_map(page), ["Kobe, Hyogo"])
    expect_filters(page, prefectures=["Hyogo (1)", "Osaka (2)"], query="kobe")


def test_unknown_values_are_ignored_and_not_echoed(open_page: PageOpener, app: RunningApp) -> None:
    """An address that means nothing shows everything, and none of it stands on the page."""
    page, log = open_page("/?prefecture=atlantis&prefecture=osaka&city=xanadu&lang=klingon&x=narnia")
    expect_markers(await_map(page), ["Osaka, Osaka", "Sakai, Osaka"])
    expect_card(page, None)
    for frame in page.frames:
        assert re.findall("atlantis|xanadu|klingon|narnia", frame.locator("body").inner_text().lower()) == []
    assert log.page_errors == []
    assert "Traceback" not in app.log()


def test_the_back_button_restores_the_view_before(stay: Stay) -> None:
    """Back leads through the cities that were opened and closed again, the last first; Forward leads on again."""
    page, _ = stay("/")
    frame = await_map(page)
    for city, name in (("kobe", "Kobe, Hyogo"), ("sapporo", "Sapporo, Hokkaido")):
        press_marker(page, find_marker(frame, name))
        expect(page).to_have_url(re.compile(rf"\?city={city}$"))
        expect_card(page, name.split(",")[0])
        page.keyboard.press("Escape")
        expect_popup(frame, None)
        expect(page).to_have_url(re.compile(r"/$"))
    for opened in ("Sapporo", None, "Kobe", None):
        page.go_back()
        expect_card(page, opened)
        expect_popup(frame, opened)
    assert read_address(page) == ("/", {})
    page.go_forward()
    expect_card(page, "Kobe")


def test_the_back_button_takes_back_a_filter(stay: Stay) -> None:
    """Back after a search shows all cities again, and the search box says so."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    find_search(page).fill("osaka")
    page.keyboard.press("Enter")
    expect_markers(frame, ["Osaka, Osaka"])
    expect(page).to_have_url(re.compile(r"[?&]q=osaka$"))  # written after the map; sooner, Back would leave the app
    page.go_back()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(find_search(page)).to_have_value("")


def test_page_switches_keep_the_address(stay: Stay) -> None:
    """Filters, query and opened city stay through map, list and about, and so does what they show."""
    state = {"prefecture": ["kanagawa", "osaka"], "q": ["kawasaki"], "city": ["kawasaki"]}
    page, _ = stay("/?prefecture=kanagawa&prefecture=osaka&q=kawasaki&city=kawasaki", reduced_motion=True)
    expect_popup(await_map(page), "Kawasaki")
    switch_page(page, "List")
    expect_card(page, "Kawasaki")
    assert read_address(page) == ("/cities", state)
    switch_page(page, "About")
    expect(find_app(page).get_by_role("heading", name="About this map")).to_be_visible()
    assert read_address(page) == ("/about", state)
    switch_page(page, "Map")
    frame = await_map(page)
    expect_markers(frame, ["Kawasaki, Kanagawa"])
    expect_popup(frame, "Kawasaki")
    expect_card(page, "Kawasaki")
    expect_filters(page, prefectures=["Kanagawa (3)", "Osaka (2)"], query="kawasaki")
    assert read_address(page) == ("/", state)


def test_choices_made_in_the_app_survive_page_switches(stay: Stay) -> None:
    """What was typed and clicked, not only what an address held, is there on the next page."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    press_marker(page, find_marker(frame, "Nagoya, Aichi"))
    expect_card(page, "Nagoya")
    find_search(page).fill("aichi")
    page.keyboard.press("Enter")
    expect_markers(frame, ["Nagoya, Aichi"])
    switch_page(page, "List")
    expect_card(page, "Nagoya")
    expect_filters(page, query="aichi")
    assert read_address(page) == ("/cities", {"q": ["aichi"], "city": ["nagoya"]})


@pytest.mark.parametrize("path", ["/", "/cities"])
def test_a_city_outside_the_filter_keeps_its_card(stay: Stay, path: str) -> None:
    """A chosen city that the filter leaves out is shown with a note, and is neither on the map nor in the rows."""
    page, _ = stay(f"{path}?prefecture=osaka&city=kobe", reduced_motion=True)
    expect_card(page, "Kobe")
    expect(page.locator(NOTE).get_by_text(OUTSIDE)).to_be_visible()
    if path == "/":
        frame = await_map(page)
        expect_markers(frame, ["Osaka, Osaka", "Sakai, Osaka"])
        expect_popup(frame, None)
    else:
        assert list(read_cards(page)) == ["Osaka, Osaka", "Sakai, Osaka"]


def test_a_repeated_name_offers_the_choice(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker
) -> None:
    """Where the table has two places of that name neither is opened; both are offered, and a press opens one."""
    folder = make_data_folder(SAKAIS)
    app = set_app(MADOGUCHI_DATA=folder)
    page, _ = open_page("/?city=sakai", app=app)
    frame = await_map(page)
    expect_markers(frame, ["Sakai, Osaka", "Sakai, Fukui"])
    expect(find_app(page).get_by_text("More than one place has this name. Which one?")).to_be_visible()
    expect_card(page, None)
    expect(find_app(page).get_by_role("link", name="Sakai (Osaka)")).to_be_visible()
    find_app(page).get_by_role("link", name="Sakai (Fukui)").click()
    expect_card(page, "Sakai")
    expect(page.locator(CARD).locator(".mm-card-name")).to_contain_text("坂井市")
    expect_popup(frame, "Sakai")
    assert read_address(page) == ("/", {"city": ["sakai-fukui"]})
    expect(find_app(page).get_by_text("More than one place has this name.")).to_have_count(0)


def expect_filters(page: Page, *, prefectures: Sequence[str] = (), query: str = "") -> None:
    """Wait until the widgets of the sidebar show these filters."""
    expect(find_search(page)).to_have_value(query)
    chosen = page.locator('[data-testid="stMultiSelect"] .react-aria-ComboBox [data-tag]')
    expect(chosen).to_have_count(len(prefectures))
    assert sorted(text.strip() for text in chosen.all_inner_texts()) == sorted(prefectures)


def switch_page(page: Page, name: str) -> None:
    """Follow a link of the navigation."""
    link = page.locator("#root .mm-pages").get_by_role("link", name=name, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")


def read_address(page: Page) -> tuple[str, dict[str, list[str]]]:
    """The address's path and parameters."""
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)
