"""A file with fourteen kinds of mistakes: each is told with its row, its column and what to do, all at once."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.table.courses import read_courses

RIGHT = {
    "全国地方公共団体コード": "141305",
    "地方公共団体名": "川崎市",
    "主催者": "例：にほんごの会",
    "教室名": "例：土曜教室",
    "曜日": "土",
    "週": "毎週",
    "開始時刻": "18:30",
    "終了時刻": "20:00",
    "期間開始": "2026-04-01",
    "期間終了": "2027-03-31",
    "レベル": "初級",
    "料金": "100",
    "緯度": "35.53",
    "経度": "139.70",
    "URL": "https://example.org/doyo",
    "電話": "044-000-0000",
    "連絡先の公開同意": "",
    "出典": "https://example.org/",
    "確認日": "2026-10-03",
    "確認した人(役割)": "市の担当課",
}
MISTAKES = (  # the column that is told, the cells that are wrong
    ("全国地方公共団体コード (code)", {"全国地方公共団体コード": "141306"}),
    ("地方公共団体名 (city)", {"地方公共団体名": "横浜市"}),
    ("教室名 (name)", {"教室名": ""}),
    ("曜日 (weekdays)", {"曜日": "どようび"}),
    ("開始時刻 (start)", {"開始時刻": "25:00"}),
    ("終了時刻 (end)", {"終了時刻": "9:00"}),
    ("期間終了 (valid_until)", {"期間終了": "2026-03-31"}),
    ("レベル (level)", {"レベル": "むずかしい"}),
    ("料金 (fee_yen)", {"料金": "ひゃくえん"}),
    ("緯度 (latitude)", {"緯度": "34.69", "経度": "135.50"}),
    ("url", {"URL": "javascript:alert(1)"}),
    ("電話 (contact_phone)", {"電話": "090-1234-5678"}),
    ("出典 (source_url)", {"出典": ""}),
    ("確認日 (checked_on)", {"確認日": "2099-01-01"}),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file: a right row, then one row with each mistake."""
    found = tmp_path / "classes.csv"
    with found.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, ["ID", *RIGHT])
        table.writeheader()
        table.writerow(RIGHT | {"ID": "right"})
        table.writerows(RIGHT | {"ID": f"wrong-{number}"} | cells for number, (_, cells) in enumerate(MISTAKES))
    return found


def test_each_mistake_is_told_by_row_and_column(path: Path) -> None:
    """With what was found and the remedy; the number of a person is not quoted, and the right row stays right."""
    courses, problems = read_courses(path)
    told = {(problem.row, problem.column) for problem in problems}
    assert told == {(number, column) for number, (column, _) in enumerate(MISTAKES, start=3)}
    assert [problem for problem in problems if not (problem.message and problem.remedy)] == []
    assert "1234-5678" not in " ".join(map(str, problems))
    lost = {"code", "city", "name", "source_url"}  # without these there is no class
    kept = [number for number, (column, _) in enumerate(MISTAKES) if not any(f"({name})" in column for name in lost)]
    assert [course.id for course in courses] == ["right", *(f"wrong-{number}" for number in kept)]


def test_an_id_that_is_there_twice_is_told(path: Path) -> None:
    """In the same city, with the line that has it first."""
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, ["ID", *RIGHT]).writerow(RIGHT | {"ID": "right"})
    [problem] = [problem for problem in read_courses(path)[1] if (problem.column or "").lower() == "id"]
    assert (problem.row, "Line 2" in problem.message) == (len(MISTAKES) + 3, True)
