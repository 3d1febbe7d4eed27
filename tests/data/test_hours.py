"""Opening hours are read where they can be, and nothing is made of those that cannot."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.hours import NEW_YEAR, WEEKDAYS, Closing, Day, Schedule, read_closing, read_days, read_schedule
from tests.hostile import FORMULAS, SEPARATORS, TEXTS, UNWRITABLE

WEEK = "月火水木金"


def show(schedule: Schedule | None) -> dict[str, str] | None:
    """Show the spans of each day's sign as text."""
    if schedule is None:
        return None
    return {
        day.sign: " ".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in spans) for day, spans in schedule.days
    }


@pytest.mark.parametrize(
    ("days", "hours", "expected"),
    [
        ("月火", "9:30-17:00", {"月": "09:30-17:00", "火": "09:30-17:00"}),
        ("火水", "9:30-17:00; 水 9:30-19:00", {"火": "09:30-17:00", "水": "09:30-19:00"}),
        ("火水", "水 9:30-19:00; 9:30-17:00", {"火": "09:30-17:00", "水": "09:30-19:00"}),
        ("火水", "火 9:00-12:00; 水 13:00-17:00", {"火": "09:00-12:00", "水": "13:00-17:00"}),
        ("月", "9:00-12:00 13:00-17:00", {"月": "09:00-12:00 13:00-17:00"}),
        ("月", "9:00〜12:00、13:00～17:00", {"月": "09:00-12:00 13:00-17:00"}),
        ("月", "9:00 - 12:00; 13:00–17:00", {"月": "09:00-12:00 13:00-17:00"}),
        ("月", "９：３０～１７：００", {"月": "09:30-17:00"}),
        ("木金土", "木・金 9:00-20:00; 土 9:00-17:00", dict.fromkeys("木金", "09:00-20:00") | {"土": "09:00-17:00"}),
        ("月-金", "8:30-17:15", dict.fromkeys(WEEK, "08:30-17:15")),
        ("月～水 祝", "8:30-17:15; 祝 9:00-12:00", dict.fromkeys("月火水", "08:30-17:15") | {"祝": "09:00-12:00"}),
        ("金 第2・第4土", "10:00-17:00; 第2・第4土 10:00-13:00", {"金": "10:00-17:00", "土": "10:00-13:00"}),
    ],
)
def test_hours_are_read_as_offices_write_them(days: str, hours: str, expected: dict[str, str]) -> None:
    """Each day has its spans; times without a day are those of all days that have none of their own."""
    assert show(read_schedule(days, hours, "")) == expected


@pytest.mark.parametrize(
    ("days", "hours", "closed"),
    [
        ("", "9:00-17:00", ""),
        ("月", "", ""),
        ("月", "曜日ごとに異なります", ""),
        ("月", "9:00-17:00 (reception to 16:30)", ""),
        ("月", "mainly 9:00-17:00", ""),
        ("月", "9-17", ""),
        ("月", "17:00-9:00", ""),
        ("月", "9:00-25:00", ""),
        ("月", "9:00-12:00 11:00-17:00", ""),
        ("月", "火 9:00-17:00", ""),
        ("月火", "火 9:00-17:00", ""),
        ("毎日", "9:00-17:00", ""),
        ("金-月", "9:00-17:00", ""),
        ("月月", "9:00-17:00", ""),
        ("月", "9:00-17:00", "closing days of the house"),
        ("月", "9:00-17:00", "2/30"),
    ],
)
def test_what_cannot_be_read_makes_no_schedule(days: str, hours: str, closed: str) -> None:
    """Nothing is guessed: days that are not named, times in words, times that run backwards or into each other."""
    assert read_schedule(days, hours, closed) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("月・水", (Day("月"), Day("水"))),
        ("第2・第4土", (Day("土", (2, 4)),)),
        ("第1・3土日", (Day("土", (1, 3)), Day("日", (1, 3)))),
        ("月,火;水", (Day("月"), Day("火"), Day("水"))),
        ("every day", None),
        ("第6土", None),
        ("第2", None),
    ],
)
def test_days_are_read(text: str, expected: tuple[Day, ...] | None) -> None:
    """Signs, ranges and weeks of the month."""
    assert read_days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Closing(on_holidays=False, dates=())),
        ("holidays; New Year", Closing(on_holidays=True, dates=(NEW_YEAR,))),
        ("祝日、年末年始", Closing(on_holidays=True, dates=(NEW_YEAR,))),
        ("8/6; 12/28-1/4", Closing(on_holidays=False, dates=(((8, 6), (8, 6)), ((12, 28), (1, 4))))),
        ("13/1", None),
        ("some days", None),
    ],
)
def test_closing_days_are_read(text: str, expected: Closing | None) -> None:
    """Holidays, New Year, a date, a span of dates."""
    assert read_closing(text) == expected


def test_a_closing_may_run_over_the_end_of_the_year() -> None:
    """29 December and 3 January are in it, the days around them are not."""
    closing = Closing(on_holidays=False, dates=(NEW_YEAR,))
    days = [date(2026, 12, 28), date(2026, 12, 29), date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4)]
    assert [closing.covers(day) for day in days] == [False, True, True, True, False]


@given(
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True),
    st.lists(
        st.times().map(lambda moment: moment.replace(second=0, microsecond=0)), min_size=2, max_size=6, unique=True
    ),
)
def test_written_hours_come_back(signs: list[str], times: list[time]) -> None:
    """Any days with any spans in order are read as they were written."""
    moments = sorted(times)[: len(times) // 2 * 2]
    pairs = list(zip(moments[::2], moments[1::2], strict=True))
    text = " ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in pairs)
    assert show(read_schedule("".join(signs), text, "")) == dict.fromkeys(signs, text)


@given(*[st.one_of(st.text(max_size=30), st.sampled_from((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE)))] * 3)
def test_any_text_is_read_without_an_error(days: str, hours: str, closed: str) -> None:
    """Hostile cells make no schedule or one with spans; none raises."""
    schedule = read_schedule(days, hours, closed)
    assert schedule is None or all(spans for _, spans in schedule.days)
