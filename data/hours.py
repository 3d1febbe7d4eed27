"""Opening hours: the weekly schedule that a counter's days, hours and closing days mean, where they can be read.

days    "月火水木金", "月-金", "月火水木金 第2・第4土", "土日祝"
hours   "9:30-17:00; 水 9:30-19:00", "9:00-12:00 13:00-17:00": without a day: of all days
        without their own; as offices word them too (data/hour_words.py)
closed  "holidays", "New Year", "8/6", "12/29-1/3", parted by semicolons
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from data.hour_words import tidy, write_plainly

WEEKDAYS = "月火水木金土日"
HOLIDAY = "祝"
_SIGNS = WEEKDAYS + HOLIDAY
_GROUP = re.compile(rf"(?P<weeks>第[1-5](?:・?第?[1-5])*)?(?P<days>[{_SIGNS}](?:[-・]?[{_SIGNS}])*)")
_SPAN = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
_DATES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:-([0-9]{1,2})/([0-9]{1,2}))?")
_HOLIDAYS = {"holidays", "祝日", "祝休日"}
_NEW_YEAR = {"new year", "年末年始"}

MonthDay = tuple[int, int]
NEW_YEAR: tuple[MonthDay, MonthDay] = ((12, 29), (1, 3))  # when public offices in Japan are closed


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week (its sign; 祝 is a public holiday), each week or in the given weeks of the month."""

    sign: str
    weeks: tuple[int, ...] = ()

    def is_on(self, day: date) -> bool:
        """Tell whether a date is such a day; whether it is a holiday is not asked."""
        in_week = not self.weeks or (day.day - 1) // 7 + 1 in self.weeks
        return WEEKDAYS[day.weekday()] == self.sign and in_week


@dataclass(frozen=True, slots=True)
class Span:
    """From one time of a day to a later one."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Closing:
    """When it is closed besides: on public holidays, and from one day of the year to another, each included."""

    on_holidays: bool
    dates: tuple[tuple[MonthDay, MonthDay], ...]

    def covers(self, day: date) -> bool:
        """Tell whether a date is one of the named dates; a span may run over the end of the year."""
        found = (day.month, day.day)
        return any(
            first <= found <= last if first <= last else found >= first or found <= last for first, last in self.dates
        )


@dataclass(frozen=True, slots=True)
class Schedule:
    """A week: each day that it is open, with its spans in order, and when it is closed all the same."""

    days: tuple[tuple[Day, tuple[Span, ...]], ...]
    closing: Closing


def read_schedule(days: str, hours: str, closed: str) -> Schedule | None:
    """Return what the three cells mean; None where any of it cannot be read, or days or hours are not known."""
    plain = write_plainly(hours)
    open_days, closing = read_days(days), read_closing(f"{closed};{plain.closed}")
    groups, pauses = _read_groups(plain.hours), _read_spans(plain.pauses)
    if not open_days or closing is None or groups is None or pauses is None:
        return None
    common: list[Span] = []
    special: dict[str, list[Span]] = {}
    for signs, span in groups:
        if not signs <= {day.sign for day in open_days}:
            return None
        for target in [special.setdefault(sign, []) for sign in sorted(signs)] or [common]:
            target.append(span)
    weekly = tuple((day, _leave_out(pauses, special.get(day.sign, common))) for day in open_days)
    return Schedule(weekly, closing) if all(_is_in_order(spans) for _, spans in weekly) else None


def read_days(text: str) -> tuple[Day, ...] | None:
    """Return the days that a cell means, () for an empty one; None if it cannot be read."""
    parts = [part for part in re.split(r"[\s,、;]+", tidy(text)) if part]
    groups = [tuple(_read_group(group)) if (group := _GROUP.fullmatch(part)) else () for part in parts]
    days = tuple(day for group in groups for day in group)
    return days if all(groups) and len({day.sign for day in days}) == len(days) else None


def read_closing(text: str) -> Closing | None:
    """Return the closing days that a cell means; None if it cannot be read."""
    words = [word.strip().lower() for word in _split(text, ";,、")]
    spans = [NEW_YEAR if word in _NEW_YEAR else _read_dates(word) for word in words if word not in _HOLIDAYS]
    dates = tuple(span for span in spans if span)
    return Closing(not _HOLIDAYS.isdisjoint(words), dates) if len(dates) == len(spans) else None


def _read_groups(hours: str) -> list[tuple[set[str], Span]] | None:
    """Return each span with the signs of the days before it, none for all days; None where there is anything else."""
    groups: list[tuple[set[str], Span]] = []
    for part in _split(hours, ";"):
        signs, end = set[str](), 0
        for found in _SPAN.finditer(part):
            named, span = part[end : found.start()].strip(" ,、"), _read_span(found)
            signs, end = {day.sign for day in read_days(named) or ()} if named else signs, found.end()
            if span is None or (named and not signs):
                return None
            groups.append((signs, span))
        if not end or part[end:].strip(" ,、"):
            return None
    return groups


def _leave_out(pauses: Sequence[Span], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Part the spans that go on over a pause."""
    for pause in pauses:
        cut = [(span, span.start < pause.start and pause.end < span.end) for span in spans]
        halves = [
            (Span(span.start, pause.start), Span(pause.end, span.end)) if is_cut else (span,) for span, is_cut in cut
        ]
        spans = [span for parts in halves for span in parts]
    return tuple(spans)


def _split(text: str, separators: str) -> list[str]:
    return [part for part in re.split(f"[{separators}]", tidy(text)) if part.strip()]


def _read_group(group: re.Match[str]) -> Iterator[Day]:
    """Yield the days of a group such as 月-金, 土日 or 第2・第4土."""
    weeks = tuple(int(digit) for digit in re.findall("[1-5]", group["weeks"] or ""))
    for first, dash, last in re.findall(rf"([{_SIGNS}])(?:(-)([{_SIGNS}]))?", group["days"]):
        start, end = _SIGNS.index(first), _SIGNS.index(last if dash else first)
        yield from (Day(sign, weeks) for sign in _SIGNS[start : end + 1])


def _read_spans(text: str) -> list[Span] | None:
    """Return the spans of a text that holds nothing else."""
    spans = [_read_span(match) for match in _SPAN.finditer(text)]
    whole = not _SPAN.sub("", text).strip(" ,、")
    return [span for span in spans if span] if whole and None not in spans else None


def _read_span(match: re.Match[str]) -> Span | None:
    hour, minute, end_hour, end_minute = map(int, match.groups())
    try:
        span = Span(time(hour, minute), time(end_hour, end_minute))
    except ValueError:
        return None
    return span if span.start < span.end else None


def _read_dates(word: str) -> tuple[MonthDay, MonthDay] | None:
    """Return the first and the last of the days that 8/6 or 12/29-1/3 means."""
    match = _DATES.fullmatch(word)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    last = (int(match[3]), int(match[4])) if match[3] else (month, day)
    return ((month, day), last) if all(map(_is_date, ((month, day), last))) else None


def _is_date(month_day: MonthDay) -> bool:
    try:
        date(2000, *month_day)  # a leap year
    except ValueError:
        return False
    return True


def _is_in_order(spans: Sequence[Span]) -> bool:
    """Tell whether there are spans and each begins after the one before."""
    return bool(spans) and all(before.end <= after.start for before, after in pairwise(spans))
