"""A table saved badly while the app runs: visitors keep the last good one, with a word about it, until all is whole."""

import json
import os
import shutil
from pathlib import Path

from playwright.sync_api import expect

from data.folder import locate_files
from tests.browser.map_page import MARKERS, await_map, find_app
from tests.browser.server import RunningApp, SettingsChanger
from tests.browser.visitor import PageOpener
from tests.pages.delivery.client import request

NOTICE = "The newest data could not be read."
SHIPPED = locate_files({})
TABLE = SHIPPED.cities.read_bytes().rstrip(b"\n") + b"\n"
SPOILED = {
    "empty": b"",
    "header only": TABLE.strip().split(b"\n")[0] + b"\n",
    "half": TABLE[: len(TABLE) // 2],
    "binary": os.urandom(5000),
    "removed": None,
}
HIMEJI = b"21\tHyogo\tHimeji\tSection\thttps://h.example.jp/\ta[at]h.example.jp\thttps://h.example.jp/class\n"


def test_a_table_saved_badly_costs_no_visitor_a_city(
    open_page: PageOpener, set_app: SettingsChanger, tmp_path: Path
) -> None:
    """Empty, cut, binary or gone: 20 cities on page, map and download with the notice; then 21 and no notice."""
    files = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    for source, copy in zip(SHIPPED.list_paths(), files.list_paths(), strict=True):
        shutil.copy(source, copy)
    app = set_app(MADOGUCHI_DATA=tmp_path)
    expect_state(app, cities=20, notice=False)
    for content in SPOILED.values():
        files.cities.unlink(missing_ok=True)
        if content is not None:
            files.cities.write_bytes(content)
        expect_state(app, cities=20, notice=True)
    page, _ = open_page("/", app=app)
    expect(await_map(page).locator(MARKERS)).to_have_count(20)
    expect(find_app(page).get_by_text(NOTICE)).to_be_visible()
    files.cities.write_bytes(TABLE + HIMEJI)
    expect_state(app, cities=21, notice=False)
    page.reload()
    await_map(page)
    expect(find_app(page).get_by_text("21 cities", exact=True)).to_be_visible()
    expect(find_app(page).get_by_text(NOTICE)).to_have_count(0)
    assert "Traceback" not in app.log()
    assert app.log().count("The tables were saved badly") >= len(SPOILED) - 1  # an error that stays is told once
    assert "The new tables are whole and are shown." in app.log()


def expect_state(app: RunningApp, *, cities: int, notice: bool) -> None:
    """Page, download and health agree on how many cities there are and whether newer data could not be read."""
    assert (NOTICE in request(app.url, "/").body.decode()) is notice
    download = request(app.url, "/data/cities.json")
    assert len(json.loads(download.body)["cities"]) == cities
    health = json.loads(request(app.url, "/healthz").body)
    assert (health["status"], health["data"]["cities"]) == ("degraded" if notice else "ok", cities)
    assert bool(health["data"]["problems"]) is notice
