"""The coordinate file: whatever is written comes back, whatever is broken is named, nothing raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocache.coordinates import (
    COLUMNS,
    Coordinate,
    clean_text,
    explain_point,
    format_coordinates,
    read_coordinates,
    write_coordinates,
)

SAKAI = Coordinate("271403", "堺市", 34.573362, 135.483041, "gazetteer", "堺市, 大阪府", "堺市", "2026-11-22")
KYOTO = Coordinate("261009", "京都市", 35.011573, 135.768139, "gazetteer", "京都市, 京都府", "京都市", "2026-11-22")
HEADER = ",".join(COLUMNS)
SAKAI_ROW = '271403,堺市,34.573362,135.483041,gazetteer,"堺市, 大阪府",堺市,2026-11-22'

hostile_text = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ['"', "a,b", '"a"\n"b"', "\r\n", "=1+1", "\x00", "\ud800", "\u2028x", "{{7*7}}", "</script>", "\ufeff"]
    ),
)
coordinates = st.builds(
    Coordinate,
    code=st.integers(10000, 479999).map(lambda number: f"{number:06d}"),
    name=hostile_text,
    latitude=st.floats(20, 46),
    longitude=st.floats(122, 154),
    provider=hostile_text,
    query=hostile_text,
    matched_name=hostile_text,
    date=st.dates().map(str),
)


def read_bytes(folder: Path, content: bytes) -> tuple[dict[str, Coordinate], list[str], bool]:
    """Read content as a coordinate file: the usable rows, the problems told, whether it is damaged."""
    path = folder / "coordinates.csv"
    path.write_bytes(content)
    file = read_coordinates(path)
    return dict(file.coordinates), [str(problem) for problem in file.problems], file.damaged


@given(rows=st.lists(coordinates, max_size=5, unique_by=lambda row: row.code))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Coordinate]) -> None:
    """Any text in any cell comes back on one line, cleaned of line breaks; numbers come back exactly."""
    path = tmp_path_factory.mktemp("round") / "coordinates.csv"
    write_coordinates(path, rows)
    file = read_coordinates(path)
    assert (file.problems, file.damaged) == ((), False)
    cleaned = {
        row.code: Coordinate(
            row.code,
            clean_text(row.name),
            row.latitude,
            row.longitude,
            clean_text(row.provider),
            clean_text(row.query),
            clean_text(row.matched_name),
            row.date,
        )
        for row in rows
    }
    assert file.coordinates == cleaned
    assert path.read_bytes().count(b"\n") == len(rows) + 1


@given(content=st.binary(max_size=200))
def test_any_bytes_can_be_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """No content raises; what is not an empty table is named as damaged."""
    _, problems, damaged = read_bytes(tmp_path_factory.mktemp("bytes"), content)
    assert damaged == bool(problems)


def test_format_is_sorted_and_ends_lines_with_lf() -> None:
    """The same rows give the same bytes in whatever order they come."""
    text = format_coordinates([SAKAI, KYOTO])
    assert text == format_coordinates([KYOTO, SAKAI])
    assert text.splitlines()[0] == HEADER
    assert text.splitlines()[2] == SAKAI_ROW
    assert "\r" not in text
    assert text.endswith("\n")


def test_absent_file_is_empty_without_problem(tmp_path: Path) -> None:
    """No file means no coordinates yet."""
    file = read_coordinates(tmp_path / "coordinates.csv")
    assert (dict(file.coordinates), file.problems, file.damaged) == ({}, (), False)


def test_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    """A folder in the file's place is told, not raised."""
    file = read_coordinates(tmp_path)
    assert file.damaged
    assert "cannot be read" in str(file.problems[0])


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{SAKAI_ROW}\n",
        f"\ufeff{HEADER}\r\n{SAKAI_ROW}\r\n",
        f"{HEADER}\n\n{SAKAI_ROW}",
        f"{HEADER}\n{SAKAI_ROW}\n".replace("271403", " 271403"),
    ],
    ids=["as written", "saved by Excel", "blank line, no last line end", "space before the code"],
)
def test_harmless_edits_are_read(tmp_path: Path, content: str) -> None:
    """A byte order mark, CRLF and blank lines are no damage."""
    assert read_bytes(tmp_path, content.encode()) == ({"271403": SAKAI}, [], False)


@pytest.mark.parametrize("encoding", ["cp932", "utf-16"])
def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    """Excel in Japan saves CSV in Shift_JIS: every row counts, the file is not damaged, and the encoding is told."""
    rows, problems, damaged = read_bytes(tmp_path, f"{HEADER}\r\n{SAKAI_ROW}\r\n".encode(encoding))
    assert (rows, damaged) == ({"271403": SAKAI}, False)
    assert len(problems) == 1
    assert "The file was read as" in problems[0]


def test_code_without_its_leading_zero_is_completed(tmp_path: Path) -> None:
    """A spreadsheet makes 011002 to 11002; it is read as text of six digits."""
    rows, problems, _ = read_bytes(tmp_path, f"{HEADER}\n11002,札幌市,43.06,141.35,gazetteer,q,m,d\n".encode())
    assert list(rows) == ["011002"]
    assert len(problems) == 1
    assert "It was read as 011002." in problems[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("261009,京都市,35.0,135.7,gazetteer,q,m", "7 cells"),
        ("261009,京都市,35.0,135.7,gazetteer,q,m,d,e", "9 cells"),
        ('261009,"京都市,35.0,135.7,gazetteer,q,m,d', "not CSV"),
        ("26100x,京都市,35.0,135.7,gazetteer,q,m,d", "column code: found '26100x'"),
        ("1261009,京都市,35.0,135.7,gazetteer,q,m,d", "six digits"),
        ("２６１００９０,京都市,35.0,135.7,gazetteer,q,m,d", "six digits"),
        ("261009,京都市,north,135.7,gazetteer,q,m,d", "column latitude: found 'north'"),
        ("261009,京都市,35.0,,gazetteer,q,m,d", "column longitude: found ''"),
        ("261009,京都市,nan,135.7,gazetteer,q,m,d", "outside Japan"),
        ("261009,京都市,35.0,inf,gazetteer,q,m,d", "outside Japan"),
        ("261009,京都市,0.0,0.0,gazetteer,q,m,d", "outside Japan"),
        ("261009,京都市,135.7,35.0,gazetteer,q,m,d", "look swapped"),
        (SAKAI_ROW, "row 2 already"),
    ],
)
def test_broken_row_is_named_and_the_rest_kept(tmp_path: Path, line: str, told: str) -> None:
    """A broken row spoils only itself and is told with its line, what was found and the remedy."""
    rows, problems, damaged = read_bytes(tmp_path, f"{HEADER}\n{SAKAI_ROW}\n{line}\n".encode())
    assert rows == {"271403": SAKAI}
    assert damaged
    assert len(problems) == 1
    assert problems[0].startswith("coordinates.csv, line 3")
    assert told in problems[0]


def test_row_in_another_encoding_spoils_only_itself(tmp_path: Path) -> None:
    """A row saved as Shift-JIS is named as such; the rows in UTF-8 are kept."""
    other = "261009,京都市,35.0,135.7,gazetteer,q,m,d".encode("shift_jis")
    rows, problems, damaged = read_bytes(tmp_path, f"{HEADER}\n{SAKAI_ROW}\n".encode() + other)
    assert (list(rows), damaged) == (["271403"], True)
    assert "not UTF-8" in problems[0]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"", []),
        (b"\n\n", []),
        (f"{SAKAI_ROW}\n".encode(), ["271403"]),
        (f"{HEADER},extra\n{SAKAI_ROW}\n".encode(), ["271403"]),
        (f"{HEADER}\n{SAKAI_ROW}\n".encode("utf-16-le"), []),
        (b"\x89PNG\r\n\x1a\n\x00\x00", []),
    ],
    ids=["empty", "blank", "rows only", "another header", "UTF-16 without its mark", "a picture"],
)
def test_file_without_its_header_is_damaged(tmp_path: Path, content: bytes, kept: list[str]) -> None:
    """Whatever stands where the header should be is named; rows that can be read still are."""
    rows, problems, damaged = read_bytes(tmp_path, content)
    assert (list(rows), damaged) == (kept, True)
    assert "not the header" in problems[0]


@pytest.mark.parametrize(
    ("latitude", "longitude", "told"),
    [
        (35.0, 135.7, None),
        (20.43, 136.07, None),
        (45.56, 148.75, None),
        (24.45, 122.93, None),
        (24.28, 153.99, None),
        (135.7, 35.0, "swapped"),
        (37.57, 126.98 - 10, "outside"),
        (-35.0, 135.7, "outside"),
        (float("nan"), 135.7, "outside"),
    ],
)
def test_point_in_japan(latitude: float, longitude: float, told: str | None) -> None:
    """Japan from end to end is allowed, other points are not, swapped ones are called so."""
    reason = explain_point(latitude, longitude)
    assert reason is None if told is None else told in (reason or "")
