"""A city with a dozen classes, in the app: the first in full, the others folded, on a phone and in the dark."""

import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.accessible_views import LIST_TOO_WIDE, await_rest, list_violations
from tests.browser.axe import check_frames
from tests.browser.map_page import CARD, POPUP, await_map, find_app
from tests.browser.server import ROOT, SettingsChanger
from tests.browser.visitor import PageOpener, read_clipboard
from tests.courses import write_courses
from tests.varied_courses import ELSEWHERE, write_dozen

FILES = ("data/cities.tsv", "data/counters.csv", "data/associations.csv", "geocache/coordinates.csv")


def copy_tables(folder: Path) -> None:
    """Copy the shipped tables, and write the classes."""
    for file in FILES:
        shutil.copy(ROOT / file, folder)
    write_courses(folder / "classes.csv", [*write_dozen(), *ELSEWHERE])


def test_a_dozen_classes_fit_a_phone(open_page: PageOpener, set_app: SettingsChanger, tmp_path: Path) -> None:
    """No rule of axe is broken and nothing scrolls sideways, in the dark, folded and unfolded.

    By keyboard the folded ones open; the address of a venue can be copied; popup and list have the classes too.
    """
    copy_tables(tmp_path)
    app = set_app(MADOGUCHI_DATA=tmp_path)
    page, log = open_page(
        "/?lang=en&city=kawasaki&speaks=vi", app=app, viewport="phone", color_scheme="dark", reduced_motion=True
    )
    popup = await_map(page).locator(POPUP)
    expect(popup).to_contain_text("Japanese classes (12)")
    expect(popup).to_contain_text("More classes (9)")
    card = page.locator(CARD)
    courses = card.locator(".mm-course")
    expect(courses.filter(visible=True)).to_have_count(3)
    fields = card.locator("[data-field]").evaluate_all("all => all.map(one => one.dataset.field)")
    assert fields[:2] == ["class", "counter"]
    more, online = card.locator(".mm-course-fold > summary").all()
    expect(more).to_have_text("More classes (9)")
    expect(online).to_have_text("Online classes of other places (1)")
    await_rest(page)
    found = list_violations(check_frames(page), "folded", 2)
    for fold in (more, online):
        fold.focus()
        page.keyboard.press("Enter")
    expect(courses.filter(visible=True)).to_have_count(13)
    assert min(one.bounding_box()["height"] for one in (more, online)) >= 44  # type: ignore[index]
    await_rest(page)
    found += [wide for frame in page.frames for wide in frame.evaluate(LIST_TOO_WIDE)]
    found += list_violations(check_frames(page), "unfolded", 2)
    page.set_viewport_size({"width": 320, "height": 700})
    await_rest(page)
    found += page.evaluate(LIST_TOO_WIDE)
    courses.first.get_by_role("button", name="Copy 川崎市中原区見本町1-2-3").click()
    assert read_clipboard(page) == "川崎市中原区見本町1-2-3"
    page.goto(f"{app.url}/cities?lang=en&prefecture=kanagawa")
    row = find_app(page).locator("#card-kawasaki")
    expect(row.locator(".mm-course-brief")).to_have_count(3)
    row.get_by_role("link", name="More classes (9)").click()
    expect(page.locator(CARD).locator(".mm-course").filter(visible=True)).to_have_count(3)
    assert (found, log.page_errors, log.foreign_requests) == ([], [], [])
