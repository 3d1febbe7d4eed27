"""Where classes are held: told from city halls by their form, reached by hand and by keyboard, and only text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, expect

from data.folder import locate_files
from tests.browser.axe import check_frames
from tests.browser.hand import Point, press
from tests.browser.hostile_visit import Visit, check_documents, open_visit
from tests.browser.map_page import CITIES, FRAME, MARKERS, POPUP, await_map, expect_card, expect_markers, expect_popup
from tests.browser.server import SettingsChanger
from tests.browser.visitor import PageOpener
from tests.courses import write_courses
from tests.hostile import HOSTILE

VENUES = ".mm-venue"
FINGER = 44  # px
SHAPES = """venues => venues.map(venue => {
  const { width, height, left, top } = venue.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2) === venue;
  return { width, height, hit, turned: getComputedStyle(venue, "::before").transform !== "none" };
})"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped tables with two places of classes in Sakai, and one where no row is; their names are hostile."""
    for path in locate_files({}).list_paths():
        shutil.copy(path, tmp_path)
    sakai = {"code": "271403", "weekdays": "土", "start": "18:30", "end": "20:00", "source_url": "https://example.org/"}
    center = {"venue": f"会館{HOSTILE}", "latitude": "34.5735", "longitude": "135.4790"}
    rows = [
        sakai | center | {"id": "a", "name": f"土曜{HOSTILE}", "fee_yen": "0"},
        sakai | center | {"id": "b", "name": "{{7*7}}", "fee_yen": "500", "weekdays": "日"},
        sakai | {"id": "c", "name": "泉北", "venue": "公民館", "latitude": "34.4930", "longitude": "135.5160"},
        sakai | {"id": "d", "code": "122271", "name": "浦安", "latitude": "35.6530", "longitude": "139.9020"},
    ]
    write_courses(tmp_path / "classes.csv", rows)
    return tmp_path


def find_middle(frame: Frame, venue: Locator) -> Point:
    """Return the middle of a venue on the screen."""
    box = venue.bounding_box()
    assert box is not None
    return Point(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def press_first_venue(visit: Visit, frame: Frame) -> None:
    """Press the first venue by hand; its classes open, and the city keeps its one marker."""
    venue = frame.locator(VENUES).first
    visit.page.locator(FRAME).scroll_into_view_if_needed()
    press(visit.page, find_middle(frame, venue))
    popup = frame.locator(POPUP)
    expect(popup.locator("h2")).to_have_text(f"会館{HOSTILE}")
    expect(popup.locator("h2")).to_be_focused()
    assert popup.locator("li strong").all_inner_texts() == [f"土曜{HOSTILE}", "{{7*7}}"]
    assert popup.locator("li span").all_inner_texts() == ["Sat 18:30–20:00 · Free of charge", "Sun 18:30–20:00 · ¥500"]
    expect(frame.locator(MARKERS)).to_have_count(1)


def test_classes_have_places_of_their_own_form(open_page: PageOpener, set_app: SettingsChanger, folder: Path) -> None:
    """A filter shows two in one city: diamonds, opened by hand and by keyboard, closed by Esc; all they say is text."""
    app = set_app(MADOGUCHI_DATA=folder)
    visit = open_visit(open_page, app, {"q": "堺市", "time": "evening"})
    page, frame = visit.page, await_map(visit.page)
    expect(frame.locator(VENUES)).to_have_count(2)
    expect_markers(frame, ["Sakai, Osaka"])
    assert (
        frame.locator(VENUES).evaluate_all(SHAPES)
        == [{"width": FINGER, "height": FINGER, "hit": True, "turned": True}] * 2
    )
    names = [venue.get_attribute("aria-label") for venue in frame.locator(VENUES).all()]
    assert names == [f"Place of a class: 会館{HOSTILE}", "Place of a class: 公民館"]
    press_first_venue(visit, frame)
    assert [found for checked in check_frames(page) for found in checked.violations] == []
    page.keyboard.press("Escape")
    expect(frame.locator(POPUP)).to_have_count(0)
    expect(frame.locator(VENUES).first).to_be_focused()
    assert "city=" not in page.url
    page.keyboard.press("Tab")
    expect(frame.locator(VENUES).nth(1)).to_be_focused()
    page.keyboard.press("Space")
    expect(frame.locator(POPUP).locator("h2")).to_have_text("公民館")
    frame.get_by_role("button", name="Open the card of Sakai").press("Enter")
    expect(page).to_have_url(re.compile("city=sakai"))
    expect_card(page, "Sakai")
    expect_popup(frame, "Sakai")
    check_documents(visit)

    page.goto(f"{app.url}/")
    frame = await_map(page)
    expect_markers(frame, list(CITIES))
    expect(frame.locator(VENUES)).to_have_count(0)  # they would lie on one another
    frame.get_by_role("button", name="Where classes are held").click()
    expect(frame.locator(VENUES)).to_have_count(2)
    expect(frame.locator(MARKERS)).to_have_count(20)
    check_documents(visit)
