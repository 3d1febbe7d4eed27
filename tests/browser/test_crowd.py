"""A table too large for a marker each: discs, pages of rows, and still every city within reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.places.gazetteer import list_places
from tests.browser.map_page import LIST, MARKERS, await_map, expect_card, expect_popup, find_marker, press_marker
from tests.browser.profiles import Profiles
from tests.browser.server import SettingsChanger
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener
from tests.conftest import find_coordinates, write_table

TOWNS = 320
DISCS = ".mm-cluster"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of 320 municipalities of the gazetteer, their departments plainly placeholders."""
    towns = [place for place in list_places() if place.kind in {"city", "town", "village"}][:TOWNS]
    folder = tmp_path_factory.mktemp("crowd")
    write_table(
        folder / "cities.tsv",
        (
            {
                "No.": str(number),
                "Prefecture": town.prefecture.en,
                "City": town.ja,
                "Department in Charge": f"Placeholder department {number}",
            }
            for number, town in enumerate(towns, 1)
        ),
    )
    find_coordinates(folder)
    return folder


@pytest.fixture(scope="module")
def crowded(profiles: Profiles, set_app: SettingsChanger, crowd: Path) -> Iterator[Stay]:
    """A visitor who stays in the app with that table."""
    app = set_app(MADOGUCHI_DATA=crowd)
    staying = Stay(PageOpener(profiles, lambda: app))
    yield staying
    staying.leave()


def test_neighbours_are_one_disc_that_opens(crowded: Stay) -> None:
    """Cities that lie together are one named button with their number; it leads on to single cities."""
    page, log = crowded("/")
    frame = await_map(page)
    discs = frame.locator(DISCS)
    expect(discs.first).to_have_attribute("role", "button")
    numbers = [int(number) for number in discs.all_inner_texts()]
    assert sum(numbers) + frame.locator(MARKERS).count() == TOWNS
    expect(discs.first).to_have_attribute("aria-label", f"{numbers[0]} cities: zoom in")
    zoom = frame.evaluate("window.map.getZoom()")
    discs.first.focus()
    page.keyboard.press("Enter")
    frame.wait_for_function("zoom => window.map.getZoom() > zoom", arg=zoom)
    assert not log.page_errors


def test_filter_brings_every_marker_with_its_facts(crowded: Stay) -> None:
    """Once few enough are left, each has a marker of its own and a full popup."""
    page, _log = crowded("/?q=Aomori")
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(1)
    expect(frame.locator(DISCS)).to_have_count(0)
    press_marker(page, find_marker(frame, "Aomori, Aomori"))
    expect_popup(frame, "Aomori")
    expect(frame.get_by_text("Placeholder department")).to_be_visible()


def test_address_opens_a_city_out_of_the_crowd(crowded: Stay) -> None:
    """A link to one of many cities shows its marker, its popup and its card."""
    page, _log = crowded("/?city=hakodate")
    frame = await_map(page)
    expect(find_marker(frame, "Hakodate, Hokkaido")).to_be_visible()
    expect_popup(frame, "Hakodate")
    expect_card(page, "Hakodate")


def test_long_list_comes_in_pages(crowded: Stay) -> None:
    """Fifty rows at a time; the next page has others."""
    page, _log = crowded("/")
    rows = page.locator(LIST)
    expect(rows).to_have_count(50)
    first = rows.first.inner_text()
    page.get_by_role("link", name="Next: page 2 of").click()
    expect(rows.first).not_to_have_text(first)
    expect(rows).to_have_count(50)
