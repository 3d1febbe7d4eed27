"""Japanese classes for tests: one that is made up, and rows of classes.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

from data.courses.records import Course, Weeks
from data.offices import Source
from data.places.gazetteer import find_place
from data.records import Problem
from data.table.course_columns import ALIASES, COLUMNS
from data.table.courses import read_courses

SAKAI = "271403"
JAPANESE = {
    column: name for name, column in reversed(tuple(ALIASES.items()))
}  # the usual Japanese heading of each column
ROW = {  # a class that is made up, as somebody would write it down
    "code": "141305",
    "id": "fri-am",
    "city": "川崎市",
    "organizer": "まどぐち日本語の会",
    "organizer_kind": "ボランティア団体",
    "name": "にほんごクラス 午前",
    "mode": "対面",
    "venue": "見本市民館 2階",
    "address": "川崎市川崎区見本町1-2",
    "latitude": "35.5308",
    "longitude": "139.7030",
    "weekdays": "火・金",
    "weeks": "毎週",
    "start": "9:50",
    "end": "11:50",
    "valid_from": "2026-04-01",
    "valid_until": "2027-03-31",
    "breaks": "8月・第5週・祝日",
    "level": "初級・中級",
    "for_whom": "おとな",
    "area": "市内在住・在勤・在学",
    "fee_yen": "1,000円",
    "fee_unit": "月",
    "fee_note": "教材費は別",
    "childcare": "あり(1歳以上)",
    "accepting": "受付中",
    "how_to_join": "まず連絡",
    "languages": "英語・ベトナム語",
    "url": "https://example.org/nihongo",
    "contact_phone": "044-000-0000",
    "contact_email": "office@example.org",
    "volunteers_wanted": "はい",
    "source_url": "https://example.org/nihongo",
    "source_date": "2026-04",
    "checked_on": "2026-10-03",
    "checked_by_role": "市の担当課",
}


def make_course(code: str = SAKAI, **changes: Any) -> Course:
    """Make a class on Saturdays from 18:30 to 20:00, free of charge, for adults, with some fields otherwise."""
    place = find_place(code)
    assert place
    usual: dict[str, Any] = {
        "id": "sat-1",
        "name": "土曜にほんご",
        "weekdays": ("土",),
        "weeks": Weeks("every"),
        "start": time(18, 30),
        "end": time(20),
        "fee_yen": 0,
        "audience": "adult",
        "source": Source("https://example.org/nihongo", "2026-04-01"),
    }
    return Course(place, **(usual | changes))


def write_courses(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows of classes.csv; a column left out is an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        table.writeheader()
        table.writerows(rows)


def read_made(folder: Path, *rows: Mapping[str, str]) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Write rows of classes.csv into a folder, and read them."""
    write_courses(folder / "classes.csv", rows)
    return read_courses(folder / "classes.csv")
