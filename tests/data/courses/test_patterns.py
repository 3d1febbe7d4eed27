"""The dates on which a class takes place, as far as its row says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from data.courses.patterns import find_period, goes_on, list_dates
from data.offices import Source
from tests.courses import make_course
from tests.data.courses.weekly_patterns import PATTERNS, UNKNOWN, YEAR, WrittenPattern


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_a_pattern_has_its_dates_and_no_others(pattern: WrittenPattern) -> None:
    """Weeks, breaks and period count, and public holidays are those of Japan."""
    course = pattern.make_course()
    dates = list_dates(course, *YEAR)
    assert len(dates) == pattern.count
    assert pattern.list_days(pattern.held) - {*dates} == set()
    assert pattern.list_days(pattern.left_out) & {*dates} == set()
    assert list_dates(course, dates[1], dates[3]) == dates[1:4]


@pytest.mark.parametrize("pattern", UNKNOWN, ids=lambda pattern: f"{pattern}-{pattern.valid_from}")
def test_what_is_not_known_has_no_dates(pattern: WrittenPattern) -> None:
    """Nothing is made up: not the weeks, not the day, not the parity, nothing outside the period."""
    course = pattern.make_course()
    assert list_dates(course, *YEAR) == ()
    assert not goes_on(course, date(2026, 4, 1)) or course.valid_from == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("2026-04-01", "2027-03-31")),
        ({"source": Source("x", "2026-03-31")}, ("2026-03-31", "2026-03-31")),
        ({"source": Source("x", "2026-02 or later")}, ("2026-02-01", "2026-03-31")),
        ({"source": Source("x", "FY2026")}, ("2026-04-01", "2027-03-31")),
        ({"source": Source("x", "2026")}, ("2026-01-01", "2026-03-31")),
        ({"source": Source("x", "2024-05-01"), "checked_on": date(2026, 10, 3)}, ("2026-10-03", "2027-03-31")),
        ({"valid_from": date(2026, 6, 1)}, ("2026-06-01", "2027-03-31")),
        ({"valid_from": date(2027, 4, 1)}, ("2027-04-01", "2028-03-31")),
        ({"valid_from": date(1995, 4, 1)}, ("2025-03-31", "2027-03-31")),
        ({"valid_until": date(2026, 9, 30)}, ("2026-04-01", "2026-09-30")),
        ({"valid_until": date(9999, 12, 31)}, ("2026-04-01", "2028-04-01")),
        ({"valid_until": date(2026, 3, 31)}, None),
        ({"source": Source("x", "")}, None),
        ({"source": Source("x", "2026-13-45")}, None),
        ({"source": Source("x", "spring")}, None),
        ({"source": Source("x", "")} | {"valid_from": date(9999, 12, 31)}, None),
    ],
)
def test_a_period_ends_where_knowledge_does(changes: dict[str, Any], expected: tuple[str, str] | None) -> None:
    """Without an end with the fiscal year of the last day on which somebody described it, or in which it begins."""
    found = find_period(make_course(**changes))
    assert (found and tuple(map(str, found))) == expected


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ({}, "2027-03-27", True),
        ({}, "2027-03-28", False),
        ({"start": None}, "2026-05-01", False),
        ({"weeks": None}, "2026-05-01", False),
        ({"valid_until": date(2026, 5, 8)}, "2026-05-02", True),
        ({"valid_until": date(2026, 5, 8)}, "2026-05-03", False),
    ],
)
def test_a_class_goes_on_to_its_last_known_date(changes: dict[str, Any], today: str, expected: bool) -> None:
    """That day included; without a known time of day nobody could go there."""
    assert goes_on(make_course(**changes), date.fromisoformat(today)) is expected


def test_alternate_weeks_begin_with_the_first_of_their_weekdays() -> None:
    """Whatever day of the week the period begins on, the first date is within a week of it, then every other week."""
    for begin in (date(2026, 4, 1) + timedelta(days=ahead) for ahead in range(7)):
        pattern = WrittenPattern("土", "隔週", "", 0, valid_from=begin)
        first, second, *_ = list_dates(pattern.make_course(), *YEAR)
        assert 0 <= (first - begin).days < 7
        assert (second - first).days == 14
