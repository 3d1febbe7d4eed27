"""What fails costs itself alone, and is back when its cause is gone, without a restart: shown on the app as it runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.boundaries import PREFECTURES_FILE
from tests.browser.dressed import clean_folder, expect_dressed
from tests.browser.map_page import await_map
from tests.browser.server import RunningApp, SettingsChanger, start_app
from tests.browser.visitor import PageOpener
from tests.pages.delivery.client import request

ESPERANTO = '# Name: Esperanto\nmsgid ""\nmsgstr ""\n"Language: eo\\n"\n\nmsgid "Map"\nmsgstr "Mapo"\n'


@pytest.fixture
def poor_app(tmp_path: Path) -> Iterator[RunningApp]:
    """The app without a place to write to, home or UTF-8, with broken outlines and a broken catalogue."""
    (tmp_path / "full").write_bytes(b"")
    (tmp_path / "prefectures.geojson").write_text("{", encoding="utf-8")
    (tmp_path / "eo.po").write_text(ESPERANTO[:-20], encoding="utf-8")
    environment = {
        "POOR_TEMP": str(tmp_path / "full"),
        "POOR_OUTLINES": str(tmp_path / "prefectures.geojson"),
        "MADOGUCHI_LANGUAGES": str(tmp_path),
        "HOME": str(tmp_path / "nowhere"),
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",  # a host of long ago
    }
    with start_app("tests/browser/poor_app.py", environment=environment) as running:
        yield running


def test_a_cleaned_temporary_folder_undresses_nobody(
    open_page: PageOpener, set_app: SettingsChanger, temporary: Path
) -> None:
    """Whoever comes next gets styles, scripts and map, with delivery."""
    app = set_app()
    for _ in range(2):
        page, log = open_page("/", app=app)
        expect_dressed(page)
        assert not log.page_errors
        clean_folder(temporary)


def test_what_is_broken_costs_itself_alone_and_heals(
    open_page: PageOpener, poor_app: RunningApp, tmp_path: Path
) -> None:
    """No room to write, no outlines, no catalogue: the page comes with its cities; then all of it is back."""
    page, log = open_page("/", app=poor_app)
    expect_dressed(page)
    assert page.locator('a[hreflang="eo"]').count() == 0
    assert await_map(page).locator("path.mm-prefecture").count() == 0
    assert not log.page_errors
    told = poor_app.log()
    for part in ("folder of scripts and styles", "outlines prefectures.geojson", "language eo"):
        assert f"The pages do without {part!r}" in told
    for address, text in {"/cities": "札幌市", "/data/cities.csv": "札幌市", "/healthz": "language eo"}.items():
        assert text in request(f"{poor_app.url}", address).body.decode()
    (tmp_path / "prefectures.geojson").write_bytes(PREFECTURES_FILE.read_bytes())
    (tmp_path / "eo.po").write_text(ESPERANTO, encoding="utf-8")
    page, _log = open_page("/?lang=eo", app=poor_app)
    expect(page.locator("html")).to_have_attribute("lang", "eo")
    expect(await_map(page).locator("path.mm-prefecture").nth(46)).to_be_attached()
    assert "again" in poor_app.log()
