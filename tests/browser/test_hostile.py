"""Text of any cell stays text: no template runs on the server, no script in the browser, no marker is lost."""

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.folder import locate_files
from data.table.courses import read_courses
from data.table.offices import read_offices
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from tests.browser.edition_site import Site, serve_folder
from tests.browser.facts import Facts, read_cards, read_facts, read_popups
from tests.browser.hostile_visit import (
    SHOWN,
    build_rows,
    check_documents,
    open_visit,
    read_rows,
    spoil_courses,
    spoil_offices,
)
from tests.browser.map_page import (
    CARD,
    CITIES,
    MARKERS,
    POPUP,
    await_map,
    choose_in_list,
    expect_card,
    find_app,
    find_search,
)
from tests.browser.server import RunningApp, SettingsChanger
from tests.browser.visitor import PageOpener
from tests.conftest import DataFolderMaker
from tests.hostile import TEXTS

OFFSETS = (0, 20)  # with both, every text stands in every column


@pytest.mark.parametrize("offset", OFFSETS)
def test_hostile_cells_are_shown_as_text(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker, tmp_path: Path, offset: int
) -> None:
    """Every hostile cell reads in popup, card and list exactly as in the table; nothing runs anywhere."""
    trace = tmp_path / "trace"
    folder = make_data_folder(build_rows(offset, trace))
    app = set_app(MADOGUCHI_DATA=folder)
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
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker, tmp_path: Path
) -> None:
    """A row whose Prefecture or City is no place is quoted in a box as it stands; the other rows are on the map."""
    trace = tmp_path / "trace"
    texts = [text.replace("PATH", str(trace)) for text in TEXTS[:20]]
    rows = read_rows()
    for number, text in enumerate(texts):
        rows.append(rows[0] | {"No.": "99", ("Prefecture", "City")[number % 2]: text})
    folder = make_data_folder(rows)
    app = set_app(MADOGUCHI_DATA=folder)
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


def test_hostile_offices_are_shown_as_text(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker, tmp_path: Path
) -> None:
    """Counters and associations by hostile names, on the map, in cards, list and JSON-LD: nothing runs."""
    trace = tmp_path / "trace"
    folder = make_data_folder(read_rows())
    spoil_offices(folder, trace)
    offices, problems = read_offices(locate_files({"MADOGUCHI_DATA": str(folder)}))
    names = {counter.name_en or counter.name for counter in offices.counters if counter.place.kind != "prefecture"}
    app = set_app(MADOGUCHI_DATA=folder)
    visit = open_visit(open_page, app, params={"prefecture": "nagano", "lang": "en"})
    await_map(visit.page)
    check_documents(visit)
    visit.page.goto(f"{app.url}/?lang=en&city=kumamoto")
    frame = await_map(visit.page)
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(frame.locator(POPUP)).to_contain_text("Kumamoto")
    [kumamoto] = [counter for counter in offices.counters if counter.code == "431001"]
    told = json.loads(visit.page.locator("script[type='application/ld+json']").text_content() or "")
    points = told["@graph"][0]["contactPoint"]
    assert kumamoto.name in {point.get("name") for point in points}
    check_documents(visit)
    visit.page.goto(f"{app.url}/cities?lang=en")
    assert list(read_cards(visit.page)) == list(CITIES)
    shown = "\n".join(find_app(visit.page).locator(".mm-card .mm-text, .mm-card .mm-link").all_text_contents())
    assert {name for name in names if name not in shown} == set()
    check_documents(visit)
    assert "Traceback" not in app.log()
    assert (problems, trace.exists()) == ((), False)


def test_hostile_classes_are_shown_as_text(
    open_page: PageOpener, set_app: SettingsChanger, make_data_folder: DataFolderMaker, tmp_path: Path
) -> None:
    """Classes with hostile cells, found by a filter, on card, map and sheet: nothing runs, no marker is lost."""
    trace = tmp_path / "trace"
    folder = make_data_folder(read_rows())
    spoil_courses(folder, trace)
    courses, _ = read_courses(folder / "classes.csv")
    assert len(courses) > 30  # a name that holds an e-mail address is refused
    app = set_app(MADOGUCHI_DATA=folder)
    visit = open_visit(open_page, app, params={"day": "sat", "prefecture": "osaka", "lang": "ja"})
    expect((await_map(visit.page)).locator(MARKERS)).to_have_count(2)
    listed = find_app(visit.page).locator(".mm-courses")
    names = [course.name for course in courses if course.place.prefecture.slug == "osaka"]
    expect(listed).to_be_visible()
    shown = listed.inner_text()
    assert [name for name in names if name.strip() not in shown] == []
    assert len(names) >= 2
    check_documents(visit)
    visit.page.goto(f"{app.url}/?lang=en&q=sakai-osaka&day=sat")
    frame = await_map(visit.page)
    expect(frame.locator(MARKERS)).to_have_count(1)
    frame.locator(".mm-venue").first.press("Enter")
    expect(frame.locator(POPUP).last).to_be_visible()
    check_documents(visit)
    visit.page.goto(f"{app.url}/sheet?lang=en&city=sakai&day=sat")
    check_documents(visit)
    assert "Traceback" not in app.log()
    assert not trace.exists()


def test_an_edition_of_hostile_tables_runs_nothing(
    open_page: PageOpener, make_data_folder: DataFolderMaker, tmp_path: Path
) -> None:
    """Every text of rows, counters and associations hostile: pages, sheets and popups show it, and markers are all."""
    trace = tmp_path / "trace"
    folder = make_data_folder(build_rows(0, trace))
    spoil_offices(folder, trace)
    spoil_courses(folder, trace)
    atlas = load_atlas(locate_files({"MADOGUCHI_DATA": str(folder)}))
    write_edition(tmp_path / "site", Edition(atlas, "https://example.org", datetime.date(2026, 4, 1), ("en",)))
    with serve_folder(tmp_path / "site") as site:
        visit = open_visit(open_page, Site(site))
        for path in ("/", "/en/cities/", "/en/about/", "/en/sheet/", "/en/city/osaka/", "/en/prefecture/hyogo/"):
            answer = visit.page.goto(site + path)
            assert answer is not None
            assert (answer.status, path) == (200, path)
            if visit.page.locator(".st-map").count():
                expect(visit.page.locator(".st-map[data-shown]")).to_have_count(1)
            check_documents(visit)
        visit.page.goto(f"{site}/en/")
        frame = visit.page.frame_locator(".st-map iframe")
        expect(frame.locator(MARKERS)).to_have_count(20)
        frame.locator(MARKERS).first.press("Enter")
        expect(frame.locator(POPUP)).to_be_visible()
        check_documents(visit)
    assert not trace.exists()


@pytest.mark.parametrize("text", ["<img src=x onerror=window.hit=1>", "javascript:alert(1)", "{{7*7}}", "$x^2$ **b**"])
def test_a_hostile_address_is_shown_as_text_or_ignored(open_page: PageOpener, app: RunningApp, text: str) -> None:
    """What comes in through the address is no more code than what comes in through the table."""
    visit = open_visit(open_page, app, params={"q": text, "city": text, "prefecture": text})
    frame = await_map(visit.page)
    expect(find_app(visit.page).get_by_text("Nothing found.")).to_be_visible()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(find_search(visit.page)).to_have_value(text)
    check_documents(visit)


def read_cells(folder: Path) -> list[list[list[str]]]:
    """What each row should show in each section: its cell, as text."""
    return [[[row[column].strip()] for column in SHOWN] for row in read_rows(folder)]


def list_texts(facts: Facts) -> list[list[str]]:
    """What each section shows; a link among hostile texts shows its address."""
    return [[line.href or line.text for line in section.lines] for section in facts.sections]


def test_the_texts_reach_every_column() -> None:
    """Both tables together hold each hostile text in each column."""
    seen: dict[str, set[str]] = {column: set() for column in SHOWN}
    for offset in OFFSETS:
        for row in build_rows(offset, Path("PATH")):
            for column in SHOWN:
                seen[column].add(row[column])
    assert [column for column, texts in seen.items() if set(TEXTS) - texts] == []
