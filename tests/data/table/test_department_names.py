"""A department's Japanese name is shown only beside the very department that the table lists, and with its year."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.folder import DataFiles, locate_files
from data.records import DepartmentName
from data.table.table import read_table
from tests.data.tables import write_table

HEADER = "code,city,department,name,year,source\n"
SAKAI = ("1", "Osaka", "Sakai", "Division A", "https://a.jp/", "x[at]a.jp", "https://c.jp/ (C)")


def write_names(folder: Path, text: str) -> DataFiles:
    """Write a table of one city with these names."""
    files = write_table(folder, [SAKAI])
    files.department_names.write_text(text, encoding="utf-8")
    return files


def test_a_name_stands_with_its_city(tmp_path: Path) -> None:
    """A row that fits is read whole."""
    table = read_table(write_names(tmp_path, HEADER + "271403,堺市,Division A,国際課,2024,https://a.jp/page\n"))
    expected = DepartmentName("271403", "Division A", "国際課", 2024, "https://a.jp/page", 2)
    assert (table.problems, table.cities[0].department_names) == ((), (expected,))


@pytest.mark.parametrize("text", [None, HEADER])
def test_none_is_no_problem(tmp_path: Path, text: str | None) -> None:
    """Without the file, or with its header alone, no name is known and nothing is wrong."""
    files = write_table(tmp_path, [SAKAI])
    if text:
        files.department_names.write_text(text, encoding="utf-8")
    table = read_table(files)
    assert (table.problems, table.cities[0].department_names) == ((), ())


def test_the_shipped_names_stand_beside_listed_departments() -> None:
    """Six of twenty are known, each of a listed department, with a source and a year."""
    table = read_table(locate_files({}))
    names = [name for city in table.cities for name in city.department_names]
    assert [name.code for name in names] == ["041009", "111007", "141500", "221309", "271403", "331007"]
    assert all(name.source.startswith("http") and 2017 <= name.year <= 2026 for name in names)
    assert table.problems == ()


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("271403,Sakai,Division B,国際課,2024,https://a.jp/", ["department"]),
        ("281000,Kobe,Division A,国際課,2024,https://a.jp/", ["code"]),
        ("271403,Kobe,Division A,国際課,2024,https://a.jp/", ["city"]),
        ("271403,Sakai,Division A,国際課,last year,https://a.jp/", ["year"]),
        ("271403,Sakai,Division A,国際課,1868,https://a.jp/", ["year"]),
        ("271403,Sakai,Division A,国際課,2999,https://a.jp/", ["year"]),
        ("271403,Sakai,Division A,,２０２４, ", ["year", "name", "source"]),
    ],
)
def test_all_that_is_wrong_is_named_at_once(tmp_path: Path, row: str, columns: list[str]) -> None:
    """A row that does not fit names nothing; each problem names file, row, column and remedy, and costs no city."""
    table = read_table(write_names(tmp_path, HEADER + row))
    assert [city.department_names for city in table.cities] == [()]
    found = [(problem.file, problem.row, problem.column, problem.fatal) for problem in table.problems]
    assert found == [("department_names.csv", 2, column, False) for column in columns]
    assert all(problem.message and problem.remedy for problem in table.problems)
