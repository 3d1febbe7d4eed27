"""Open now: what a counter's hours say of an instant, by Japanese time and Japanese public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

import jpholiday

from data.hours import HOLIDAY, NEW_YEAR, Closing, Schedule, Span, read_schedule
from data.offices import Counter
from pages.answers.japan_time import JAPAN_TIME

State = Literal["open", "closed", "ask"]
AHEAD_DAYS = 14  # days that are looked through for the next opening
_AT_NEW_YEAR = Closing(on_holidays=False, dates=(NEW_YEAR,))


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a counter is open; "ask" where its hours do not say, as on a holiday that they do not name.

    `changes` is when that ends, in Japanese time: when it closes, or opens next; None where it cannot be told. It is
    so `until` then, or for the rest of the day.
    """

    state: State
    until: datetime
    changes: datetime | None = None


def tell_opening(counter: Counter, instant: datetime) -> Opening | None:
    """Tell whether a counter is open at an instant (with its time zone); None where its hours cannot be read."""
    schedule = read_hours(counter.days, counter.hours, counter.closed)
    if schedule is None:
        return None
    now = instant.astimezone(JAPAN_TIME)
    spans = list_spans(schedule, now.date())
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), JAPAN_TIME)
    if spans is None:
        return Opening("ask", midnight)
    closes = [span.end for span in spans if span.start <= now.time() < span.end]
    if closes:
        end = datetime.combine(now, closes[0], JAPAN_TIME)
        return Opening("open", end, end)
    opens = _find_next(schedule, now)
    return Opening("closed", opens or midnight, opens)


@lru_cache(maxsize=512)  # more than there are counters
def read_hours(days: str, hours: str, closed: str) -> Schedule | None:
    """Read a schedule, once."""
    return read_schedule(days, hours, closed)


def list_spans(schedule: Schedule, day: date) -> tuple[Span, ...] | None:
    """Return when it is open on a date, () for closed; None where the schedule does not say."""
    closing, is_holiday = schedule.closing, jpholiday.is_holiday(day)
    if closing.covers(day) or (is_holiday and closing.on_holidays):
        return ()
    usual = tuple(span for weekday, spans in schedule.days if weekday.is_on(day) for span in spans)
    if _AT_NEW_YEAR.covers(day) and not closing.covers(day.replace(month=1, day=1)):
        return None if usual or is_holiday else ()
    on_holidays = _find_spans(schedule, HOLIDAY)
    if is_holiday and on_holidays:
        return on_holidays
    if is_holiday or _rests_instead(schedule, day):
        return None if usual or _rests_on_mondays(schedule) else ()
    return usual


def _find_next(schedule: Schedule, now: datetime) -> datetime | None:
    """Find when it opens next, unless a day before that cannot be told."""
    for ahead in range(AHEAD_DAYS):
        day = now.date() + timedelta(days=ahead)
        spans = list_spans(schedule, day)
        if spans is None:
            return None
        starts = [datetime.combine(day, span.start, JAPAN_TIME) for span in spans]
        if later := [start for start in starts if start > now]:
            return later[0]
    return None


def _find_spans(schedule: Schedule, sign: str) -> tuple[Span, ...]:
    return next((spans for weekday, spans in schedule.days if weekday.sign == sign), ())


def _rests_on_mondays(schedule: Schedule) -> bool:
    """Tell whether it is closed on Mondays and open at weekends: such a house often opens on a holiday Monday."""
    return not _find_spans(schedule, "月") and bool(_find_spans(schedule, "土") or _find_spans(schedule, "日"))


def _rests_instead(schedule: Schedule, day: date) -> bool:
    """Tell whether such a house, of which nothing is said on holidays, may be closed for a holiday Monday."""
    says_nothing = not schedule.closing.on_holidays and not _find_spans(schedule, HOLIDAY)
    yesterday = day - timedelta(days=1)
    is_after_monday = yesterday.weekday() == 0 and jpholiday.is_holiday(yesterday)
    return says_nothing and is_after_monday and _rests_on_mondays(schedule)
