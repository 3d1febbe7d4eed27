"""Opening hours as Japanese offices write them, made what `data.hours` reads; or left as they are written."""

from __future__ import annotations

import re
import unicodedata

from data.courses.cells import read_time
from data.hours import HOLIDAY, WEEKDAYS, read_schedule

_CLOCK = r"(?:午前|午後)?\s*[0-9]{1,2}(?::[0-9]{2}|時(?:[0-9]{1,2}分|半)?)"
_SPAN = re.compile(rf"(?P<start>{_CLOCK})\s*(?:から|[-‐‑–—―−~〜～ー])\s*(?P<end>{_CLOCK})(?:まで)?")
_DAYS = rf"[{WEEKDAYS}祝](?:曜日?)?(?:\s*[・、,]?\s*[-~〜～]?\s*[{WEEKDAYS}祝](?:曜日?|日)?)*"
_NAMED = re.compile(rf"(?P<days>{_DAYS}|平日)\s*[:は]?\s*(?=[0-9]|午[前後])")
_REMARK = re.compile(r"\((?:注記|注|※)\)|※|ただし、?|但し、?")
_ALL_WEEK = "月火水木金"


def tidy_hours(days: str, hours: str) -> str:
    """Return hours that can be read together with the days of the row, else as they are written, on one line."""
    written = " ".join(hours.split())
    tidy = _tidy(unicodedata.normalize("NFKC", hours))
    return tidy if read_schedule(days or WEEKDAYS + HOLIDAY, tidy, "") else written


def _tidy(text: str) -> str:
    """Write times as 9:30-17:00, days without 曜日, and a semicolon before the days that have their own."""
    text = _SPAN.sub(_write_span, _REMARK.sub(" ", text))
    text = _NAMED.sub(lambda match: f"; {_write_days(match['days'])} ", text)
    text = re.sub(r"(?<=[0-9])\s*(?:[、,/・]|及び)\s*(?=[0-9])", " ", text)
    return re.sub(r"\s*;\s*", "; ", " ".join(re.sub(r"[。、,]\s*(?=;|$)", " ", text).split())).strip("; ")


def _write_days(text: str) -> str:
    if text == "平日":
        return _ALL_WEEK
    return re.sub(r"曜日?|(?<=祝)日|[・、,\s]", "", text.replace("~", "-").replace("〜", "-"))


def _write_span(match: re.Match[str]) -> str:
    """Write a span of times; an end without 午後 is of the afternoon if its beginning is."""
    start, end = (re.sub(r"\s", "", match[name]) for name in ("start", "end"))
    first, last = read_time(start), read_time(end)
    if last and first and not end.startswith("午") and start.startswith("午") and last <= first:
        last = read_time(f"午後{end}")
    if first is None or last is None:
        return match[0]
    return f" {first.hour}:{first.minute:02}-{last.hour}:{last.minute:02} "
