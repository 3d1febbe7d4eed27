"""iCalendar (RFC 5545): one event for each class whose days and time are known, with the dates that are known of it.

Nothing is promised beyond what its row says: without an end its dates stop with the fiscal year, those of breaks fall
out, and the description says what has to be asked. Such an event is tentative, and it makes nobody busy.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence

from data.courses.patterns import find_known_day, find_period, list_known_dates
from data.courses.records import Course
from data.published.calendar_words import describe_event, write_place
from data.published.content_lines import escape_text, join_lines
from data.published.notes import NOTICE
from data.published.recurrence import write_recurrence

IDENTITIES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:madoguchi-map:class")
NAME = "Japanese classes / 日本語教室"
ABOUT = f"{NOTICE} Classes without known days and time, and those whose time is over, are in classes.csv only."
HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Madoguchi Map//Japanese classes//EN",
    "CALSCALE:GREGORIAN",
    f"NAME:{NAME}",
    f"X-WR-CALNAME:{NAME}",
    f"DESCRIPTION:{escape_text(ABOUT)}",
    f"X-WR-CALDESC:{escape_text(ABOUT)}",
    "X-WR-TIMEZONE:Asia/Tokyo",
)
TIME_ZONE = (  # Japan has had no summer time since 1951
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Tokyo",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0900",
    "TZNAME:JST",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def write_calendar(courses: Sequence[Course]) -> str:
    """Write the classes' events; the same classes give the same text. What no value can hold becomes U+FFFD."""
    events = (line for course in courses for line in _write_event(course))
    return join_lines((*HEAD, *TIME_ZONE, *events, "END:VCALENDAR"))


def _write_event(course: Course) -> Iterator[str]:
    """Yield the lines of a class's event; none where it has no known date or time."""
    period, dates = find_period(course), list_known_dates(course)
    if period is None or course.start is None or not dates:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:urn:uuid:{uuid.uuid5(IDENTITIES, ' '.join(_list_identity(course)))}"
    yield f"DTSTAMP:{find_known_day(course) or period[0]:%Y%m%d}T000000Z"
    yield from write_recurrence(course, course.start, dates)
    yield f"SUMMARY:{escape_text(' / '.join(filter(None, (course.name, course.name_en))))}"
    if place := write_place(course):
        yield f"LOCATION:{escape_text(place)}"
    if course.latitude is not None and course.longitude is not None:
        yield f"GEO:{course.latitude};{course.longitude}"
    if course.url and course.url.isprintable():
        yield f"URL:{course.url}"
    yield f"DESCRIPTION:{escape_text(describe_event(course, period[1]))}"
    yield f"STATUS:{'CONFIRMED' if _is_sure(course) else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _list_identity(course: Course) -> Iterable[str]:
    """List what a class keeps when its facts change: its ID in its place; without one what tells it from others."""
    if course.id:
        return (course.code, course.id)
    return (course.code, "", course.name, course.venue, "".join(course.weekdays), str(course.start))


def _is_sure(course: Course) -> bool:
    """Tell whether its dates are known to the last: it takes people, and its end and its breaks are known."""
    is_whole = course.valid_until is not None and course.breaks is not None and course.breaks.is_read
    return is_whole and course.accepting not in {"full", "paused"}
