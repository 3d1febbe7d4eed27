"""Dates on which a class takes place, as far as its row says: nothing is added to what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import jpholiday

from data.courses.records import Breaks, Course, Weeks
from data.hours import WEEKDAYS

DAYS_PER_WEEK = 7
FISCAL_YEAR_END = (3, 31)  # month and day; classes in Japan go by fiscal year
BEFORE, AFTER = timedelta(days=366), timedelta(days=731)
YEARS = range(1950, 2150)  # what lies beyond is a slip
_FIRST_DAYS = (  # what a source's date begins with, the exact ones first
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})"),
    re.compile(r"FY(?P<fiscal>\d{4})"),
    re.compile(r"(?P<year>\d{4})"),
)


def list_dates(course: Course, first: date, last: date) -> tuple[date, ...]:
    """Return the dates from `first` to `last` on which a class takes place; none where its pattern cannot be told.

    It cannot where no weekday is known, or in which weeks, and of alternate weeks without the day on which they begin:
    they are counted from the first of its weekdays then. Of breaks only what was read of them counts.
    """
    first = max(first, course.valid_from or first)
    last = min(last, course.valid_until or last)
    return tuple(day for day in _list_days(first, last) if _is_on(course, day)) if has_pattern(course) else ()


def find_period(course: Course) -> tuple[date, date] | None:
    """Return the first and the last day for which a class's pattern is known; None where no day of it is.

    Without an end it is known to the end of the fiscal year in which it was described or begins, whichever is later. A
    long time counts from a year before that day to two years after it.
    """
    known = find_known_day(course)
    days = [day for day in (course.valid_from, known) if day]
    anchor = max(days, default=None)
    if anchor is None or anchor.year not in YEARS:
        return None
    first = max(course.valid_from or anchor, anchor - BEFORE)
    last = min(course.valid_until or _end_fiscal_year(anchor), anchor + AFTER)
    return (first, last) if first <= last else None


def find_known_day(course: Course) -> date | None:
    """Return the last day of which it is known that somebody described the class so; None where no date is there.

    Of a source that names only a month or a year it is the first day of that.
    """
    days = [day for day in (course.checked_on, _read_source_day(course.source.date)) if day]
    return max(days, default=None)


def list_known_dates(course: Course) -> tuple[date, ...]:
    """Return all the dates of a class that are known; none where its time of day is not."""
    period = find_period(course)
    return list_dates(course, *period) if period and course.start else ()


def goes_on(course: Course, today: date) -> bool:
    """Tell whether a class has a known date and time that is not over."""
    period = find_period(course)
    if period is None or course.start is None or not has_pattern(course):
        return False
    first, last = period
    return any(_is_on(course, day) for day in _list_days(max(first, today), last))


def has_pattern(course: Course) -> bool:
    """Tell whether it is known in which weeks and on which days of them a class takes place."""
    if course.weeks is None or not course.weekdays or course.weeks.kind == "as written":
        return False
    return course.weeks.kind != "alternate" or course.valid_from is not None


def is_break(course: Course, day: date) -> bool:
    """Tell whether a class is known to take no place on a date for a break."""
    breaks = course.breaks or Breaks("")
    if day.month in breaks.months or _count_week(day) in breaks.weeks:
        return True
    return breaks.on_holidays and bool(jpholiday.is_holiday(day))


def _is_on(course: Course, day: date) -> bool:
    """Tell whether a date is one of a class's weekdays in one of its weeks, and no break; its period is not asked."""
    if WEEKDAYS[day.weekday()] not in course.weekdays or is_break(course, day):
        return False
    weeks = course.weeks or Weeks("as written")
    if weeks.kind == "of the month":
        return _count_week(day) in weeks.numbers
    return weeks.kind == "every" or (course.valid_from is not None and _is_alternate(course, course.valid_from, day))


def _is_alternate(course: Course, begin: date, day: date) -> bool:
    """Tell whether a date lies an even number of weeks, from Monday on, after that of the first of its weekdays."""
    wait = min((WEEKDAYS.index(sign) - begin.weekday()) % DAYS_PER_WEEK for sign in course.weekdays)
    return (_number_week(day.toordinal()) - _number_week(begin.toordinal() + wait)) % 2 == 0


def _number_week(ordinal: int) -> int:
    """Number the week, from Monday on, that a day lies in; the first day of all was a Monday."""
    return (ordinal - 1) // DAYS_PER_WEEK


def _count_week(day: date) -> int:
    """Return which of its weekday a date is in its month, from 1."""
    return (day.day - 1) // DAYS_PER_WEEK + 1


def _list_days(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        yield first + timedelta(days=ahead)


def _end_fiscal_year(day: date) -> date:
    """Return the last day of the Japanese fiscal year that a date lies in."""
    year = day.year if (day.month, day.day) <= FISCAL_YEAR_END else day.year + 1
    return date(year, *FISCAL_YEAR_END)


def _read_source_day(text: str) -> date | None:
    found = next((match for form in _FIRST_DAYS if (match := form.match(text))), None)
    if found is None:
        return None
    parts = {name: int(digits) for name, digits in found.groupdict().items()}
    try:
        if "fiscal" in parts:
            return date(parts["fiscal"], 4, 1)
        return date(parts["year"], parts.get("month", 1), parts.get("day", 1))
    except ValueError:
        return None
