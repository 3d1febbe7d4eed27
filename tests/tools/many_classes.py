"""Writes a table of very many classes, as Excel saves it in Japan, to see how long it takes until they are shown.

python -m tests.tools.many_classes FOLDER [NUMBER]
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from data.folder import locate_files
from data.table.course_columns import ALIASES, COLUMNS
from data.table.table import read_table

NUMBER = 300
_HEADINGS = {column: name for name, column in reversed([*ALIASES.items()])}
_TIMES = (("9:50", "11:50"), ("午後1時30分", "午後3時"), ("18時30分", "20時"), ("10:00", "12:00"), ("19:00", "20:30"))
_WORDS = {
    "organizer_kind": ("ボランティア団体", "国際交流協会", "市", "学校"),
    "mode": ("対面", "対面", "オンライン", "両方"),
    "weekdays": ("火・金", "土", "水", "日", "月・水・木"),
    "weeks": ("毎週", "第2・第4", "隔週", "第1・第3"),
    "breaks": ("8月・祝日", "第5週", ""),
    "level": ("はじめて", "初級", "中級", "上級", "個別"),
    "for_whom": ("おとな", "こども", "だれでも"),
    "fee_yen": ("0", "100", "13,200", ""),
    "childcare": ("あり(1歳以上)", "なし", ""),
    "accepting": ("受付中", "満員", "", "休止"),
    "how_to_join": ("直接会場へ", "まず連絡", "申込書"),
    "languages": ("英語・中国語", "", "ポルトガル語"),
    "volunteers_wanted": ("はい", "", "いいえ"),
}


def write_many_classes(folder: Path, number: int = NUMBER) -> Path:
    """Write the shipped tables and a classes.csv (cp932, Japanese headings) into a folder; return that file."""
    files = locate_files({})
    for path in (files.cities, files.coordinates, files.counters, files.associations):
        shutil.copy(path, folder / path.name)
    path = folder / files.classes.name
    with path.open("w", encoding="cp932", newline="") as file:
        table = csv.writer(file)
        table.writerow([_HEADINGS[column] for column in COLUMNS])
        table.writerows([row.get(column, "") for column in COLUMNS] for row in islice(_make_rows(), number))
    return path


def _make_rows() -> Iterator[dict[str, str]]:
    """Yield rows of made-up classes, in the listed cities one after another, no two of them alike."""
    cities = [city.place for city in read_table(locate_files({})).cities]
    words = {column: cycle(choice) for column, choice in _WORDS.items()}
    for number, place in enumerate(cycle(cities), 1):
        start, end = _TIMES[number % len(_TIMES)]
        is_paid = number % 2 == 0
        yield {column: next(word) for column, word in words.items()} | {
            "code": place.code,
            "id": f"kyoshitsu-{number}",
            "city": place.ja,
            "organizer": "例：にほんごの会",
            "name": f"例：にほんごの教室 その{number}",
            "venue": f"例：第{number % 40}会館",
            "start": start,
            "end": end,
            "fee_unit": "回" if is_paid else "",
            "url": f"https://example.org/classes/{number}",
            "source_url": "https://example.org/classes",
            "source_date": "2026-04-01",
        }


def main() -> None:
    """Write the tables into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    print(write_many_classes(folder, int(sys.argv[2]) if len(sys.argv) > 2 else NUMBER))


if __name__ == "__main__":
    main()
