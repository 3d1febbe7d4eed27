"""What fails for a visitor has a number, on the page and in the log, and the log has nothing of the visitor."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import find_app
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import PageOpener
from tests.pages.delivery.client import request

SEARCH = "himitsu"  # what tests/browser/failing_app.py repeats in its errors
LINE = re.compile(r'time=\S+ level=\w+ logger=\S+ event=(\S+|"(?:[^"\\]|\\.)*")( \w+=(\S+|"(?:[^"\\]|\\.)*"))*')


@pytest.fixture(scope="module")
def failing_app() -> Iterator[RunningApp]:
    """The app in which some pages break."""
    with start_app("tests/browser/failing_app.py") as running:
        yield running


def find_line(app: RunningApp, number: str) -> str:
    """Find the line of the log that has the number."""
    (line,) = [line for line in app.log().splitlines() if f"incident={number}" in line]
    return line


@pytest.mark.parametrize(
    ("path", "words", "place"),
    [
        (f"/about?q={SEARCH}", "If you report this, name the number", "pages/about.py"),
        (f"/cities?q={SEARCH}&lang=vi", "Nếu bạn báo lỗi này, hãy cho biết số", "pages/main.py"),
    ],
)
def test_a_page_that_fails_tells_its_number(
    open_page: PageOpener, failing_app: RunningApp, path: str, words: str, place: str
) -> None:
    """In the page itself and in the frame around it: plain words in the reader's language; the log knows the place."""
    page, _log = open_page(path, app=failing_app)
    note = find_app(page).get_by_text(words)
    expect(note).to_have_count(1)
    (number,) = re.findall(r"\d{4}-\d{4}", note.inner_text())
    line = find_line(failing_app, number)
    assert "error=ValueError" in line
    assert place in line
    expect(find_app(page).get_by_test_id("stException")).to_have_count(0)


def test_an_answer_that_fails_tells_its_number(failing_app: RunningApp) -> None:
    """A sheet that cannot be drawn is 500 with a page for people, a line for programs, and the same number."""
    page = request(failing_app.url, f"/sheet?q={SEARCH}&lang=ja", {"Accept": "text/html"})
    text = request(failing_app.url, f"/sheet?q={SEARCH}")
    head = request(failing_app.url, "/sheet", method="HEAD")
    assert (page.status, text.status, head.status, head.body) == (500, 500, 500, b"")
    numbers = {*re.findall(r"\d{4}-\d{4}", page.body.decode()), *re.findall(r"\d{4}-\d{4}", text.body.decode())}
    assert len(numbers) == 1
    assert "問題が起きました。" in page.body.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Security-Policy"]


def test_the_log_is_lines_without_anything_of_a_visitor(failing_app: RunningApp) -> None:
    """Each event is one line of name=value; no search, no address of a visitor, no traceback."""
    request(failing_app.url, f"/sheet?q={SEARCH}", {"X-Forwarded-For": "203.0.113.77"})
    told = failing_app.log()
    assert SEARCH not in told
    assert "203.0.113.77" not in told
    assert "Traceback" not in told
    lines = [line for line in told.splitlines() if "=" in line]
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert len(lines) > 3
