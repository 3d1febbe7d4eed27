"""Postal codes are read as people write them, and lead to the places that have them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.check_lookups import check_postal_blocks, check_postal_runs
from data.places.postal import (
    BLOCKS_FILE,
    RUNS_FILE,
    decode_postal_code,
    format_postal_code,
    read_postal_code,
    search_postal_code,
    split_postal_code,
)

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
        ("430-0926", [("静岡県", "浜松市中央区")]),
        ("999-8531", [("山形県", "遊佐町")]),
        ("999-9999", []),
        ("332-9999", []),
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
def test_a_code_leads_somewhere_where_others_begin_like_it(digits: str) -> None:
    """A new code leads to its neighbour, one that cannot exist to nothing; each place is there once."""
    places = search_postal_code(digits)
    assert bool(places) == bool(search_postal_code(digits[:5] + "00"))
    assert len(set(places)) == len(places)


def test_every_run_begins_with_a_code_that_exists() -> None:
    """The two files agree: where a run begins there is a block, and no block is empty."""
    with RUNS_FILE.open(encoding="utf-8", newline="") as file:
        starts = [start for start, _ in csv.reader(file)]
    assert [start for start in starts if not decode_postal_code(start)] == []
    assert check_postal_blocks(BLOCKS_FILE) == ()


@pytest.mark.parametrize(
    ("text", "digits", "rest"),
    [
        ("〒650-8570 神戸市", "6508570", "神戸市"),
        ("〒６５０－８５７０神戸市", "6508570", "神戸市"),
        ("650-8570Kobe", "6508570", "Kobe"),
        ("Kobe 6508570 Japan", "6508570", "Kobe  Japan"),
        ("078-331-8181", None, "078-331-8181"),
        ("03-3201-3331 Tokyo", None, "03-3201-3331 Tokyo"),
        ("加納町6-5-1", None, "加納町6-5-1"),
        ("", None, ""),
    ],
)
def test_a_postal_code_is_found_within_an_address(text: str, digits: str | None, rest: str) -> None:
    """Wherever it stands; a telephone number or a house number is none."""
    found, left = split_postal_code(text)
    assert (found, left.strip()) == (digits, rest)


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


@pytest.mark.parametrize(
    ("text", "row"),
    [("00100,00102\n00102,00103\n", 2), ("00100\n", 1), ("0010,00102\n", 1), ("00103,00102\n", 1), ("", None)],
)
def test_broken_blocks_are_named(tmp_path: Path, text: str, row: int | None) -> None:
    """Beginnings overlap, are too short, or the last comes before the first."""
    (tmp_path / "blocks.csv").write_text(text, encoding="utf-8")
    [problem] = check_postal_blocks(tmp_path / "blocks.csv")
    assert problem.row == row
