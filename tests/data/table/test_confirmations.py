"""What cities confirmed is shown only while the very same cell stands in the table."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.folder import DataFiles, locate_files
from data.records import Check
from data.table.table import read_table
from tests.data.tables import write_table

HEADER = "code,city,field,value,date,role,evidence\n"
SAKAI = ("1", "Osaka", "Sakai", "Division A", "https://a.jp/", "x[at]a.jp", "https://c.jp/ (C)")


def write_checks(folder: Path, text: str) -> DataFiles:
    """Write a table of one city with these confirmations."""
    files = write_table(folder, [SAKAI])
    files.checks.write_text(text, encoding="utf-8")
    return files


def test_a_confirmation_stands_with_its_city(tmp_path: Path) -> None:
    """A row that fits is read whole; quotation marks and line breaks in it are text."""
    row = '271403,堺市,email,x[at]a.jp,2026-04-01,"Staff, Division A","Answer:\n""yes"""\n'
    table = read_table(write_checks(tmp_path, HEADER + row))
    evidence = 'Answer:\n"yes"'
    expected = Check("271403", "email", "x[at]a.jp", "2026-04-01", "Staff, Division A", evidence, 3)
    assert (table.problems, table.cities[0].checks) == ((), (expected,))


@pytest.mark.parametrize("text", [None, HEADER])
def test_none_is_no_problem(tmp_path: Path, text: str | None) -> None:
    """Without the file, or with its header alone, nothing is confirmed and nothing is wrong."""
    files = write_table(tmp_path, [SAKAI])
    if text:
        files.checks.write_text(text, encoding="utf-8")
    table = read_table(files)
    assert (table.problems, table.cities[0].checks) == ((), ())


def test_the_shipped_file_confirms_nothing_yet() -> None:
    """No city has confirmed anything so far, and none is invented."""
    table = read_table(locate_files({}))
    assert [city.checks for city in table.cities] == [()] * 20
    assert table.problems == ()


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("271403,Sakai,email,y[at]a.jp,2026-04-01,Staff,A mail.", ["value"]),
        ("271403,Sakai,class,https://c.jp/,2026-04-01,Staff,A part of the cell.", ["value"]),
        ("281000,Kobe,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["code"]),
        ("271404,Sakai,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["code"]),
        ("271403,Kobe,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["city"]),
        ("271403,Sakai,phone,x[at]a.jp,2026-04-01,Staff,A mail.", ["field"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-31,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,4/1/2026,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,1 April 2026,Staff,A mail.", ["date"]),
        (f"271403,Sakai,email,x[at]a.jp,{datetime.now(UTC).year + 1}-12-31,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-01,,A mail.", ["role"]),
        ("271404,Sakai,phone,,soon, ,", ["code", "field", "date", "value", "role", "evidence"]),
    ],
)
def test_all_that_is_wrong_is_named_at_once(tmp_path: Path, row: str, columns: list[str]) -> None:
    """A row that does not fit confirms nothing; each problem names file, row, column and remedy, and costs no city."""
    table = read_table(write_checks(tmp_path, HEADER + row))
    assert [city.checks for city in table.cities] == [()]
    found = [(problem.file, problem.row, problem.column, problem.fatal) for problem in table.problems]
    assert found == [("checks.csv", 2, column, False) for column in columns]
    assert all(problem.message and problem.remedy for problem in table.problems)


@pytest.mark.parametrize("text", ["code,city\n271403,Sakai\n", "nothing\n", "\n", '"open', HEADER + "271403,Sakai\n"])
def test_a_broken_file_costs_no_city(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with checks.csv, the table is shown and the problem told."""
    table = read_table(write_checks(tmp_path, text))
    assert len(table.cities) == 1
    assert {problem.file for problem in table.problems} == {"checks.csv"}
