"""`python -m data check` names everything that is wrong, at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from data.check import check_neighbours, check_prefectures, check_shipped
from data.folder import locate_files
from tests.courses import ROW, write_courses
from tests.data.commands import run
from tests.data.tables import write_table

ROOT = Path(__file__).resolve().parents[2]
SQUARE = [[[139.0, 35.0], [140.0, 35.0], [140.0, 36.0], [139.0, 36.0], [139.0, 35.0]]]
BOW_TIE = [[[139.0, 35.0], [140.0, 36.0], [140.0, 35.0], [139.0, 36.0], [139.0, 35.0]]]


def read_prefectures() -> dict[str, Any]:
    """Read the shipped polygons, to be spoilt."""
    content: dict[str, Any] = json.loads(PREFECTURES_FILE.read_text(encoding="utf-8"))
    return content


def test_nothing_shipped_is_wrong() -> None:
    """Table, corrections and outlines have no problem."""
    assert check_shipped(locate_files({})) == ()


def test_the_command_is_content_with_what_is_shipped() -> None:
    """0 problems, exit 0, what has become old, and how much was looked at."""
    result = run("check")
    assert result.code == 0, result.out + result.err
    *notices, line = [line for line in result.out.splitlines() if line]
    assert all(notice.startswith("Worth a look: ") for notice in notices)
    assert line.startswith("0 problems in ")
    assert "20 usable rows, 47 links, 21 e-mail addresses, 6 recorded doubts" in line
    assert "65 associations, 67 counters (23 telephone numbers, 20 with hours that can be read); 0 classes." in line


def test_the_command_names_every_problem(tmp_path: Path) -> None:
    """Each problem is a block with file, row, column, value and remedy; the program ends with 1 and no traceback."""
    rows = [("1", "Atlantis", "Osaka", "", "", "", ""), ("x", "Osaka", "Sakai", "", "javascript:alert(1)", "", "")]
    write_table(tmp_path, rows, "nonsense\n")
    header = (ROOT / "data" / "counters.csv").read_text(encoding="utf-8").partition("\n")[0]
    row = "011002,札幌市,窓口,,,090-1234-5678,yes,,,,,,,,,good,https://a.jp/,,,"
    (tmp_path / "counters.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    command, environment = [sys.executable, "-m", "data", "check"], os.environ | {"MADOGUCHI_DATA": str(tmp_path)}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "")
    for part in (
        "cities.tsv, line 2 (No. 1, Osaka), column Prefecture: found 'Atlantis'",
        "cities.tsv, line 3 (No. x, Sakai), column No.: found 'x'",
        "cities.tsv, line 3 (No. x, Sakai), column URL: found 'javascript:alert(1)'",
        "corrections.csv, line 1: found 'nonsense'",
        "counters.csv, line 2, column phones: found '090-1234-5678'",
    ):
        assert part in result.stdout
    assert "1 usable row," in result.stdout.splitlines()[-1]


def test_the_command_counts_the_classes_and_quotes_nothing_private(tmp_path: Path) -> None:
    """Each wrong cell is named, what is over is worth a look, and the last line has the number of classes."""
    write_table(tmp_path, [("1", "Kanagawa", "Kawasaki", "Office", "https://a.jp/", "a[at]b.jp", "https://c.jp/")])
    over = {"id": "b", "valid_from": "2019-04-01", "valid_until": "2020-03-31"}
    wrong = {"id": "c", "contact_phone": "090-0000-1234", "fee_note": "山田花子まで", "weekdays": "毎日"}
    write_courses(tmp_path / "classes.csv", [ROW, ROW | over, ROW | wrong, ROW | {"id": "d", "code": "1"}])
    look = "https://example.org/nihongo,ok,2026-10-01,2026-10-01,,,"
    (tmp_path / "links.csv").write_text(f"address,class,looked,answered,failed,moved_to,detail\n{look}\n")
    result = run("check", folder=tmp_path)
    assert (result.code, result.err) == (1, "")
    for part in (
        "classes.csv, line 4 (ID c), column weekdays: found '毎日'",
        "classes.csv, line 4 (ID c), column contact_phone: found '0××-××××-××××'",
        "classes.csv, line 4 (ID c), column fee_note: found '山×××××'",
        "classes.csv, line 5 (ID d), column code: found '1'",
        "Worth a look: classes.csv, column valid_until: found 'lines 3'",
    ):
        assert part in result.out
    assert result.out.splitlines()[-1].endswith("; 3 classes (1 of them over).")
    assert "No table has this address" not in result.out
    assert [part for part in ("1234", "山田") if part in result.out] == []


def test_a_missing_prefecture_is_named(tmp_path: Path) -> None:
    """46 polygons are too few, and a second one of the same code is too many."""
    content = read_prefectures()
    content["features"][0] = content["features"][1]
    path = tmp_path / "prefectures.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    first, second = check_prefectures(path)
    assert "北海道 must stand there once, not 0 times" in first.message
    assert "青森県 must stand there once, not 2 times" in second.message


@pytest.mark.parametrize(
    ("geometry", "part"),
    [
        ({"type": "Polygon", "coordinates": BOW_TIE}, "not valid"),
        ({"type": "Polygon", "coordinates": []}, "empty or lies off the globe"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [400, 0], [400, 9], [0, 0]]]}, "off the globe"),
        ({"type": "Nonsense", "coordinates": SQUARE}, "cannot be read"),
        ({"type": "Polygon", "coordinates": "x"}, "cannot be read"),
        ({"type": "Polygon"}, "cannot be read"),
        ({}, "cannot be read"),
        (None, "cannot be read"),
        ("x", "cannot be read"),
    ],
)
def test_a_broken_shape_is_named(tmp_path: Path, geometry: object, part: str) -> None:
    """A shape that crosses itself, is empty, off the globe or no shape is told with its prefecture."""
    content = read_prefectures()
    content["features"][26]["geometry"] = geometry
    path = tmp_path / "prefectures.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    (problem,) = check_prefectures(path)
    assert problem.value == "大阪府"
    assert part in problem.message


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"features": []}', '{"features": [1]}', '{"features": {}}'])
def test_a_file_that_is_no_geojson_is_named(tmp_path: Path, text: str) -> None:
    """Anything but a collection of features is one problem, and so is a missing file."""
    path = tmp_path / "land.geojson"
    path.write_text(text, encoding="utf-8")
    assert len(check_neighbours(path)) == len(check_prefectures(path)) == 1
    assert len(check_neighbours(tmp_path / "missing.geojson")) == 1


def test_a_wrong_name_is_named(tmp_path: Path) -> None:
    """A polygon has the name that the gazetteer gives its code."""
    content = read_prefectures()
    content["features"][26]["properties"]["name_ja"] = "京都府"
    path = tmp_path / "prefectures.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    (problem,) = check_prefectures(path)
    assert (problem.column, problem.value) == ("name_ja", "京都府")


def test_the_surrounding_land_is_drawable() -> None:
    """The shipped land has shapes and nothing wrong with them."""
    assert check_neighbours(NEIGHBOURS_FILE) == ()
