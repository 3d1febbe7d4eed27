"""Cells of classes.csv that hold more than a word: weekdays, weeks of the month, times of day, fees, breaks."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from data.courses.records import Breaks, Weeks
from data.hours import WEEKDAYS, read_days

_CLOCK = re.compile(
    r"(?P<half>午前|午後|am|pm)?(?P<hour>[0-9]{1,2})"
    r"(?:(?::|時)(?P<minute>[0-9]{2}|半)?分?(?::[0-9]{2})?)?(?P<behind>am|pm)?"
)
_BARE_HOURS = range(6, 23)  # a number alone, which is an hour of a 24-hour clock or no time at all
_FRACTION = re.compile(r"0?\.[0-9]+")  # of a day, as a spreadsheet keeps a time
_BETWEEN = re.compile(r"\s*[-‐‑–—―−~〜～ー]\s*|から")
_FEE = re.compile(r"[¥\\]?([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.0+)?(?:円|yen|jpy)?")
_FREE = {"無料", "ただ", "タダ", "なし", "不要", "free", "free of charge", "no charge"}
_ENGLISH_DAYS = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?\b\.?", re.IGNORECASE)
_SIGNS = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEEKDAYS, strict=True))
_WEEKS_BEFORE = re.compile(r"(?P<weeks>毎週|隔週|第[^月火水木金土日曜]*)(?P<days>.+)")
_EVERY = {"毎週", "every week", "weekly"}
_ALTERNATE = {"隔週", "every other week", "every second week", "biweekly"}
_WEEK = re.compile(r"第?([1-5])(?:週目?|st|nd|rd|th)?")
_MONTH = re.compile(r"([0-9]{1,2})月(?:中)?")
_HOLIDAYS = {"祝", "祝日", "祝休日", "国民の祝日", "public holidays", "holidays"}
_NUMERALS = str.maketrans("一二三四五", "12345")


def read_weekdays(cell: str) -> tuple[str, ...] | None:
    """Return the weekdays of a cell such as 火・金, 月-金 or Tue, Fri, in the week's order; None if it is none."""
    text = re.sub("曜日?", "", unicodedata.normalize("NFKC", cell))
    text = _ENGLISH_DAYS.sub(lambda found: _SIGNS[found[1].lower()], text)
    days = read_days(re.sub(r"\band\b|[と&/・]", " ", text))
    signs = {day.sign for day in days or () if not day.weeks}
    if days is None or len(signs) < len(days) or not signs <= set(WEEKDAYS):
        return None
    return tuple(sign for sign in WEEKDAYS if sign in signs)


def part_weekdays(cell: str) -> tuple[str, str]:
    """Part a cell such as 第2・第4土曜日 into the weeks, which may be none, and the weekdays."""
    found = _WEEKS_BEFORE.fullmatch(cell.strip())
    return (found["weeks"].rstrip(" ・、の"), found["days"]) if found else ("", cell)


def read_weeks(cell: str) -> Weeks | None:
    """Return the weeks that a cell means, or, where it cannot be read, its text; None for an empty one."""
    text = unicodedata.normalize("NFKC", cell).strip()
    folded = " ".join(text.lower().split())
    if not folded:
        return None
    if folded in _EVERY or folded in _ALTERNATE:
        return Weeks("every" if folded in _EVERY else "alternate")
    parts = [part for part in re.split(r"[・、,;/\s]+|と", folded.translate(_NUMERALS)) if part]
    found = [_WEEK.fullmatch(part) for part in parts]
    if not found or None in found:
        return Weeks("as written", text=cell.strip())
    return Weeks("of the month", tuple(sorted({int(match[1]) for match in found if match})))


def read_time(cell: str) -> time | None:
    """Return the time of day that a cell means: 9:50, 18時30分, 午後6時30分, 6:30 pm; None for anything else.

    A spreadsheet's fraction of a day (0.770833) is one too, and so is an hour alone (9).
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)).lower()
    if _FRACTION.fullmatch(text):
        return _make_time(*divmod(round(float(text) * 24 * 60), 60))
    found = _CLOCK.fullmatch(re.sub(r"([ap])\.m\.?", r"\1m", text))
    if found is None or (found["half"] and found["behind"]):
        return None
    half, hour = found["half"] or found["behind"], int(found["hour"])
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half in {"午後", "pm"} else 0)
    elif text.isdigit() and hour not in _BARE_HOURS:
        return None
    return _make_time(hour, 30 if found["minute"] == "半" else int(found["minute"] or 0))


def read_times(cell: str) -> tuple[time, time] | None:
    """Return the two times of a cell such as 9:50-11:50; None for anything else."""
    parts = [read_time(part) for part in _BETWEEN.split(unicodedata.normalize("NFKC", cell).removesuffix("まで"))]
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] and parts[1] else None


def _make_time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_fee(cell: str) -> int | None:
    """Return the yen of a cell: 1000, 1,000円, ¥1000; 0 for 無料; None for anything else."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)).lower()
    if " ".join(cell.lower().split()) in _FREE or text in _FREE:
        return 0
    found = _FEE.fullmatch(text)
    return int(found[1].replace(",", "")) if found else None


def read_breaks(cell: str) -> Breaks | None:
    """Return when a class takes no place; None for an empty cell."""
    text = unicodedata.normalize("NFKC", cell).strip()
    if not text:
        return None
    months, weeks, on_holidays, is_read = set[int](), set[int](), False, True
    for part in filter(None, re.split(r"[・、,;/\s]+|と", text.lower().translate(_NUMERALS))):
        if (month := _MONTH.fullmatch(part)) and 1 <= int(month[1]) <= 12:
            months.add(int(month[1]))
        elif week := _WEEK.fullmatch(part):
            weeks.add(int(week[1]))
        elif part in _HOLIDAYS:
            on_holidays = True
        else:
            is_read = False
    return Breaks(cell.strip(), tuple(sorted(months)), tuple(sorted(weeks)), on_holidays, is_read)
