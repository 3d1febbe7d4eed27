"""Associations and counters: a row that fits is read whole, one that does not costs only itself and says why."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.offices import Source
from data.records import Problem
from data.table.associations import read_associations
from data.table.counters import read_counters
from data.table.links import is_safe_url
from data.table.offices import read_offices
from tests.hostile import FORMULAS, SEPARATORS, TEXTS, UNWRITABLE

ASSOCIATION = {
    "code": "141003",
    "city": "横浜市",
    "kind": "association",
    "name": "横浜市国際交流協会",
    "name_en": "",
    "url": "https://www.yokeweb.com/",
    "other_address": "",
    "offers": "classes; class list",
    "in_list": "yes",
    "sure": "fair",
    "source": "https://note.com/yokeyokohama",
    "date": "",
}
COUNTER = {
    "code": "010006",
    "city": "北海道",
    "name": "北海道外国人相談センター",
    "name_en": "",
    "address": "札幌市中央区",
    "phones": "011-200-9595",
    "phone_kind": "yes",
    "days": "月火水木金",
    "hours": "9:00-12:00 13:00-17:00",
    "closed": "",
    "languages": "en zh",
    "phone_languages": "",
    "language_notes": "by day",
    "note": "",
    "url": "https://www.hiecc.or.jp/soudan/",
    "sure": "good",
    "source": "https://www.moj.go.jp/isa/content/001424630.pdf",
    "date": "2024-07",
    "source2": "",
    "date2": "",
}


def write(path: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    """Write rows as CSV."""
    text = StringIO()
    table = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def list_columns(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    """List where problems are, each with a message and a remedy."""
    assert all(problem.message and problem.remedy and not problem.fatal for problem in problems)
    return [(problem.file, problem.row, problem.column) for problem in problems]


def test_an_association_is_read_whole(tmp_path: Path) -> None:
    """Every cell has its place in the record."""
    (found,), problems = read_associations(write(tmp_path / "associations.csv", ASSOCIATION))
    assert problems == ()
    assert (found.code, found.place.kind, found.kind, found.in_list) == ("141003", "city", "association", True)
    assert (found.offers, found.source, found.row) == (("classes", "class list"), Source(ASSOCIATION["source"]), 2)


def test_a_counter_is_read_whole(tmp_path: Path) -> None:
    """Every cell has its place in the record; the second source is optional."""
    (found,), problems = read_counters(write(tmp_path / "counters.csv", COUNTER))
    assert problems == ()
    assert (found.place.kind, found.phones, found.phone_kind) == ("prefecture", ("011-200-9595",), "yes")
    assert (found.languages, found.phone_languages, found.language_notes) == (("en", "zh"), (), ("by day",))
    assert (found.sources, found.is_reachable) == ((Source(COUNTER["source"], "2024-07"),), True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_other_encodings_are_read_and_codes_mended(tmp_path: Path, encoding: str) -> None:
    """As a spreadsheet saves it: without the leading zero, in its own encoding, with full-width digits."""
    row = COUNTER | {"code": "10006", "phones": "０１１−２００−９５９５", "phone_kind": "Yes"}
    (found,), problems = read_counters(write(tmp_path / "counters.csv", row, encoding=encoding))
    assert (found.code, found.phones, found.phone_kind) == ("010006", ("011-200-9595",), "yes")
    assert "code" in {problem.column for problem in problems}


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"code": "141004"}, ["code"]),
        ({"code": "999999"}, ["code"]),
        ({"city": "川崎市"}, ["city"]),
        ({"kind": "club"}, ["kind"]),
        ({"in_list": "perhaps"}, ["in_list"]),
        ({"sure": "A"}, ["sure"]),
        ({"name": "", "source": " "}, ["name", "source"]),
        ({"url": ""}, ["url"]),
        ({"url": "javascript:alert(1)"}, ["url"]),
        ({"url": "https://user:pw@evil.example/"}, ["url"]),
        ({"offers": "lunch"}, ["offers"]),
        ({"date": "3024"}, ["date"]),
        ({"date": "last year"}, ["date"]),
    ],
)
def test_a_wrong_association_is_named(tmp_path: Path, cells: dict[str, str], columns: list[str]) -> None:
    """All that is wrong at once, with file, row and column; the row beside it is used."""
    found, problems = read_associations(write(tmp_path / "associations.csv", ASSOCIATION | cells, ASSOCIATION))
    assert list_columns(problems) == [("associations.csv", 2, column) for column in columns]
    assert [row.row for row in found] == [3]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"code": "010007"}, ["code"]),
        ({"name": ""}, ["name"]),
        ({"phones": "090-1234-5678"}, ["phones"]),
        ({"phones": "080-1234-5678; 011-200-9595"}, ["phones"]),
        ({"phones": "070-123-4567"}, ["phones"]),
        ({"phones": "+81 11 200 9595"}, ["phones"]),
        ({"phones": "0112009595"}, ["phones"]),
        ({"phones": "011-200-9595 (9:00-)"}, ["phones"]),
        ({"phone_kind": ""}, ["phone_kind"]),
        ({"phone_kind": "surely"}, ["phone_kind"]),
        ({"phones": ""}, ["phone_kind"]),
        ({"days": "every day"}, ["days"]),
        ({"closed": "sometimes"}, ["closed"]),
        ({"languages": "en xx"}, ["languages"]),
        ({"phone_languages": "Englisch"}, ["phone_languages"]),
        ({"language_notes": "loudly"}, ["language_notes"]),
        ({"url": "data:text/html,x"}, ["url"]),
        ({"source": "a leaflet"}, ["source"]),
        ({"date": "2024-13", "date2": "soon"}, ["date", "date2"]),
        ({"sure": ""}, ["sure"]),
    ],
)
def test_a_wrong_counter_is_named(tmp_path: Path, cells: dict[str, str], columns: list[str]) -> None:
    """All that is wrong at once; somebody's mobile number is no office's; the row beside it is used."""
    found, problems = read_counters(write(tmp_path / "counters.csv", COUNTER | cells, COUNTER))
    assert list_columns(problems) == [("counters.csv", 2, column) for column in columns]
    assert [row.row for row in found] == [3]


def test_hours_in_words_are_no_problem(tmp_path: Path) -> None:
    """They are shown as written."""
    (found,), problems = read_counters(write(tmp_path / "counters.csv", COUNTER | {"hours": "曜日ごとに異なります"}))
    assert (found.hours, problems) == ("曜日ごとに異なります", ())


def test_no_file_means_none(tmp_path: Path) -> None:
    """A folder of somebody's own need not have the tables."""
    offices, problems = read_offices(locate_files({"MADOGUCHI_DATA": str(tmp_path)}))
    assert (offices.associations, offices.counters, problems) == ((), (), ())


def test_a_missing_column_is_told_once(tmp_path: Path) -> None:
    """Nothing of such a file is used."""
    row = {column: cell for column, cell in COUNTER.items() if column != "phone_kind"}
    found, problems = read_counters(write(tmp_path / "counters.csv", row))
    assert found == ()
    assert ["phone_kind" in problem.message for problem in problems] == [True]


HOSTILE = st.one_of(st.text(max_size=20), st.sampled_from((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE)))


@given(st.dictionaries(st.sampled_from(list(COUNTER)), HOSTILE, min_size=1, max_size=3))
def test_hostile_cells_never_raise(tmp_path_factory: pytest.TempPathFactory, cells: dict[str, str]) -> None:
    """Whatever a cell holds, the other row stays, and what can be opened or called is safe."""
    text = StringIO()
    table = csv.DictWriter(text, list(COUNTER), lineterminator="\n")
    table.writeheader()
    table.writerows([COUNTER, COUNTER | cells])
    path = tmp_path_factory.mktemp("hostile") / "counters.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    found, _ = read_counters(path)
    assert all(row.url is None or is_safe_url(row.url) for row in found)
    assert all(re.fullmatch("[0-9-]+", phone) for row in found for phone in row.phones)
