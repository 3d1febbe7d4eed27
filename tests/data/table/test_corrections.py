"""Corrections are applied visibly, and only where they still fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.table.table import read_table
from tests.data.tables import write_table

HEADER = "code,city,field,source_value,better_value,applied,reason,source\n"
OSAKA = ("1", "Osaka", "Osaka", "Division A Board B", "https://a.jp/ https://old.jp/", "x[at]a.jp", "https://c.jp/ (C)")


@pytest.mark.parametrize(
    ("row", "departments", "websites", "emails"),
    [
        (
            "271004,Osaka,department,Division A Board B,Division A | Board B,yes,Two in one.,The row.",
            ("Division A", "Board B"),
            ["https://a.jp/", "https://old.jp/"],
            ("x@a.jp",),
        ),
        (
            "271004,大阪市,website,https://old.jp/,https://new.jp/ | https://newer.jp/,yes,Moved.,A notice.",
            ("Division A Board B",),
            ["https://a.jp/", "https://new.jp/", "https://newer.jp/"],
            ("x@a.jp",),
        ),
        (
            "271004,City of Osaka,email,x[at]a.jp,y@a.jp,yes,Changed.,A notice.",
            ("Division A Board B",),
            ["https://a.jp/", "https://old.jp/"],
            ("y@a.jp",),
        ),
        (
            "271004,Osaka,website,old.jp,new.jp,no,Only doubted.,A guess.",
            ("Division A Board B",),
            ["https://a.jp/", "https://old.jp/"],
            ("x@a.jp",),
        ),
    ],
)
def test_a_better_value_is_used_only_where_it_is_to_be(
    tmp_path: Path, row: str, departments: tuple[str, ...], websites: list[str], emails: tuple[str, ...]
) -> None:
    """An applied value replaces the source's, a doubt does not; either way both values stay with the city."""
    table = read_table(write_table(tmp_path, [OSAKA], HEADER + row))
    (city,) = table.cities
    assert table.problems == ()
    assert (city.departments, [link.published for link in city.websites], city.emails) == (
        departments,
        websites,
        emails,
    )
    (correction,) = city.corrections
    assert correction.source_value in " ".join(OSAKA)
    assert correction.better_value
    assert correction.row == 2


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("271004,Osaka,website,https://gone.jp/,https://new.jp/,yes,Moved.,A notice.", "source_value"),
        ("271004,Osaka,class,https://old.jp/,,no,Stands in another cell.,A notice.", "source_value"),
        ("271403,Sakai,website,https://a.jp/,,no,Not in the table.,A notice.", "code"),
        ("271005,Osaka,website,https://a.jp/,,no,Wrong check digit.,A notice.", "code"),
        ("271004,Sakai,website,https://a.jp/,,no,Another city.,A notice.", "city"),
        ("271004,Osaka,url,https://a.jp/,,no,No such field.,A notice.", "field"),
        ("271004,Osaka,website,https://a.jp/,,maybe,Neither yes nor no.,A notice.", "applied"),
        ("271004,Osaka,website,https://a.jp/,,yes,Nothing better.,A notice.", "better_value"),
        ("271004,Osaka,website,,https://b.jp/,no,Nothing to replace.,A notice.", "source_value"),
        ("271004,Osaka,website,https://a.jp/,,no,,A notice.", "reason"),
        ("271004,Osaka,website,https://a.jp/,,no,No source.,", "source"),
    ],
)
def test_a_correction_that_does_not_fit_is_named_and_not_used(tmp_path: Path, row: str, column: str) -> None:
    """The table is read as it stands; the problem names the correction's row and column and is not fatal."""
    table = read_table(write_table(tmp_path, [OSAKA], HEADER + row))
    (city,) = table.cities
    assert [link.published for link in city.websites] == ["https://a.jp/", "https://old.jp/"]
    assert city.corrections == ()
    (problem,) = table.problems
    assert (problem.file, problem.row, problem.column, problem.fatal) == ("corrections.csv", 2, column, False)
    assert problem.message
    assert problem.remedy


@pytest.mark.parametrize(
    "text", ["code,city\n271004,Osaka\n", "nothing\n", "\n", '"open', "\ufeff" + HEADER, HEADER + "271004,Osaka\n"]
)
def test_a_broken_corrections_file_costs_no_city(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with corrections.csv, the table is shown as published and the problem told."""
    table = read_table(write_table(tmp_path, [OSAKA], text))
    assert len(table.cities) == 1
    assert bool(table.problems) is not text.endswith(HEADER)
    assert all(problem.file == "corrections.csv" for problem in table.problems)


def test_quotes_and_line_breaks_are_read(tmp_path: Path) -> None:
    """A reason may hold commas, quotation marks and line breaks."""
    row = '271004,Osaka,website,https://a.jp/,,no,"It says ""moved"",\nbut not where.",A notice.\n'
    table = read_table(write_table(tmp_path, [OSAKA], HEADER + row))
    assert table.problems == ()
    assert table.cities[0].corrections[0].reason == 'It says "moved",\nbut not where.'
