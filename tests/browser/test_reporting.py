"""A reader says that a line is wrong, to whom it reaches."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, expect

from data.folder import locate_files
from data.table.offices import read_offices
from data.table.table import read_table
from pages.answers.offices import choose_own
from tests.browser.asking_screen import open_screen
from tests.browser.map_page import CARD
from tests.browser.server import RunningApp, SettingsChanger
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

CITIES = {city.slug: city for city in read_table(locate_files({})).cities}


@pytest.fixture
def report_app(set_app: SettingsChanger) -> RunningApp:
    """The app with somebody who receives reports."""
    return set_app(MADOGUCHI_REPORT_TO="reports@example.jp")


def read_report(screen: Locator, line: str) -> str:
    """Choose a line to report; read the letter that the link opens."""
    screen.locator(f'[name="mm-ask-line"][value="{line}"]').check()
    url = screen.locator("[data-report-link]").get_attribute("href") or ""
    assert url.startswith("mailto:reports@example.jp?subject=")
    return unquote(url)


def test_a_line_is_reported_as_it_is_shown(open_page: PageOpener, report_app: RunningApp) -> None:
    """The report holds the line that is chosen, with what the card shows there."""
    page, _ = open_page("/?lang=vi&city=osaka", app=report_app)
    letter = read_report(open_screen(page, "report"), "email")
    assert f"サイトの表示：{' | '.join(CITIES['osaka'].emails)}\r\n" in letter
    assert "「メールアドレス」の記載の誤りについて（大阪市）" in letter


def test_a_part_of_a_counter_is_reported_as_it_is_shown(open_page: PageOpener, report_app: RunningApp) -> None:
    """Its number or its page alone; the lines that are neither as they stand, without their readings."""
    page, _ = open_page("/?lang=ja-easy&city=kobe", app=report_app)
    screen = open_screen(page, "report")
    (counter,) = choose_own(read_offices(locate_files({}))[0], CITIES["kobe"].place).counters
    parts = {"page": ("ウェブサイト", counter.url), "phone": ("電話番号", " | ".join(counter.phones))}
    for part, (ja, shown) in parts.items():
        letter = read_report(screen, f"counter-{part}")
        assert f"「外国人相談窓口：{ja}」の記載の誤りについて（神戸市）" in letter
        assert f"サイトの表示：{shown}\r\n" in letter
    assert "話せる ことば：ネパール語、タイ語、インドネシア語" in read_report(screen, "counter-languages")


def test_without_a_receiver_no_report_is_offered(stay: Stay) -> None:
    """Nobody is invented to write to, and no reader is sent to a programmer's text."""
    page, _ = stay("/?city=osaka")
    expect(page.locator(CARD).locator('[data-ask="letter"]').first).to_be_visible()
    expect(page.locator('#root [data-ask="report"]')).to_have_count(0)
