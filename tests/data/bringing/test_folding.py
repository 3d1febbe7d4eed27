"""Dates become weekly patterns that name exactly those dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

import jpholiday
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.bringing.folding import Pattern, find_week, fold_dates
from data.courses.cells import read_breaks, read_weeks
from data.hours import WEEKDAYS
from tests.data.bringing.lists import list_days

SATURDAYS = list_days("2026-04-01", "2026-09-30", 5)
EVEN = [day for day in SATURDAYS if find_week(day) in {2, 4}]
MONDAYS = list_days("2026-04-01", "2027-03-31", 0)
DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (SATURDAYS, [("土", "毎週", "")]),
        ([day for day in SATURDAYS if day.month != 8], [("土", "毎週", "8月")]),
        ([day for day in SATURDAYS if day.month != 8 and find_week(day) < 5], [("土", "毎週", "8月・第5週")]),
        (EVEN, [("土", "第2・第4", "")]),
        ([day for day in EVEN if day.month != 8], [("土", "第2・第4", "8月")]),
        ([day for day in SATURDAYS if find_week(day) in {2, 3, 4}], [("土", "第2・第3・第4", "")]),
        ([day for day in SATURDAYS if find_week(day) == 1], [("土", "第1", "")]),
        (SATURDAYS[::2], [("土", "隔週", "")]),
        ([day for day in SATURDAYS[::2] if day.month != 8], [("土", "隔週", "8月")]),
        (SATURDAYS + list_days("2026-04-01", "2026-09-30", 1), [("火・土", "毎週", "")]),
        (EVEN + list_days("2026-04-01", "2026-09-30", 2), [("水", "毎週", ""), ("土", "第2・第4", "")]),
        ([day for day in MONDAYS if not jpholiday.is_holiday(day)], [("月", "毎週", "祝日")]),
        ([*SATURDAYS[:6], *SATURDAYS[9:]], [("土", "毎週", "2026年5月16日〜2026年5月30日")]),
        ([*SATURDAYS[:6], *SATURDAYS[7:], date(2026, 5, 17)], [("土", "毎週(ほかに2026年5月17日)", "2026年5月16日")]),
        ([date(2026, 4, 4)], [("土", "2026年4月4日", "")]),
        (
            [date(2026, 4, 4), date(2026, 5, 16), date(2026, 7, 25)],
            [("土", "2026年4月4日・2026年5月16日・2026年7月25日", "")],
        ),
    ],
    ids=lambda value: "; ".join(" ".join(row) for row in value) if value and isinstance(value[0], tuple) else "",
)
def test_dates_are_folded(dates: list[date], expected: list[tuple[str, str, str]]) -> None:
    """Weekly, some weeks of the month, alternate, with breaks that can be remembered; else the dates themselves."""
    patterns = fold_dates(dates)
    assert [(pattern.weekdays, pattern.weeks, pattern.breaks) for pattern in patterns] == expected
    assert sorted(day for pattern in patterns for day in pattern.dates) == sorted(dates)


def test_the_words_of_the_list_decide_where_two_rules_fit() -> None:
    """Four dates may be the second and fourth of two months or every other one."""
    assert [pattern.weeks for pattern in fold_dates(EVEN[:4])] == ["第2・第4"]
    assert [pattern.weeks for pattern in fold_dates(EVEN[:4], "隔週")] == ["隔週"]


@given(st.sets(st.integers(0, 200), min_size=1, max_size=40))
def test_a_pattern_names_exactly_its_dates(numbers: set[int]) -> None:
    """Whatever the dates are, a reader who follows the cells comes on them and on no other; none is lost."""
    dates = {date(2026, 4, 1) + timedelta(days=number) for number in numbers}
    patterns = fold_dates(dates)
    assert {day for pattern in patterns for day in pattern.dates} == dates
    for pattern in patterns:
        if pattern.weeks.endswith("回"):
            continue  # too many to be named one by one
        assert follow(pattern) == set(pattern.dates)


def follow(pattern: Pattern) -> set[date]:
    """Return the dates on which somebody comes who reads the cells, within the span of the pattern."""
    rule, _, others = pattern.weeks.removesuffix(")").partition("(ほかに")
    named = {date(*map(int, found)) for found in re.findall(DAY, others)}
    weeks = read_weeks(rule)
    assert weeks
    if weeks.kind == "as written":
        return {date(*map(int, found)) for found in re.findall(DAY, rule)} | named
    days = set()
    for sign in pattern.weekdays.split("・"):
        own = [day for day in pattern.dates if WEEKDAYS[day.weekday()] == sign and day not in named]
        span = [own[0] + timedelta(days=7 * number) for number in range((own[-1] - own[0]).days // 7 + 1)]
        days |= {
            day
            for number, day in enumerate(span)
            if {"every": True, "alternate": number % 2 == 0}.get(weeks.kind, find_week(day) in weeks.numbers)
        }
    return {day for day in days if not is_off(day, pattern.breaks)} | named


def is_off(day: date, cell: str) -> bool:
    """Tell whether a date lies in a break."""
    breaks = read_breaks(re.sub(DAY + f"(?:〜{DAY})?", "", cell))
    spans = [(date(*map(int, one[:3])), date(*map(int, one[3:] if one[3] else one[:3]))) for one in find_spans(cell)]
    if breaks and (day.month in breaks.months or find_week(day) in breaks.weeks):
        return True
    return bool(breaks and breaks.on_holidays and jpholiday.is_holiday(day)) or any(
        first <= day <= last for first, last in spans
    )


def find_spans(cell: str) -> list[tuple[str, ...]]:
    """Find the dates and spans of dates of a cell."""
    return re.findall(f"{DAY}(?:〜{DAY})?", cell)
