"""What links.csv holds is read; a row that contradicts itself is told and left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.links.saving import write_looks
from data.records import Look
from data.table.looks import COLUMNS, check_addresses, read_looks

HEADER = ",".join(COLUMNS) + "\n"
GOOD = "https://a.example.jp/,ok,2026-03-03,2026-03-03,,,\n"


def read(path: Path, rows: str) -> tuple[tuple[Look, ...], list[tuple[int | None, str | None]]]:
    """Return the looks of a file with these rows, and where it has problems."""
    file = path / "links.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    looks, problems = read_looks(file)
    assert all(str(problem).startswith("links.csv") and problem.remedy for problem in problems)
    return looks, [(problem.row, problem.column) for problem in problems]


def test_no_file_means_none(tmp_path: Path) -> None:
    """Without the file nobody has looked."""
    assert read_looks(tmp_path / "links.csv") == ((), ())


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Each part of a look survives, commas and Japanese included."""
    days = tuple(date(2026, 3, day) for day in (6, 9, 12))
    looks = (
        Look(
            "https://a.example.jp/?a=1,2",
            "moved",
            days[0],
            days[0],
            moved_to="https://日本語.jp/x",
            detail="a, “b”",
            row=2,
        ),
        Look("https://b.example.jp/", "timed out", days[2], date(2026, 3, 3), days, detail="No answer in time.", row=3),
        Look("https://c.example.jp/", "refused", days[2], row=4),
    )
    write_looks(tmp_path / "links.csv", looks)
    assert read_looks(tmp_path / "links.csv") == (looks, ())


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("javascript:alert(1),ok,2026-03-03,2026-03-03,,,", "address"),
        (GOOD.strip(), "address"),
        ("https://b.example.jp/,fine,2026-03-03,2026-03-03,,,", "class"),
        ("https://b.example.jp/,ok,3/3/2026,2026-03-03,,,", "looked"),
        ("https://b.example.jp/,ok,,2026-03-03,,,", "looked"),
        ("https://b.example.jp/,ok,2999-01-01,2999-01-01,,,", "looked"),
        ("https://b.example.jp/,ok,2026-03-03,,,,", "answered"),
        ("https://b.example.jp/,ok,2026-03-09,2026-03-03,,,", "answered"),
        ("https://b.example.jp/,moved,2026-03-03,2026-03-03,,,", "moved_to"),
        ("https://b.example.jp/,moved,2026-03-03,2026-03-03,,//evil,", "moved_to"),
        ("https://b.example.jp/,gone,2026-03-03,,,,", "failed"),
        ("https://b.example.jp/,gone,2026-03-03,,yesterday,,", "failed"),
        ("https://b.example.jp/,gone,2026-03-03,,2026-03-04,,", "looked"),
        ("https://b.example.jp/,gone,2026-03-09,2026-03-04,2026-03-03,,", "failed"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, row: str, column: str) -> None:
    """The row is named with its column and left out; the others stand."""
    looks, problems = read(tmp_path, f"{GOOD}{row}\n")
    assert [look.address for look in looks] == ["https://a.example.jp/"]
    assert (3, column) in problems


def test_a_spreadsheet_may_have_saved_it(tmp_path: Path) -> None:
    """Days as spreadsheets in Japan write them, and a class in capitals, are read."""
    looks, problems = read(tmp_path, "https://a.example.jp/,Gone,2026/3/9,,2026/3/3 2026/3/9,,\n")
    assert problems == []
    assert looks[0].failed == (date(2026, 3, 3), date(2026, 3, 9))


def test_an_address_of_no_table_is_told(tmp_path: Path) -> None:
    """Whoever takes a link out of a table learns that links.csv still has it."""
    looks, _ = read(tmp_path, GOOD)
    assert [problem.value for problem in check_addresses("links.csv", looks, [])] == ["https://a.example.jp/"]
    assert list(check_addresses("links.csv", looks, ["https://a.example.jp/"])) == []
