"""Words of lists: days, fees, what is a Japanese class; read where they are plain, else left as they are."""

from __future__ import annotations

import pytest

from data.bringing.events import name_class
from data.bringing.fees import read_fee
from data.bringing.picking import pick_event
from data.bringing.said import read_said


@pytest.mark.parametrize(
    ("words", "weekdays", "weeks", "breaks"),
    [
        ("毎月第2・第4土曜日", "土", "第2・第4", ""),
        ("第二、四土曜日 10時から12時", "土", "第2・第4", ""),
        ("第2～第4日曜日", "日", "第2・第3・第4", ""),
        ("期間中の月曜日のみ開催", "月", "", ""),
        ("毎週火・金曜日 9:50〜11:50", "火・金", "毎週", ""),
        ("隔週日曜", "日", "隔週", ""),
        ("毎週土曜(8月・第5週は休み)", "土", "毎週", "8月・第5週"),
        ("毎週火曜日（祝日を除く）", "火", "毎週", "祝日"),
        ("4月1日から毎週木曜", "木", "毎週", ""),
        ("毎日", "", "", ""),
        ("第1土曜日、第3日曜日", "", "", ""),
        ("毎週水曜、隔週土曜", "", "", ""),
    ],
)
def test_words_of_days(words: str, weekdays: str, weeks: str, breaks: str) -> None:
    """One pattern is read; of several none is chosen."""
    said = read_said(words)
    assert (said.weekdays, said.weeks, said.breaks) == (weekdays, weeks, breaks)


@pytest.mark.parametrize(
    ("basic", "details", "expected"),
    [
        ("0", "", ("0", "", "")),
        ("無料", "", ("0", "", "")),
        ("", "2,000円/月", ("2000", "月", "")),
        ("100", "1回100円", ("100", "回", "")),
        ("13200", "24回分", ("13200", "", "24回分")),
        ("0", "2,860円(テキスト代)", ("0", "", "2,860円(テキスト代)")),
        ("0", "100円(市外の方は150円)", ("", "", "100円(市外の方は150円)")),
        ("", "4,080円/月、教材費別", ("", "", "4,080円/月、教材費別")),
        ("要問合せ", "", ("", "", "要問合せ")),
        ("", "", ("", "", "")),
    ],
)
def test_words_of_fees(basic: str, details: str, expected: tuple[str, str, str]) -> None:
    """A sum with its unit is read; nought beside another sum is no "free", and nothing is no "free" either."""
    assert read_fee(basic, details) == expected


@pytest.mark.parametrize(
    ("name", "is_class"),
    [
        ("杉の子にほんごひろば", True),
        ("日本語クラス 午前コース", True),
        ("日本語ボランティア教室", True),
        ("日本語能力試験対策講座", True),
        ("Saturday Japanese Class", True),
        ("日本語ボランティア養成講座", False),
        ("地域で日本語支援をしたい人のための日本語教育入門", False),
        ("日本語スピーチコンテスト", False),
        ("日本語でおもてなし講座", False),
        ("やさしい日本語講座", False),
        ("日本語字幕つき映画会", False),
        ("日本語能力試験", False),
        ("日本語の日", None),
    ],
)
def test_names_of_classes(name: str, is_class: bool | None) -> None:
    """A class for those who learn Japanese is taken; what is for its teachers, or only in Japanese, is not."""
    pick = pick_event(name, "")
    assert pick
    assert pick.is_class is is_class


def test_a_name_that_speaks_of_neither_is_no_matter() -> None:
    """Of thousands of events only those that may be classes are told."""
    assert pick_event("子どもおはなし会", "絵本を読みます") is None
    assert pick_event("子どもおはなし会", "日本語の勉強もします") is not None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("令和8年度(2026年度)外国人のための日本語教室(本館)", "外国人のための日本語教室(本館)"),
        ("【5月】日本語ひろば 第3回", "日本語ひろば"),
        ("日本語教室<全10回>", "日本語教室"),
        ("春日部の日本語教室", "春日部の日本語教室"),
        ("第3回", "第3回"),
    ],
)
def test_a_class_is_called_alike_every_year(name: str, expected: str) -> None:
    """Year, number and term make no other class."""
    assert name_class(name) == expected
