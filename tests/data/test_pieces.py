"""Files that places are looked up in: a cut or damaged one costs what it has lost, and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import pieces
from data.lookups import read_lookups
from data.pieces import list_broken_pieces, read_piece
from data.places import hanzi, postal

HEAD = "ja,zh-Hans"
COLUMNS = ("ja", "zh-Hans")


@pytest.fixture(autouse=True)
def nothing_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin with nothing that is broken."""
    monkeypatch.setattr(pieces, "_broken", {})


@pytest.mark.parametrize(
    ("content", "rows", "told"),
    [
        (f"{HEAD}\n堺,界\n", ["堺"], ""),
        (f"{HEAD}\r\n堺,界\r\n", ["堺"], ""),
        (f'{HEAD}\n堺,"界, 2"\n\n', ["堺"], ""),
        (f"{HEAD}\n堺,界\n津", ["堺"], "The last line is cut: '津'."),
        (f"{HEAD}\n堺,界\n津,津", ["堺"], "The last line is cut"),
        (f"{HEAD}\n堺,界\n津\n", ["堺"], "Line 3 cannot be used: '津'."),
        (f"{HEAD}\n堺,界,x\n津,津\n", ["津"], "Line 2 cannot be used"),
        (f'{HEAD}\n堺,界\n津,"津\n', ["堺"], "Line"),
        (f"{HEAD}\n堺,界\n怪,界\n", ["堺"], "Line 3 cannot be used"),
        (f"{HEAD}\n", [], "It has no rows."),
        ("ja,zh\n堺,界\n", [], "does not name the columns ja, zh-Hans"),
        (HEAD, [], "does not name the columns"),
        ("", [], "does not name the columns"),
        (None, [], "It cannot be read: No such file or directory."),
    ],
)
def test_what_is_whole_is_read_and_the_rest_told(
    tmp_path: Path, content: str | None, rows: list[str], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a line, too many cells, a foreign header or no file: the other rows are there, health and log have it."""
    path = tmp_path / "names.csv"
    if content is not None:
        path.write_bytes(content.encode())
    assert [row["ja"] for row in read_piece(path, COLUMNS, lambda row: row["ja"] != "怪")] == rows
    found = list_broken_pieces().get("names.csv", "")
    assert told in found
    assert bool(found) is bool(told)
    assert ("start the program anew" in caplog.text) is bool(told)


def test_a_file_cut_between_two_rows_is_told_by_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of characters that reads well but lacks those of names, postal codes that end before their blocks do."""
    read_lookups()  # so that the gazetteer, which others use after this test, is made of the whole files
    for module, constant in ((hanzi, "TABLE"), (postal, "RUNS_FILE")):
        path = getattr(module, constant)
        (tmp_path / path.name).write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:90]), "utf-8")
        monkeypatch.setattr(module, constant, tmp_path / path.name)
    readers = (hanzi._read_rows, hanzi._read_forms, hanzi._read_variants, postal._read_runs)
    for reader in readers:
        reader.cache_clear()
    try:
        read_lookups()
    finally:
        for reader in readers:
            reader.cache_clear()
    assert "characters of names" in list_broken_pieces()["hanzi.csv"]
    assert "before postal_blocks.csv does" in list_broken_pieces()["postal_runs.csv"]


def test_half_a_character_is_no_row(tmp_path: Path) -> None:
    """Bytes that are no text spoil their own line only."""
    path = tmp_path / "names.csv"
    path.write_bytes(f"{HEAD}\n堺,界\n".encode() + "津,津\n".encode()[:-2] + b"\n")
    assert [row["ja"] for row in read_piece(path, COLUMNS)] == ["堺"]
    assert "Line 3" in list_broken_pieces()["names.csv"]
