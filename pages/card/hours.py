"""Opening hours in the reader's words: the week, the closing days, and whether it is open now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from babel.lists import format_list

from data.hours import HOLIDAY, NEW_YEAR, WEEKDAYS, Closing, Day, Schedule, Span
from pages.answers.opening import Opening
from pages.languages.dates import name_weekday, name_weekday_in_full
from pages.languages.language import Language
from pages.languages.tags import parse_tag

LONG_RUN = 3  # days in a row that are written as from the first to the last


def write_hours(schedule: Schedule, language: Language) -> str:
    """Write a week: the days that have the same hours together, in the order of the week."""
    parts = []
    for spans, group in groupby(_sort_days(schedule), key=lambda pair: pair[1]):
        times = language.join_names(write_span(span, language) for span in spans)
        parts.append(f"{write_days([day for day, _ in group], language)} {times}")
    return ("；" if language.tag.startswith(("ja", "zh")) else "; ").join(parts)


def write_days(days: Sequence[Day], language: Language) -> str:
    """Write days of the week, those in a row together."""
    return language.join_names(_name_days(days, language))


def write_days_of_month(signs: Iterable[str], weeks: Iterable[int], language: Language) -> str:
    """Write days that come only so many times a month: "2nd and 4th Saturday"; what is counted is the day, no week."""
    days = language.join_names(name_weekday_in_full(sign, language) for sign in signs)
    return language.gettext("{weeks} {days} of the month").format(weeks=name_weeks(weeks, language), days=days)


def name_weeks(numbers: Iterable[int], language: Language) -> str:
    """Name which of a month's are meant: "2nd and 4th"."""
    _ = language.gettext
    names = {1: _("1st"), 2: _("2nd"), 3: _("3rd"), 4: _("4th"), 5: _("5th")}
    named = [names[number] for number in numbers]
    locale = parse_tag(language.tag)
    # of more than two the Unicode locale data of some languages makes a range
    return format_list(named, locale=locale) if locale and len(named) == 2 else language.join_names(named)


def write_closing(closing: Closing, language: Language) -> str:
    """Write when it is closed besides; empty where nothing is said of it."""
    _ = language.gettext
    days = [_("public holidays")] if closing.on_holidays else []
    for first, last in closing.dates:
        if (first, last) == NEW_YEAR:
            days.append(_("New Year"))
        else:
            days.append("–".join("{}/{}".format(*day) for day in dict.fromkeys((first, last))))
    return _("Closed: {days}").format(days=language.join_names(days)) if days else ""


def write_opening(opening: Opening, language: Language) -> str:
    """Say whether it is open now, and when that ends."""
    _ = language.gettext
    if opening.state == "ask":
        return _("Ask whether it is open today.")
    if opening.changes is None:
        return _("Open now.") if opening.state == "open" else _("Closed now.")
    time = f"{opening.changes:%-H:%M}"
    if opening.state == "open":
        return _("Open now, until {time} in Japan.").format(time=time)
    day = name_weekday(WEEKDAYS[opening.changes.weekday()], language)
    return _("Closed now. Opens: {day} {time} in Japan.").format(day=day, time=time)


def _sort_days(schedule: Schedule) -> Sequence[tuple[Day, tuple[Span, ...]]]:
    """Return days of equal hours one after the other, beginning with those that the week begins with."""
    firsts: dict[tuple[Span, ...], int] = {}
    for number, (_, spans) in enumerate(schedule.days):
        firsts.setdefault(spans, number)
    return sorted(schedule.days, key=lambda pair: firsts[pair[1]])


def _name_days(days: Sequence[Day], language: Language) -> Iterator[str]:
    """Yield the names of days, those in a row together."""
    _ = language.gettext
    usual = [WEEKDAYS.index(day.sign) for day in days if day.sign != HOLIDAY and not day.weeks]
    for _offset, run in groupby(enumerate(usual), key=lambda pair: pair[1] - pair[0]):
        names = [name_weekday(WEEKDAYS[number], language) for _place, number in run]
        yield from [f"{names[0]}{get_dash(language)}{names[-1]}"] if len(names) >= LONG_RUN else names
    for day in days:
        if day.weeks:
            yield write_days_of_month((day.sign,), day.weeks, language)
        elif day.sign == HOLIDAY:
            yield _("public holidays")


def write_span(span: Span, language: Language) -> str:
    """Write from when to when."""
    return f"{span.start:%-H:%M}{get_dash(language)}{span.end:%-H:%M}"


def get_dash(language: Language) -> str:
    """Return the sign between the first and the last of a range."""
    return "〜" if language.tag == "ja" else "–"
