"""Cells of classes.csv that hold more than a word: weekdays, weeks of the month, times of day, breaks."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from data.courses.records import Breaks, Weeks
from data.hours import WEEKDAYS, read_days

_CLOCK = re.compile(
    r"(?P<half>午前|午後|am|pm)?(?P<hour>[0-9]{1,2})(?::|時)(?P<minute>[0-9]{2}|半)?分?(?P<behind>am|pm)?"
)
_EVERY = {"毎週", "every week", "weekly"}
_ALTERNATE = {"隔週", "every other week", "every second week", "biweekly"}
_WEEK = re.compile(r"第?([1-5])(?:週目?|st|nd|rd|th)?")
_MONTH = re.compile(r"([0-9]{1,2})月(?:中)?")
_HOLIDAYS = {"祝", "祝日", "祝休日", "国民の祝日", "public holidays", "holidays"}
_NUMERALS = str.maketrans("一二三四五", "12345")


def read_weekdays(cell: str) -> tuple[str, ...] | None:
    """Return the weekdays of a cell such as 火・金 or 月-金, in the week's order; None for anything that is none."""
    days = read_days(re.sub("曜日?", "", unicodedata.normalize("NFKC", cell)))
    signs = {day.sign for day in days or () if not day.weeks}
    if days is None or len(signs) < len(days) or not signs <= set(WEEKDAYS):
        return None
    return tuple(sign for sign in WEEKDAYS if sign in signs)


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
    """Return the time of day that a cell means: 9:50, 18時30分, 午後6時30分, 6:30 pm; None for anything else."""
    found = _CLOCK.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)).lower().replace("：", ":"))
    if found is None or (found["half"] and found["behind"]):
        return None
    half, hour = found["half"] or found["behind"], int(found["hour"])
    minute = {"半": 30, None: 0}.get(found["minute"])
    minute = int(found["minute"]) if minute is None else minute
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half in {"午後", "pm"} else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


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
