"""Days and days of the week in the words of a language."""

from __future__ import annotations

import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from data.hours import WEEKDAYS
from pages.languages.language import FALLBACK, Language
from pages.languages.ruby import annotate
from pages.languages.tags import parse_tag

YEAR, MONTH, DAY = annotate("年", "ねん"), annotate("月", "がつ"), annotate("日", "にち")
# Of most days the number is read as such; these are words.
DAYS = {
    1: "ついたち",
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}
WEEKDAY_READINGS = dict(zip(WEEKDAYS, ("げつ", "か", "すい", "もく", "きん", "ど", "にち"), strict=True))


def write_date(day: datetime.date, language: Language) -> str:
    """Write a day as the language does; as ISO 8601 has it where the Unicode locale data lacks the language."""
    if language.readings:
        return f"{day.year}{YEAR}{day.month}{MONTH}{write_day_with_reading(day.day)}"
    try:
        return format_date(day, "long", locale=Locale.parse(language.tag, sep="-"))
    except (ValueError, UnknownLocaleError):
        return day.isoformat()


def name_weekday(sign: str, language: Language) -> str:
    """Name a day of the week shortly, by its Japanese sign."""
    if language.tag == "ja":
        return annotate(sign, WEEKDAY_READINGS[sign]) if language.readings else sign
    try:
        locale = Locale.parse(language.tag, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale(FALLBACK)
    return str(locale.days["stand-alone"]["abbreviated"][WEEKDAYS.index(sign)])


def name_weekday_in_full(sign: str, language: Language) -> str:
    """Name a day of the week in its whole word, by its Japanese sign."""
    if language.readings:
        return annotate(f"{sign}曜日", f"{WEEKDAY_READINGS[sign]}ようび")
    locale = parse_tag(language.tag) or Locale(FALLBACK)
    return str(locale.days["format"]["wide"][WEEKDAYS.index(sign)])


def write_day_with_reading(day: int) -> str:
    """Write the day of a month in Japanese, as it is read."""
    return annotate(f"{day}日", DAYS[day]) if day in DAYS else f"{day}{DAY}"
