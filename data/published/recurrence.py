"""A class's dates as iCalendar has them (RFC 5545): its first, the rule for the others, and those that fall out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from data.courses.patterns import list_dates
from data.courses.records import Course, Weeks
from data.hours import WEEKDAYS
from data.japan_time import JAPAN_TIME

ZONE = "Asia/Tokyo"
STAMP = "%Y%m%dT%H%M%S"
DAY_NAMES = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


def write_recurrence(course: Course, start: time, dates: tuple[date, ...]) -> Iterator[str]:
    """Yield the lines that mean these dates of a class, which begin its pattern; `start` is in Japanese time."""
    first, last = dates[0], dates[-1]
    moment = f";TZID={ZONE}:{write_local(first, start)}"
    yield f"DTSTART{moment}"
    if course.end and course.end > start:
        yield f"DTEND;TZID={ZONE}:{write_local(first, course.end)}"
    if course.weeks and first != last:
        until = datetime.combine(last, start, JAPAN_TIME).astimezone(UTC)
        yield f"RRULE:{_write_rule(course.weeks, course.weekdays)};UNTIL={until:{STAMP}}Z"
    without_breaks = list_dates(replace(course, breaks=None), first, last)
    if left_out := sorted({*without_breaks} - {*dates}):
        yield f"EXDATE;TZID={ZONE}:{','.join(write_local(day, start) for day in left_out)}"


def write_local(day: date, moment: time) -> str:
    """Write a date with a time of day."""
    return f"{datetime.combine(day, moment):{STAMP}}"


def _write_rule(weeks: Weeks, weekdays: tuple[str, ...]) -> str:
    names = [DAY_NAMES[sign] for sign in weekdays]
    match weeks.kind:
        case "of the month":
            return f"FREQ=MONTHLY;BYDAY={','.join(f'{number}{name}' for number in weeks.numbers for name in names)}"
        case "alternate":
            return f"FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY={','.join(names)}"
    return f"FREQ=WEEKLY;BYDAY={','.join(names)}"
