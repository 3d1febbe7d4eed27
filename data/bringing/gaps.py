"""Gaps: the dates that a weekly pattern names and that are not held, told as breaks a reader can remember."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import jpholiday

_NAMED = 10  # dates at most are named one by one


@dataclass(frozen=True, slots=True)
class Gaps:
    """Whole months, a week of the month, public holidays, and the rest: dates in spans that follow on each other."""

    months: tuple[int, ...] = ()
    fifth_week: bool = False
    holidays: bool = False
    spans: tuple[tuple[date, ...], ...] = ()

    @property
    def kinds(self) -> tuple[object, ...]:
        """What weekdays of one class have in common; single dates they cannot share."""
        return self.months, self.fifth_week, self.holidays

    def count_kinds(self) -> int:
        """Return how many breaks a reader has to remember, single dates left out."""
        return len(self.months) + self.fifth_week + self.holidays


def find_gaps(expected: Sequence[date], held: Collection[date]) -> Gaps:
    """Explain which of the expected dates, in order, are not held."""
    missing = [day for day in expected if day not in set(held)]
    months = _find_months(expected, missing)
    missing = [day for day in missing if (day.year, day.month) not in months]
    fifth = [day for day in expected if day.day > 28 and (day.year, day.month) not in months]
    is_fifth = bool(fifth) and len(fifth) < len(expected) and set(fifth) <= set(missing)
    missing = [day for day in missing if not (is_fifth and day.day > 28)]
    free = [day for day in missing if jpholiday.is_holiday(day)]
    is_free = len(free) > 1 and not any(jpholiday.is_holiday(day) for day in held)
    missing = [day for day in missing if not (is_free and day in free)]
    numbers = tuple(sorted({month for _, month in months}))
    return Gaps(numbers, is_fifth, is_free, tuple(_join_spans(expected, missing)))


def name_gaps(gaps: Sequence[Gaps], held: Collection[date]) -> str:
    """Write the breaks of weekdays that have months, weeks and holidays in common, as the cell `breaks` has them.

    A span in which one of the weekdays is held is written date by date.
    """
    parts = [f"{month}月" for month in gaps[0].months]
    parts += ["第5週"] * gaps[0].fifth_week + ["祝日"] * gaps[0].holidays
    for days in sorted({span for one in gaps for span in one.spans}):
        is_whole = len(days) > 1 and not any(days[0] <= day <= days[-1] for day in held)
        parts += [f"{name_day(days[0])}〜{name_day(days[-1])}"] if is_whole else map(name_day, days)
    return "・".join(parts)


def name_day(day: date) -> str:
    """Write a date in Japanese: 2026年4月11日."""
    return f"{day.year}年{day.month}月{day.day}日"


def name_dates(days: Sequence[date]) -> str:
    """Write dates that make no pattern: each, or of very many the first, the last and how many there are."""
    if len(days) > _NAMED:
        return f"{name_day(days[0])}から{name_day(days[-1])}までの{len(days)}回"
    return "・".join(name_day(day) for day in days)


def _find_months(expected: Sequence[date], missing: Collection[date]) -> set[tuple[int, int]]:
    """Return the months, as year and month, of which not one expected date is held, each time they come."""
    named: dict[tuple[int, int], list[bool]] = {}
    for day in expected:
        named.setdefault((day.year, day.month), []).append(day in set(missing))
    monthly = all(len(days) == 1 for days in named.values())
    empty = {month for month, days in named.items() if all(days) and (len(days) > 1 or monthly)}
    return {month for month in empty if all(other in empty for other in named if other[1] == month[1])}


def _join_spans(expected: Sequence[date], missing: Collection[date]) -> Iterator[tuple[date, ...]]:
    """Yield the missing dates, those that follow on each other as one span."""
    for is_missing, days in groupby(expected, key=set(missing).__contains__):
        if is_missing:
            yield tuple(days)
