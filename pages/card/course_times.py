"""When a class takes place, in the reader's words: days, times, weeks, breaks, and from when until when."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date

from data.courses.records import Accepting, Course
from data.hours import Day, Span
from pages.card.hours import get_dash, name_weeks, write_days, write_days_of_month, write_span
from pages.languages.dates import MONTH, write_date
from pages.languages.language import FALLBACK, Language
from pages.languages.tags import parse_tag


def write_when(course: Course, language: Language) -> str:
    """Write days, times and weeks in few words; that the days are not known is said too.

    Weeks that could not be read are left out: they stand as written beside it.
    """
    _, kind = language.gettext, course.weeks.kind if course.weeks else None
    days = _write_days(course, language) or _("The day is not known: ask.")
    text = " ".join(filter(None, (days, _write_times(course, language))))
    if not course.weekdays or kind not in {"every", "alternate"}:
        return text
    often = _("{days}, every week") if kind == "every" else _("{days}, every other week")
    return often.format(days=text)


def write_breaks(course: Course, language: Language) -> str | None:
    """Write when it takes no place; None where that is not known, or could not be read in full."""
    _, breaks = language.gettext, course.breaks
    if breaks is None or not breaks.is_read:
        return None
    parts = [_name_month(month, language) for month in breaks.months]
    parts += [_("{weeks} week of the month").format(weeks=name_weeks(breaks.weeks, language))] if breaks.weeks else []
    return language.join_names([*parts, *([_("public holidays")] if breaks.on_holidays else [])])


def write_period(course: Course, language: Language) -> str:
    """Write from when until when it goes; empty where neither is known."""
    _, first, last = language.gettext, course.valid_from, course.valid_until
    if first and last:
        return f" {get_dash(language).strip()} ".join(write_date(day, language) for day in (first, last))
    if first:
        return _("From {date}").format(date=write_date(first, language))
    return _("Until {date}").format(date=write_date(last, language)) if last else ""


def list_notices(course: Course, language: Language, today: date) -> list[str]:
    """List what has to be known before all else: that it is over, has not begun, or takes nobody now."""
    _ = language.gettext
    notices = []
    if course.valid_until and course.is_over(today):
        text = _("It ended on {date}: ask whether there is a new one.")
        notices.append(text.format(date=write_date(course.valid_until, language)))
    elif course.valid_from and course.valid_from > today:
        notices.append(_("Begins on {date}.").format(date=write_date(course.valid_from, language)))
    words: dict[Accepting, str] = {"full": _("Full now."), "paused": _("Takes no new people now.")}
    return [*notices, words[course.accepting]] if course.accepting in words else notices


def _write_days(course: Course, language: Language) -> str:
    """Write the days, and in which weeks of the month they are; empty where the days are not known."""
    if course.weekdays and course.weeks and course.weeks.numbers:
        return write_days_of_month(course.weekdays, course.weeks.numbers, language)
    return write_days([Day(sign) for sign in course.weekdays], language)


def _write_times(course: Course, language: Language) -> str:
    _ = language.gettext
    if course.start and course.end:
        return write_span(Span(course.start, course.end), language)
    if course.start:
        return _("from {time}").format(time=f"{course.start:%-H:%M}")
    return _("until {time}").format(time=f"{course.end:%-H:%M}") if course.end else ""


def _name_month(month: int, language: Language) -> str:
    if language.readings:
        return f"{month}{MONTH}"
    # by its format: the names of months that stand alone come out in the language that was read before
    return format_date(date(2000, month, 1), "MMMM", locale=parse_tag(language.tag) or Locale(FALLBACK))
