"""Cells of classes as people write them: what each may be written as, and that it means the same."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from data.courses.records import Weeks
from data.offices import Source
from data.table.course_columns import WORDS, read_word
from tests.courses import ROW, read_made

READ: list[tuple[dict[str, str], dict[str, Any]]] = [  # other ways to write a cell, all of them fine
    ({"city": ""}, {"code": "141305"}),
    ({"city": "神奈川県川崎市"}, {"code": "141305"}),
    ({"code": "１４１３０５"}, {"code": "141305"}),
    ({"code": "141313"}, {"code": "141313"}),
    ({"weekdays": "Tue & Fri"}, {"weekdays": ("火", "金")}),
    ({"weekdays": "第2・第4土曜日", "weeks": ""}, {"weekdays": ("土",), "weeks": Weeks("of the month", (2, 4))}),
    ({"weekdays": "毎週土曜"}, {"weekdays": ("土",), "weeks": Weeks("every")}),
    ({"weeks": "月によって違います"}, {"weeks": Weeks("as written", text="月によって違います")}),
    ({"start": "９時５０分", "end": "11時50分"}, {"start": time(9, 50), "end": time(11, 50)}),
    ({"start": "午後6時30分", "end": "8:30 pm"}, {"start": time(18, 30), "end": time(20, 30)}),
    ({"start": "9:50〜11:50", "end": ""}, {"start": time(9, 50), "end": time(11, 50)}),
    ({"valid_from": "2026年4月"}, {"valid_from": date(2026, 4, 1)}),
    ({"valid_until": "令和9年3月"}, {"valid_until": date(2027, 3, 31)}),
    (
        {"valid_from": "2026年4月1日〜2027年3月", "valid_until": ""},
        {"valid_from": date(2026, 4, 1), "valid_until": date(2027, 3, 31)},
    ),
    ({"valid_from": "46113"}, {"valid_from": date(2026, 4, 1)}),
    ({"level": "はじめて〜中級"}, {"levels": ("first steps", "beginner", "intermediate")}),
    ({"level": "beginner, 個別"}, {"levels": ("beginner", "individual")}),
    ({"for_whom": "こども（小学生）"}, {"audience": "child", "audience_note": "小学生"}),
    ({"for_whom": "誰でも"}, {"audience": "anyone"}),
    ({"fee_yen": "無料"}, {"fee_yen": 0, "is_free": True}),
    ({"fee_yen": "￥１３，２００"}, {"fee_yen": 13200}),
    ({"fee_yen": "不明"}, {"fee_yen": None}),
    ({"fee_yen": "-"}, {"fee_yen": None}),
    ({"childcare": "なし"}, {"childcare": False, "childcare_note": ""}),
    ({"childcare": "要相談"}, {"childcare": None, "childcare_note": "要相談"}),
    ({"mode": "対面とオンライン"}, {"mode": "both", "latitude": 35.5308}),
    ({"languages": "en zh-Hans vi"}, {"languages": ("en", "zh-Hans", "vi")}),
    ({"languages": "韓国・朝鮮語、やさしい日本語"}, {"languages": ("ko", "ja")}),
    ({"contact_phone": "（044）000 0000"}, {"phone": "044-000-0000"}),
    ({"contact_phone": "440000000"}, {"phone": "0440000000"}),
    ({"contact_phone": "なし", "url": "なし"}, {"phone": "", "url": None}),
    ({"contact_email": "office[at]example.org"}, {"email": "office@example.org"}),
    ({"source_url": "市の広報 2026年4月号"}, {"source": Source("市の広報 2026年4月号", "2026-04")}),
    ({"source_date": "2025年度"}, {"source": Source(ROW["source_url"], "FY2025")}),
    ({"checked_by_role": "川崎市"}, {"checked_by": "川崎市"}),
    ({"venue": " 見本\n市民館 "}, {"venue": "見本 市民館"}),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), READ)
def test_cells_are_read_as_people_write_them(tmp_path: Path, cells: dict[str, str], expected: dict[str, Any]) -> None:
    """Japanese and English words, any width, usual shortcuts: nothing is wrong, and it means the same."""
    (found,), problems = read_made(tmp_path, ROW | cells)
    assert [one for one in problems if one.column != "code"] == []  # what a code was read as is told
    assert {name: getattr(found, name) for name in expected} == expected


def test_each_allowed_word_means_one_thing() -> None:
    """Every word that is listed, and every value by itself, is read as it is listed."""
    read_so = {(column, word): read_word(column, word) for column, words in WORDS.items() for word in words}
    assert read_so == {(column, word): value for column, words in WORDS.items() for word, value in words.items()}
    assert all(read_word(column, value) == value for column, words in WORDS.items() for value in words.values())
