"""Postal codes are read as people write them, and lead to the places that have them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.check_lookups import check_postal_runs
from data.postal import RUNS_FILE, decode_postal_code, format_postal_code, read_postal_code, search_postal_code

DIGITS = st.text("0123456789", min_size=7, max_size=7)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("332-0031", [("埼玉県", "川口市")]),
        ("3320031", [("埼玉県", "川口市")]),
        ("〒332-0031", [("埼玉県", "川口市")]),
        ("〒 332 0031", [("埼玉県", "川口市")]),
        ("３３２－００３１", [("埼玉県", "川口市")]),
        ("332‐0031", [("埼玉県", "川口市")]),
        ("332‑0031", [("埼玉県", "川口市")]),
        ("332ー0031", [("埼玉県", "川口市")]),
        ("332ｰ0031", [("埼玉県", "川口市")]),
        ("332−0031", [("埼玉県", "川口市")]),
        ("060-0000", [("北海道", "札幌市中央区")]),
        ("100-0001", [("東京都", "千代田区")]),
        ("590-0078", [("大阪府", "堺市堺区")]),
        ("498-0000", [("愛知県", "弥富市"), ("三重県", "木曽岬町")]),
        ("618-0000", [("京都府", "大山崎町"), ("大阪府", "島本町")]),
        ("871-0000", [("福岡県", "吉富町"), ("大分県", "中津市")]),
        ("430-0926", [("静岡県", "浜松市")]),
        ("271403", []),
        ("27140", []),
        ("332-003", []),
        ("332-00311", []),
        ("33-20031", []),
        ("332--0031", []),
        ("٣٣٢-٠٠٣١", []),
        ("000-0000", []),
        ("", []),
    ],
)
def test_a_postal_code_leads_to_its_places(text: str, found: list[tuple[str, str]]) -> None:
    """Any width and hyphen; a local-government code and other numbers are no postal code."""
    assert [(place.prefecture.ja, place.ja) for place in search_postal_code(text)] == found


@given(DIGITS, st.sampled_from(["", "〒", "〒 "]), st.sampled_from(["", " ", *"-‐‑–−ー－ｰ"]), st.booleans())
def test_a_code_is_read_however_it_is_written(digits: str, mark: str, hyphen: str, wide: bool) -> None:
    """What is written comes back, and so does our own way of writing it."""
    written = f"{mark}{digits[:3]}{hyphen}{digits[3:]}"
    assert read_postal_code(written.translate(FULL_WIDTH) if wide else written) == digits
    assert read_postal_code(format_postal_code(digits)) == digits


@given(DIGITS)
def test_every_number_from_the_first_code_on_leads_somewhere(digits: str) -> None:
    """A code that is not in use leads to a neighbour, below the first there is nothing; each place is there once."""
    places = search_postal_code(digits)
    assert bool(places) == (digits >= "0010000")
    assert len(set(places)) == len(places)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Only seven ASCII digits come out, and only of a text that holds seven digits."""
    digits = read_postal_code(text)
    assert digits is None or (len(digits) == 7 and digits.isascii() and digits.isdigit())


def test_the_shipped_runs_know_what_is_shared() -> None:
    """Three codes belong to two prefectures, no more; all runs are in order."""
    with RUNS_FILE.open(encoding="utf-8", newline="") as file:
        shared = [start for start, codes in csv.reader(file) if len({code[:2] for code in codes.split("+")}) > 1]
    assert shared == ["4980000", "6180000", "8710000"]
    assert decode_postal_code("4980000") == ("23235", "24303")
    assert check_postal_runs(RUNS_FILE) == ()


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        ("0010000,01102\n0010000,01303\n", 2, "first postal code"),
        ("001000,01102\n", 1, "first postal code"),
        ("0010000\n", 1, "first postal code"),
        ("0010000,01102+99999\n", 1, "municipality code"),
        ("0010000,=1+1\n", 1, "municipality code"),
        ("", None, None),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, row: int | None, column: str | None) -> None:
    """Row and column of what is wrong."""
    (tmp_path / "runs.csv").write_text(text, encoding="utf-8")
    [problem] = check_postal_runs(tmp_path / "runs.csv")
    assert (problem.row, problem.column) == (row, column)
    assert check_postal_runs(tmp_path / "none.csv")[0].row is None
