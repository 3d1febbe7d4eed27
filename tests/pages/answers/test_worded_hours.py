"""Counters in the words of real offices, at fixed instants: open, closed, to be asked, or shown as written."""

from dataclasses import replace
from datetime import datetime

import pytest

from data.folder import locate_files
from data.offices import Offices
from data.table.offices import read_offices
from pages.answers.japan_time import JAPAN_TIME
from pages.answers.opening import State, tell_opening
from pages.card.offices import describe_offices
from pages.languages.language import load_language

SAPPORO = next(one for one in read_offices(locate_files({}))[0].counters if one.code == "011002")
STATES: dict[State, str] = {"open": "o", "closed": "c", "ask": "?"}
AS_WRITTEN = "----- ----- ----- -----"
INSTANTS = (
    "2026-11-25 09:15",  # a Wednesday
    "2026-11-25 09:30",
    "2026-11-25 12:30",  # lunch
    "2026-11-25 17:10",
    "2026-11-25 18:30",  # late
    "2026-11-25 19:00",
    "2026-11-26 08:50",  # Thursday
    "2026-11-26 16:59",
    "2026-11-26 17:20",
    "2026-11-27 13:00",  # Friday
    "2026-11-27 17:30",
    "2026-11-28 11:00",  # the fourth Saturday
    "2026-11-21 12:30",  # the third
    "2026-11-29 15:00",  # Sunday
    "2026-11-30 10:00",  # Monday
    "2026-11-23 10:00",  # Monday, Labour Thanksgiving Day
    "2026-11-24 10:00",  # the Tuesday after it
    "2026-12-29 10:00",  # New Year, a Tuesday
    "2027-01-01 10:00",  # New Year's Day, a Friday
    "2026-08-12 18:30",  # a Wednesday in the week of Obon, the day after Mountain Day
)
WEEK, WITH_SATURDAY, ALL = "月火水木金", "月火水木金土", "月火水木金土日"


@pytest.mark.parametrize(
    ("days", "hours", "closed", "states"),
    [
        # open, closed, to be asked or not told, five instants and five more
        (WEEK, "9:30〜17:00 (注記)水曜日 9:30〜19:00", "", "coooo ccoco cccco ?o??o"),
        (WEEK, "9:00〜12:00 13:00〜17:00", "", "ooccc ccoco cccco ?o??c"),
        (WEEK, "曜日ごとに異なります", "", AS_WRITTEN),
        (WEEK, "8:45〜17:30", "祝日、年末年始", "ooooc coooo cccco coccc"),
        (WEEK, "午前9時〜午後5時", "祝日", "ooocc ccoco cccco co?cc"),
        (WEEK, "9時30分から17時まで", "", "coocc ccoco cccco ?o??c"),
        (WEEK, "８：３０～１７：１５", "祝日; 年末年始", "ooooc cooco cccco coccc"),
        (WITH_SATURDAY, "月曜日〜金曜日 9:00〜17:00 土曜日 9:00〜12:00", "祝日", "ooocc ccoco cocco co?cc"),
        (WEEK, "10:00〜18:00（12:00〜13:00を除く）", "", "cccoc ccooo occco ?o??c"),
        (WEEK, "9:30〜17:00（水曜日は19:00まで）", "年末年始", "coooo ccoco cccco ?occo"),
        (ALL, "平日 9:00〜17:00、土日 10:00〜16:00", "", "ooocc ccoco coooo ?o??c"),
        (WEEK, "9:00〜17:00（祝日・年末年始を除く）", "", "ooocc ccoco cccco coccc"),
        (WITH_SATURDAY, "9:00〜17:00 ※土曜日のみ 10:00〜13:00", "", "ooocc ccoco cooco ?o??c"),
        ("金", "金曜日 13:00〜16:00", "", "ccccc cccco ccccc ccc?c"),
        ("第2・第4土", "第2・第4土曜日 10:00〜13:00", "", "ccccc ccccc coccc ??c?c"),
        (WEEK, "13:00〜17:00（要予約）", "", AS_WRITTEN),
        (WEEK, "月・水・金 10:00〜15:00 / 火・木 13:00〜18:00", "祝日、年末年始", "ccocc ccooo cccco ccccc"),
        (WEEK, "9:00〜20:00（受付は19:30まで）", "", AS_WRITTEN),
        (ALL, "24時間", "", AS_WRITTEN),
        (WEEK, "9:00〜正午", "", "ooccc ccccc cccco ?o??c"),
        (WEEK, "午後1時〜5時", "祝日", "ccccc ccoco ccccc cc?cc"),
        ("火水木金土日", "10:00〜19:00", "", "ccooo ccooo ooooc ????o"),
        (f"{ALL}祝", "9:00〜17:00", "年末年始", "ooocc ccoco coooo ooccc"),
        ("水", "18:00〜21:00", "8/12-8/16", "cccco occcc ccccc ccc?c"),
        (WEEK, "英語は月曜日、中国語は水曜日 9:00〜17:00", "", AS_WRITTEN),
    ],
    ids=lambda value: str(value)[:24],
)
def test_open_or_closed_by_the_words_of_an_office(days: str, hours: str, closed: str, states: str) -> None:
    """At every instant; where the wording cannot be read nothing is told, and it stands on the card as it is."""
    counter = replace(SAPPORO, days=days, hours=hours, closed=closed)
    moments = [datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=JAPAN_TIME) for text in INSTANTS]
    told = [tell_opening(counter, moment) for moment in moments]
    assert "".join(STATES[opening.state] if opening else "-" for opening in told) == states.replace(" ", "")
    [section] = describe_offices(Offices((), (counter,)), load_language("vi"), moments[0])
    stands = any(hours in item.text and item.lang == "ja" for item in section.items)
    assert stands == (states == AS_WRITTEN)
