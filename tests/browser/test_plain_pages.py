"""`streamlit run pages/main.py`: the pages without the app object, and so without all that delivery adds."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.dressed import clean_folder, expect_dressed
from tests.browser.map_page import MARKERS, await_map, expect_card, expect_popup, find_app
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import PageOpener


@pytest.fixture(scope="module")
def plain_app(temporary: Path) -> Iterator[RunningApp]:
    """The pages alone."""
    with start_app("pages/main.py", environment={"TMPDIR": str(temporary)}) as running:
        yield running


def test_the_pages_run_without_the_app_object(open_page: PageOpener, plain_app: RunningApp) -> None:
    """They show the same map and the same list."""
    page, log = open_page("/?city=kobe", app=plain_app)
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect_popup(frame, "Kobe")
    page.locator("#root .mm-pages").get_by_role("link", name="List").click()
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(19)
    expect_card(page, "Kobe")
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
    assert "Traceback" not in plain_app.log()


def test_a_drawer_is_closed_at_first_without_delivery(open_page: PageOpener, plain_app: RunningApp) -> None:
    """There is no first view; a drawer opened before closes there as well."""
    page, _ = open_page("", app=plain_app, viewport="phone")
    page.add_init_script("localStorage.setItem('stSidebarCollapsed-', 'false');")
    page.goto(f"{plain_app.url}/?city=sakai")
    expect_card(page, "Sakai")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(find_app(page).get_by_role("button", name=re.compile("^Filter$"))).to_be_visible()


def test_a_cleaned_temporary_folder_undresses_nobody(
    open_page: PageOpener, temporary: Path, plain_app: RunningApp
) -> None:
    """Whoever comes next gets styles, scripts and map, without delivery."""
    page, _log = open_page("/", app=plain_app)
    expect_dressed(page)
    clean_folder(temporary)
    page, log = open_page("/", app=plain_app)
    expect_dressed(page)
    assert not log.page_errors
