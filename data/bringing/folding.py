"""Dates of a class folded into weekly patterns: which weekdays, which weeks, and when it takes a break.

A pattern holds within its span, from the first date to the last, and there names exactly the dates that were given,
less the breaks and more the others that it names; what has no such pattern is told as its dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.bringing.gaps import Gaps, find_gaps, name_dates, name_gaps
from data.hours import WEEKDAYS

_WEEK = timedelta(days=7)
_FEW = 4  # of so many dates one may lie outside the pattern, or be missing from it, without making it another


@dataclass(frozen=True, slots=True)
class Pattern:
    """When a class takes place, as classes.csv has it: the cells `weekdays`, `weeks` and `breaks`, and the dates."""

    weekdays: str
    weeks: str
    breaks: str
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _Fold:
    """What a rule makes of the dates of one weekday; `others` are dates that the rule does not name."""

    rule: str
    gaps: Gaps
    others: tuple[date, ...]
    cost: int


def fold_dates(dates: Collection[date], said: str = "") -> tuple[Pattern, ...]:
    """Return the patterns that dates of one class make, the one of most dates first.

    Weekdays of the same weeks and breaks make one; `said` is the `weeks` cell that the list's own words mean, which
    decides between patterns that fit alike.
    """
    by_weekday: dict[int, list[date]] = {}
    for day in sorted(set(dates)):
        by_weekday.setdefault(day.weekday(), []).append(day)
    strays = _find_strays(by_weekday)
    folded = {weekday: _fold_weekday(days, said) for weekday, days in by_weekday.items() if days[0] not in strays}
    alike: dict[tuple[object, ...], list[int]] = {}
    for weekday, fold in folded.items():
        alike.setdefault((fold.rule, fold.gaps.kinds) if fold else (weekday,), []).append(weekday)
    patterns = [_make_pattern(weekdays, by_weekday, folded, ()) for weekdays in alike.values()]
    patterns.sort(key=lambda pattern: -len(pattern.dates))
    if strays:
        weekdays = next(weekdays for weekdays in alike.values() if patterns[0].dates[0].weekday() in weekdays)
        patterns[0] = _make_pattern(weekdays, by_weekday, folded, strays)
    return tuple(patterns)


def _find_strays(by_weekday: dict[int, list[date]]) -> tuple[date, ...]:
    """Return single dates of another weekday than the others, which make no pattern of their own."""
    most = max(map(len, by_weekday.values()), default=0)
    if most < _FEW:
        return ()
    return tuple(sorted(days[0] for days in by_weekday.values() if len(days) == 1))


def _make_pattern(
    weekdays: Sequence[int],
    by_weekday: dict[int, list[date]],
    folded: dict[int, _Fold | None],
    strays: tuple[date, ...],
) -> Pattern:
    """Put the weekdays of one rule together."""
    days = sorted(day for weekday in weekdays for day in by_weekday[weekday])
    signs = "・".join(WEEKDAYS[weekday] for weekday in sorted(weekdays))
    folds = [fold for weekday in weekdays if (fold := folded[weekday])]
    others = sorted({*strays, *(day for fold in folds for day in fold.others)})
    dates = tuple(sorted({*days, *strays}))
    if not folds:
        return Pattern(signs, name_dates(dates), "", dates)
    weeks = folds[0].rule + (f"(ほかに{name_dates(others)})" if others else "")
    return Pattern(signs, weeks, name_gaps([fold.gaps for fold in folds], days), dates)


def _fold_weekday(days: Sequence[date], said: str) -> _Fold | None:
    """Return the rule that names the dates of one weekday with the fewest exceptions; None where none does."""
    if len(days) < 2:
        return None
    span = [days[0] + _WEEK * number for number in range((days[-1] - days[0]).days // 7 + 1)]
    folds = [
        _judge_rule(rule, expected, days, price - 2 * (rule == said))
        for rule, expected, price in _list_rules(span, days)
    ]
    return min((fold for fold in folds if fold), key=lambda fold: fold.cost, default=None)


def _list_rules(span: Sequence[date], days: Sequence[date]) -> Iterator[tuple[str, list[date], int]]:
    """Yield the rules that may be meant: the cell, the dates it names in the span, and what it costs to say."""
    yield "毎週", list(span), 0
    counts = Counter(map(find_week, days))
    most = max(counts.values())
    for numbers in ({week for week in counts if 2 * counts[week] > most}, set(counts)):
        if not numbers >= {1, 2, 3, 4}:
            cell = "・".join(f"第{number}" for number in sorted(numbers))
            yield cell, [day for day in span if find_week(day) in numbers], 1 + (5 in numbers)
    yield "隔週", list(span[::2]), 1


def _judge_rule(rule: str, expected: Sequence[date], days: Sequence[date], price: int) -> _Fold | None:
    """Tell what a rule leaves to be said of the dates; None where that is more than a rule may leave."""
    others = tuple(day for day in days if day not in set(expected))
    held = [day for day in days if day not in set(others)]
    gaps = find_gaps(expected, held)
    exceptions = len(others) + len(gaps.spans)
    if exceptions > max(len(days) // _FEW, int(len(days) >= _FEW)) or len(held) < 2:
        return None
    return _Fold(rule, gaps, others, price + 2 * exceptions + gaps.count_kinds())


def find_week(day: date) -> int:
    """Return which of its weekday in the month a date is, 1 to 5."""
    return (day.day - 1) // 7 + 1
