"""Days and hours of a counter: in the form that is read, in the order of the week, as offices are open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from data.hours import HOLIDAY, WEEKDAYS, read_days, read_schedule
from data.inspection.cells import Oddity

_SPAN = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
_PLAIN_HOURS = re.compile(
    r"(?:[月火水木金土日祝]+ )?[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}(?: [0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2})*"
)
_CLOSING = re.compile(r"([0-9]{1,2})/([0-9]{1,2})-([0-9]{1,2})/([0-9]{1,2})")
_MOST_CLOSED_DAYS = 10  # on end
_LOOK = "Compare the row with its source."


def find_odd_hours(hours: str) -> Iterator[Oddity]:
    """Yield hours that are nearly hours, and hours at which no office opens."""
    is_read = read_schedule(WEEKDAYS + HOLIDAY, hours, "") is not None  # as offices word them, too
    bare = re.sub(r"\s*\([^)]*\)", "", hours)  # words in brackets say more, and may hold anything
    for part in filter(None, (part.strip() for part in bare.split(";"))):
        if not is_read and not _PLAIN_HOURS.fullmatch(part) and not re.search("[a-z]{3}|[ぁ-ゖ]{3}", part):
            yield Oddity(f"{part!r} is neither hours such as 9:30-17:00 nor words.", "Write it so.")
    yield from _find_overlaps(bare)
    for start, minute, end, end_minute in _SPAN.findall(hours):
        first, last = int(start) * 60 + int(minute), int(end) * 60 + int(end_minute)
        if not (7 * 60 <= first < last <= 22 * 60) or int(minute) % 15 or int(end_minute) % 15:
            yield Oddity(f"{start}:{minute}-{end}:{end_minute}: no office is open so.", _LOOK)


def _find_overlaps(hours: str) -> Iterator[Oddity]:
    """Yield hours of one day that begin before those in front of them end."""
    for part in hours.split(";"):
        spans = [tuple(map(int, span)) for span in _SPAN.findall(part)]
        if any(after[:2] < before[2:] for before, after in pairwise(spans)):
            yield Oddity(f"{part.strip()}: the second hours begin before the first end.", _LOOK)


def find_odd_closing(closed: str) -> Iterator[Oddity]:
    """Yield days of the year that do not exist, and weeks of closing that no counter has."""
    for first_month, first, last_month, last in _CLOSING.findall(closed):
        try:
            begin, end = (date(2023, *map(int, day)) for day in ((first_month, first), (last_month, last)))
        except ValueError:
            yield Oddity(f"{first_month}/{first}-{last_month}/{last}: there is no such day.", _LOOK)
            continue
        if (end - begin).days % 365 > _MOST_CLOSED_DAYS:
            yield Oddity(f"{first_month}/{first}-{last_month}/{last} are many days to be closed.", _LOOK, notice=True)


def find_odd_days(days: str) -> Iterator[Oddity]:
    """Yield days out of order, and a single day missing in the middle of a week."""
    signs = [day.sign for day in read_days(days) or () if not day.weeks and day.sign in WEEKDAYS]
    places = [WEEKDAYS.index(sign) for sign in signs]
    if re.search(r"\s(?!第)", days.strip()):
        yield Oddity(
            "Days stand together; a space comes only before weeks of the month (第2・第4土).", "Delete the space."
        )
    if places != sorted(places):
        yield Oddity("The days do not stand in the order of the week.", "Write them from Monday.")
    elif places in ([0, 1], [0, 1, 2], [0, 1, 2, 3]):
        yield Oddity("It is open from Monday on, and Friday is missing.", _LOOK, notice=True)
    elif places == [1, 2, 3, 4]:
        yield Oddity("It is open until Friday, and Monday is missing.", _LOOK, notice=True)
    elif len(places) > 2 and places[-1] - places[0] != len(places) - 1:
        yield Oddity("A day in the middle of the week is missing.", _LOOK, notice=True)
