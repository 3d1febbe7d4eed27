"""Classes in the reader's words: when, for whom, what it costs, in four kinds of language and without error in all."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from data.courses.records import Breaks, Course, Weeks
from pages.card.course_times import list_notices, write_breaks, write_period, write_when
from pages.card.course_words import name_joining, write_area, write_fee
from pages.languages.language import load_language
from pages.languages.ruby import show_brackets
from tests.courses import make_course

TODAY = date(2026, 11, 27)
LANGUAGES = ("en", "ja", "ja-easy", "vi")
FIRST_AND_THIRD, EVERY, ALTERNATE = Weeks("of the month", (1, 3)), Weeks("every"), Weeks("alternate")


def make(**changes: Any) -> Course:
    """A class of which nothing but its name is known, with some fields."""
    unknown: dict[str, Any] = {"weekdays": (), "weeks": None, "start": None, "end": None, "fee_yen": None}
    return make_course(**(unknown | changes))


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        (
            {"weekdays": ("火", "金"), "weeks": EVERY, "start": time(9, 50), "end": time(11, 50)},
            (
                "Tue, Fri 9:50–11:50, every week",
                "毎週 火、金 9:50〜11:50",
                "毎週（まいしゅう） 火（か）、金（きん） 9:50〜11:50",
                "Th 3, Th 6 9:50–11:50, hằng tuần",
            ),
        ),
        (
            {"weekdays": ("土",), "weeks": FIRST_AND_THIRD, "start": time(10), "end": time(12)},
            (
                "1st and 3rd Saturday of the month 10:00–12:00",
                "第1、第3土曜日 10:00〜12:00",
                "月（つき）の 1番目（ばんめ）、3番目（ばんめ）の 土曜日（どようび） 10:00〜12:00",
                "Thứ Bảy (lần 1 và 3 trong tháng) 10:00–12:00",
            ),
        ),
        (
            {"weekdays": ("水",), "weeks": ALTERNATE, "start": time(18, 30)},
            (
                "Wed from 18:30, every other week",
                "隔週 水 18:30から",
                "水（すい） 18:30から（2週間（しゅうかん）に 1回（かい））",
                "Th 4 từ 18:30, hai tuần một lần",
            ),
        ),
        (
            {"weekdays": ("月", "火", "水"), "end": time(20)},
            ("Mon–Wed until 20:00", "月〜水 20:00まで", "月（げつ）〜水（すい） 20:00まで", "Th 2–Th 4 đến 20:00"),
        ),
        (
            {"start": time(10), "end": time(12), "weeks": EVERY},
            (
                "The day is not known: ask. 10:00–12:00",
                "曜日はわかりません。聞いてください。 10:00〜12:00",
                "曜日（ようび）が わかりません。聞（き）いてください。 10:00〜12:00",
                "Chưa rõ ngày học: hãy hỏi. 10:00–12:00",
            ),
        ),
        (
            {"weekdays": ("日",), "weeks": Weeks("as written", text="祝日の週をのぞく")},
            ("Sun", "日", "日（にち）", "CN"),
        ),
    ],
)
def test_when_a_class_is(changes: dict[str, Any], texts: tuple[str, ...]) -> None:
    """Days, times and weeks as each language says them; the day is the one thing that is missed aloud."""
    course = make(**changes)
    assert tuple(show_brackets(write_when(course, load_language(code))) for code in LANGUAGES) == texts


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"fee_yen": 0}, ("Free of charge", "無料", "お金（かね）は いりません", "Miễn phí")),
        (
            {"fee_yen": 13200, "fee_unit": "term"},
            ("¥13,200 per term", "1学期 13,200円", "1学期（がっき） 13,200円（えん）", "13.200 ¥ mỗi học kỳ"),
        ),
        (
            {"fee_yen": 100, "fee_unit": "lesson"},
            ("¥100 per lesson", "1回 100円", "1回（かい） 100円（えん）", "100 ¥ mỗi buổi"),
        ),
        ({"fee_yen": 500}, ("¥500", "500円", "500円（えん）", "500 ¥")),
        ({}, ("", "", "", "")),
    ],
)
def test_what_a_class_costs(changes: dict[str, Any], texts: tuple[str, ...]) -> None:
    """Nothing is not unknown; of what is unknown nothing is said."""
    course = make(**changes)
    written = (show_brackets(write_fee(course, load_language(code))) for code in LANGUAGES)
    assert tuple(text.replace("\xa0", " ") for text in written) == texts


@pytest.mark.parametrize(
    ("code", "text"), [("zh-Hans", "13,200日元"), ("ko", "¥13,200"), ("es", "13.200 ¥"), ("my", "13,200 ¥")]
)
def test_yen_are_told_from_other_money(code: str, text: str) -> None:
    """Readers of Chinese have a ¥ of their own; elsewhere it is the sign on every price tag in Japan."""
    assert write_fee(make(fee_yen=13200), load_language(code)).replace("\xa0", " ") == text


@pytest.mark.parametrize(
    ("first", "last", "texts", "notices"),
    [
        (
            date(2026, 4, 10),
            date(2027, 3, 19),
            ("April 10, 2026 – March 19, 2027", "2026年4月10日 〜 2027年3月19日"),
            ([], []),
        ),
        (
            date(2027, 1, 14),
            None,
            ("From January 14, 2027", "2027年1月14日から"),
            (["Begins on January 14, 2027."], ["2027年1月14日に始まります。"]),
        ),
        (
            None,
            date(2026, 11, 26),
            ("Until November 26, 2026", "2026年11月26日まで"),
            (
                ["It ended on November 26, 2026: ask whether there is a new one."],
                ["2026年11月26日に終わりました。新しい教室があるか聞いてください。"],
            ),
        ),
        (None, date(2026, 11, 27), ("Until November 27, 2026", "2026年11月27日まで"), ([], [])),
        (None, None, ("", ""), ([], [])),
    ],
)
def test_for_how_long_a_class_goes(
    first: date | None, last: date | None, texts: tuple[str, ...], notices: tuple[list[str], ...]
) -> None:
    """What has not begun, and what is over since yesterday, is said before all else."""
    course, languages = make(valid_from=first, valid_until=last), [load_language(code) for code in ("en", "ja")]
    assert tuple(write_period(course, language) for language in languages) == texts
    assert tuple(list_notices(course, language, TODAY) for language in languages) == notices


def test_full_and_paused_classes_say_so() -> None:
    """One that takes people, or of which that is not known, says nothing."""
    said = {word: list_notices(make(accepting=word), load_language(), TODAY) for word in ("full", "paused", "open")}
    assert said == {"full": ["Full now."], "paused": ["Takes no new people now."], "open": []}


@pytest.mark.parametrize(
    ("breaks", "text"),
    [
        (Breaks("8月・第5週・祝日", (8,), (5,), on_holidays=True), "August, 5th week of the month, public holidays"),
        (Breaks("夏休み", is_read=False), None),
        (None, None),
    ],
)
def test_breaks_are_said_where_they_were_read_in_full(breaks: Breaks | None, text: str | None) -> None:
    """Else they stand as written."""
    assert write_breaks(make(breaks=breaks), load_language()) == text


@pytest.mark.parametrize("code", ["pt-BR", "es", "ko", "fil", "ne", "id", "my"])
def test_months_are_named_in_the_readers_language(code: str) -> None:
    """Whichever language was drawn before."""
    for other in ("ja", code):
        text = write_breaks(make(breaks=Breaks("8月", (8,))), load_language(other))
    assert text
    assert "月" not in text


@pytest.mark.parametrize(
    ("area", "code", "text"),
    [
        ("市内在住・在勤・在学", "271403", "People who live, work or study in Sakai"),
        ("府内在住・在勤", "271403", "People who live or work in Osaka"),
        ("区内在住", "271403", ""),
        ("区内在住", "141372", "People who live in Asao Ward, Kawasaki"),
        ("市内在住・在勤・在学（6か月以上）", "271403", ""),
    ],
)
def test_who_may_come_by_where_they_live(area: str, code: str, text: str) -> None:
    """In words only where the place is the class's own; what is more than that stays as written."""
    assert write_area(make(code=code, area=area), load_language()) == text


def test_how_one_joins() -> None:
    """What a shy reader wants to know before all."""
    assert [name_joining(word, load_language("vi")) for word in ("come", "contact first", None)] == [
        "Cứ đến trực tiếp.",
        "Hãy liên hệ trước.",
        "",
    ]
