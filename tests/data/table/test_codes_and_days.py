"""Codes and days mean the same in every file, however a spreadsheet has written them."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.folder import DataFiles
from data.table.table import read_table
from tests.data.tables import write_table

CODE_ROWS = "code,city,field,{columns}\n{code},Sapporo,email,{cells}\n"
SAPPORO = ("1", "Hokkaido", "Sapporo", "Section", "https://a.jp/", "a[at]b.jp", "https://c.jp/")


def write_beside(folder: Path, code: str, day: str, encoding: str = "utf-8") -> DataFiles:
    """Write a table of Sapporo with a correction and a confirmation of that code and day."""
    files = write_table(folder, [SAPPORO])
    cells = "a[at]b.jp,,no,誤りかもしれない。,市の知らせ"
    corrections = CODE_ROWS.format(columns="source_value,better_value,applied,reason,source", code=code, cells=cells)
    files.corrections.write_bytes(corrections.encode(encoding))
    checks = CODE_ROWS.format(columns="value,date,role,evidence", code=code, cells=f"a[at]b.jp,{day},担当者,メール")
    files.checks.write_bytes(checks.encode(encoding))
    return files


@pytest.mark.parametrize(
    "code", ["11002", "011002", "０１１００２", "'011002", '"=""011002"""', " 11002 ", "11002.0", "01100"]
)
def test_a_code_means_the_same_in_every_file(tmp_path: Path, code: str) -> None:
    """Whatever a spreadsheet made of 011002, correction and confirmation are Sapporo's; what was mended is told."""
    table = read_table(write_beside(tmp_path, code, "2026-04-01"))
    (city,) = table.cities
    assert [row.code for row in city.corrections] == [row.code for row in city.checks] == ["011002"]
    told = [(problem.file, problem.message, problem.fatal) for problem in table.problems]
    expected = [(name, "It was read as 011002.", False) for name in ("corrections.csv", "checks.csv")]
    assert told == ([] if code == "011002" else expected)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-04-01", "2026-04-01"),
        ("2026/4/1", "2026-04-01"),
        ("2025/11/22", "2025-11-22"),
        ("2026-4-1", "2026-04-01"),
        ("2026.4.1", "2026-04-01"),
        ("20260401", "2026-04-01"),
        ("2026年4月1日", "2026-04-01"),
        ("２０２６年４月１日", "2026-04-01"),
        ("2026年4月1日（水）", "2026-04-01"),
        ("２０２６／４／１", "2026-04-01"),
        ("2026/4/1 0:00", "2026-04-01"),
        ("令和8年4月1日", "2026-04-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("R8.4.1", "2026-04-01"),
        ("4/1/2026", None),
        ("1.4.2026", None),
        ("26/4/1", None),
        ("2026-4/1", None),
        ("2026-02-30", None),
        ("4月1日", None),
        ("", None),
        ("45000", None),
    ],
)
def test_a_day_is_read_where_it_can_mean_one(tmp_path: Path, written: str, day: str | None) -> None:
    """Year, month, day in any writing is one day, told where it was mended; what can mean two days is refused."""
    table = read_table(write_beside(tmp_path, "011002", written))
    assert [row.date for row in table.cities[0].checks] == ([day] if day else [])
    told = [(problem.column, problem.fatal, problem.message) for problem in table.problems]
    if day is None:
        assert told == [("date", False, "It is no day up to today.")]
        assert "4/1/2026, can mean two days" in table.problems[0].remedy
    else:
        assert told == ([] if written == day else [("date", False, f"It was read as {day}.")])


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-16"])
def test_corrections_and_confirmations_saved_by_a_spreadsheet_are_read(tmp_path: Path, encoding: str) -> None:
    """Excel in Japan saves CSV in Shift_JIS: both files count all the same, and the encoding is told."""
    table = read_table(write_beside(tmp_path, "011002", "2026-04-01", encoding))
    (city,) = table.cities
    assert [row.reason for row in city.corrections] == ["誤りかもしれない。"]
    assert [row.role for row in city.checks] == ["担当者"]
    assert len(table.problems) == (0 if encoding == "utf-8-sig" else 2)
    assert not any(problem.fatal for problem in table.problems)
