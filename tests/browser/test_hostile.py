"""Text of any cell stays text: no template runs on the server, no script in the browser, no marker is lost."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Dialog, Page, expect

from data.table.table import COLUMNS
from tests.browser.map_page import (
    CARD,
    CITIES,
    MARKERS,
    Facts,
    await_map,
    choose_in_list,
    expect_card,
    find_app,
    read_cards,
    read_facts,
    read_popups,
)
from tests.browser.profiles import PageLog
from tests.browser.server import ROOT, RunningApp, start_app
from tests.browser.visitor import PageOpener
from tests.conftest import DataFolderMaker
from tests.hostile import TEXTS

DEPARTMENT, URL, EMAIL, CLASSES = COLUMNS[3:]
SHOWN = (CLASSES, DEPARTMENT, EMAIL, URL)  # the order of a card's sections
OFFSETS = (0, 20)  # with both, every text stands in every column

INSPECT_DOCUMENT = """() => ({
  hit: window.hit ?? null,
  links: [...document.querySelectorAll("a[href]")].map(link => link.href),
  pictures: document.querySelectorAll("img[src=x]").length,
})"""


@dataclass
class Visit:
    """A page on a hostile table, and the dialogs that it opened."""

    page: Page
    log: PageLog
    dialogs: list[str] = field(default_factory=list)

    def note_dialog(self, dialog: Dialog) -> None:
        """Close a dialog and remember it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.mark.parametrize("offset", OFFSETS)
def test_hostile_cells_are_shown_as_text(
    open_page: PageOpener, make_data_folder: DataFolderMaker, tmp_path: Path, offset: int
) -> None:
    """Every hostile cell reads in popup, card and list exactly as in the table; nothing runs anywhere."""
    trace = tmp_path / "trace"
    folder = make_data_folder(build_rows(offset, trace))
    with start_app(environment={"MADOGUCHI_DATA": str(folder)}) as app:
        visit = open_visit(open_page, app)
        frame = await_map(visit.page)
        expect(frame.locator(MARKERS)).to_have_count(20)
        expected = dict(zip(CITIES, read_cells(folder), strict=True))
        popups = read_popups(visit.page, frame)
        assert {name: list_texts(facts) for name, facts in popups.items()} == expected
        choose_in_list(visit.page, "Kumamoto")
        expect_card(visit.page, "Kumamoto")
        assert list_texts(read_facts(visit.page.locator(CARD))) == expected["Kumamoto, Kumamoto"]
        check_documents(visit)
        visit.page.goto(f"{app.url}/cities")
        cards = read_cards(visit.page)
        assert {name: list_texts(facts) for name, facts in cards.items()} == expected
        check_documents(visit)
        assert "Traceback" not in app.log()
    assert not trace.exists()


def test_hostile_names_are_named_as_text_and_the_rest_is_shown(
    open_page: PageOpener, make_data_folder: DataFolderMaker, tmp_path: Path
) -> None:
    """A row whose Prefecture or City is no place is quoted in a box as it stands; the other rows are on the map."""
    trace = tmp_path / "trace"
    texts = [text.replace("PATH", str(trace)) for text in TEXTS[:20]]
    rows = read_rows()
    for number, text in enumerate(texts):
        rows.append(rows[0] | {"No.": "99", ("Prefecture", "City")[number % 2]: text})
    folder = make_data_folder(rows)
    with start_app(environment={"MADOGUCHI_DATA": str(folder)}) as app:
        visit = open_visit(open_page, app)
        frame = await_map(visit.page)
        expect(frame.locator(MARKERS)).to_have_count(20)
        named = visit.page.locator(".mm-problems li")
        expect(named).to_have_count(20)
        wrong = [row[("Prefecture", "City")[number % 2]] for number, row in enumerate(read_rows(folder)[20:])]
        for text, shown in zip(wrong, named.all_text_contents(), strict=True):
            assert f"found {text!r}" in shown
        check_documents(visit)
        visit.page.goto(f"{app.url}/cities")
        assert list(read_cards(visit.page)) == list(CITIES)
        check_documents(visit)
        assert "Traceback" not in app.log()
    assert not trace.exists()


@pytest.mark.parametrize("text", ["<img src=x onerror=window.hit=1>", "javascript:alert(1)", "{{7*7}}", "$x^2$ **b**"])
def test_a_hostile_address_is_shown_as_text_or_ignored(open_page: PageOpener, app: RunningApp, text: str) -> None:
    """What comes in through the address is no more code than what comes in through the table."""
    visit = open_visit(open_page, app, params={"q": text, "city": text, "prefecture": text})
    frame = await_map(visit.page)
    expect(find_app(visit.page).get_by_text("Nothing found.")).to_be_visible()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(find_app(visit.page).get_by_label("Search")).to_have_value(text)
    check_documents(visit)


def read_rows(folder: Path = ROOT / "data") -> list[dict[str, str]]:
    """The rows of a table, as a spreadsheet reads them: without the quotes around a cell."""
    lines = (folder / "cities.tsv").read_text(encoding="utf-8").strip("\n").split("\n")
    cells = csv.reader((line for line in lines if line.strip()), delimiter="\t")
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells][1:]


def build_rows(offset: int, trace: Path) -> Iterator[dict[str, str]]:
    """The shipped rows with a hostile text in every cell but number, Prefecture and City."""
    texts = [text.replace("PATH", str(trace)) for text in TEXTS]
    for number, row in enumerate(read_rows()):
        places = ((number + offset + 7 * place) % len(texts) for place in range(len(SHOWN)))
        yield row | dict(zip(SHOWN, (texts[place] for place in places), strict=True))


def read_cells(folder: Path) -> list[list[list[str]]]:
    """What each row should show in each section: its cell, as text."""
    return [[[row[column].strip()] for column in SHOWN] for row in read_rows(folder)]


def list_texts(facts: Facts) -> list[list[str]]:
    """What each section shows; a link among hostile texts shows its address."""
    return [[line.href or line.text for line in section.lines] for section in facts.sections]


def open_visit(open_page: PageOpener, app: RunningApp, params: dict[str, str] | None = None) -> Visit:
    """Open the map with an eye on everything that could run."""
    page, log = open_page("", app=app)
    visit = Visit(page, log)
    page.on("dialog", visit.note_dialog)
    page.goto(f"{app.url}/?{urlencode(params or {})}")
    return visit


def check_documents(visit: Visit) -> None:
    """No script of a cell has run, no element of a cell exists, no link leads where none may lead."""
    for frame in visit.page.frames:
        found: dict[str, Any] = frame.evaluate(INSPECT_DOCUMENT)
        assert (found["hit"], found["pictures"]) == (None, 0)
        targets = {urlsplit(link) for link in found["links"]}
        assert {target.scheme for target in targets} <= {"http", "https", "mailto"}
        assert [target for target in targets if "evil.example" in target.netloc] == []
    assert (visit.dialogs, visit.log.foreign_requests, visit.log.page_errors) == ([], [], [])


def test_the_texts_reach_every_column() -> None:
    """Both tables together hold each hostile text in each column."""
    seen: dict[str, set[str]] = {column: set() for column in SHOWN}
    for offset in OFFSETS:
        for row in build_rows(offset, Path("PATH")):
            for column in SHOWN:
                seen[column].add(row[column])
    assert [column for column, texts in seen.items() if set(TEXTS) - texts] == []
