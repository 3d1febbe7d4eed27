"""A table of one's own: other rows of the same columns just work, and what is broken is named while the rest shows."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.places.gazetteer import list_places
from tests.browser.map_page import (
    CITIES,
    MARKERS,
    NOTE,
    POPUP,
    await_map,
    expect_card,
    expect_markers,
    expect_popup,
    find_app,
)
from tests.browser.server import ROOT, RunningApp, SettingsChanger
from tests.browser.staying import BETWEEN, follow
from tests.browser.visitor import PageOpener
from tests.conftest import DataFolderMaker

CORE_CITIES = 40


def test_core_cities_and_governments_are_all_on_the_map(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker
) -> None:
    """40 cities and 47 prefectural governments, half of their cells empty: 87 markers, each of them a button."""
    folder = make_data_folder(build_mixed_rows())
    app = set_app(MADOGUCHI_DATA=folder)
    page, log = open_page("/", app=app)
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(CORE_CITIES + 47)
    expect(find_app(page).get_by_text("87 cities", exact=True)).to_be_visible()
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
    page.goto(f"{app.url}/?city=tottori-prefecture")
    frame = await_map(page)
    expect_popup(frame, "Tottori Prefecture")
    expect(frame.locator(POPUP)).to_contain_text("The pin marks the middle of the prefecture, not the office.")
    expect(frame.locator(POPUP).get_by_text("Not listed in the source.").first).to_be_attached()
    page.goto(f"{app.url}/cities")
    cards = find_app(page).locator(".mm-cards .mm-card")
    expect(cards).to_have_count(50)
    find_app(page).get_by_role("link", name="Next: page 2 of 2").click()
    expect(cards).to_have_count(CORE_CITIES + 47 - 50)
    expect(cards.last.locator(".mm-card-name")).to_contain_text("沖縄県")
    assert "Traceback" not in app.log()


def test_a_broken_row_is_named_and_the_rest_is_shown(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker
) -> None:
    """A row of no prefecture, one of no city and one twice stand in a box with their line; the other two are shown."""
    kobe = {"No.": "1", "Prefecture": "Hyogo", "City": "Kobe"}
    rows = [kobe, kobe | {"Prefecture": "Atlantis"}, kobe | {"City": "Xanadu"}, kobe, kobe | {"City": "Himeji"}]
    folder = make_data_folder(rows)
    app = set_app(MADOGUCHI_DATA=folder)
    page, _ = open_page("/", app=app)
    expect_markers(await_map(page), ["Kobe, Hyogo", "Himeji, Hyogo"])
    named = find_app(page).locator(".mm-problems li")
    expect(named).to_have_count(3)
    for shown, (line, found) in zip(
        named.all_inner_texts(), ((3, "Atlantis"), (4, "Xanadu"), (5, "Kobe")), strict=True
    ):
        assert shown.startswith(f"cities.tsv, line {line} (No. 1, ")
        assert f"found '{found}'" in shown
    assert "Traceback" not in app.log()


def test_a_missing_table_is_said_plainly(open_page: PageOpener, set_app: SettingsChanger, tmp_path: Path) -> None:
    """Without cities.tsv every page opens, says which file is missing and what to do, and shows no traceback."""
    app = set_app(MADOGUCHI_DATA=tmp_path)
    page, log = open_page("/about", app=app)
    for path in ("/about", "/cities", "/"):
        follow(page, path)
        expect(find_app(page).locator(".mm-problems li")).to_contain_text("There is no such file.")
        expect(find_app(page).locator(".mm-problems li")).to_contain_text("cities.tsv")
        expect(find_app(page).get_by_role("heading", level=1)).to_be_visible()
        expect_no_crash(page)
    assert log.page_errors == []
    assert "Traceback" not in app.log()


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped table and, at first, without its coordinates."""
    folder = tmp_path_factory.mktemp("own")
    shutil.copy(ROOT / "data" / "cities.tsv", folder)
    return folder


@pytest.fixture
def own_app(set_app: SettingsChanger, own_folder: Path) -> RunningApp:
    """The app on that folder, whose files it reads anew when they change."""
    return set_app(MADOGUCHI_DATA=own_folder)


def test_cities_without_coordinates_are_named_and_listed(
    open_page: PageOpener, own_folder: Path, own_app: RunningApp
) -> None:
    """With no usable coordinates.csv the app names the unplaced cities and has them all in the list."""
    page, log = open_page("/", app=own_app)
    for content in (None, b"", b"\x00\xff\xfe broken", b"code,name\n1,2,3\n"):
        if content is not None:
            (own_folder / "coordinates.csv").write_bytes(content)
            follow(page, BETWEEN)
            follow(page, "/")
        frame = await_map(page)
        expect(frame.locator(MARKERS)).to_have_count(0)
        expect(frame.locator("path.mm-prefecture")).to_have_count(47)
        for name in CITIES:
            expect(page.locator(NOTE).filter(has_text="Not on the map")).to_contain_text(name.split(",")[0])
        page.locator(".mm-list").get_by_role("link", name="Kobe").click()
        expect_card(page, "Kobe")
        expect(find_app(page).get_by_text("The place of this city on the map is not known yet.")).to_be_visible()
        expect_no_crash(page)
    assert log.page_errors == []
    assert "Traceback" not in own_app.log()


def test_one_damaged_coordinate_loses_one_marker(open_page: PageOpener, own_folder: Path, own_app: RunningApp) -> None:
    """A broken line of coordinates.csv costs its own city's marker only; that city is named and in the list."""
    text = (ROOT / "geocache" / "coordinates.csv").read_text(encoding="utf-8")
    kobe = next(line for line in text.splitlines() if line.startswith("281000"))
    (own_folder / "coordinates.csv").write_text(text.replace(kobe, '281000,"神戸市,here,there'), encoding="utf-8")
    page, _ = open_page("/", app=own_app)
    expect_markers(await_map(page), [name for name in CITIES if name != "Kobe, Hyogo"])
    expect(page.locator(NOTE).filter(has_text="Not on the map")).to_contain_text("Kobe")
    expect(page.locator(".mm-list").get_by_role("link", name="Kobe")).to_be_visible()
    expect(find_app(page).locator(".mm-problems li")).to_contain_text("coordinates.csv, line ")
    assert "Traceback" not in own_app.log()


def build_mixed_rows() -> list[dict[str, str]]:
    """40 cities that are not designated ones, one a prefecture at most, and all prefectural governments."""
    governments = [place for place in list_places() if place.kind == "prefecture"]
    firsts = {place.prefecture.code: place for place in reversed(list_places()) if place.kind == "city"}
    cities = sorted(firsts.values(), key=lambda place: place.code)[:CORE_CITIES]
    cells = {
        "Department in Charge": "International Division",
        "URL": "https://www.city.example.jp/",
        "E-mail": "office[at]city.example.jp",
        "Japanese Class Information": "https://www.example.jp/class/ (Class)",
    }
    return [
        {
            "No.": str(number),
            "Prefecture": place.prefecture.en,
            "City": "" if place.kind == "prefecture" else place.ja,
            **{column: text for index, (column, text) in enumerate(cells.items()) if (number + index) % 2},
        }
        for number, place in enumerate((*cities, *governments), start=1)
    ]


def expect_no_crash(page: Page) -> None:
    """Nothing that Streamlit shows where a script has failed is there."""
    expect(find_app(page).get_by_test_id("stException")).to_have_count(0)
    expect(find_app(page).get_by_text("Traceback")).to_have_count(0)
    expect(find_app(page).get_by_text("Something went wrong here.")).to_have_count(0)
