"""Cells of a workbook as the text that a person meant, whatever the spreadsheet made of it: 9:50, 2026-04-01, 1000."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

LONGEST = 32_767  # letters that a spreadsheet allows in a cell
_FIRST_YEAR = 1901  # a day before that is the spreadsheet's day zero, so that only the time was meant
_RETURN = re.compile("_x000[dD]_|\r\n?")  # line ends as workbooks keep them
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # of a format: words, locales and colours


def write_cell(value: object, number_format: str = "") -> str:
    """Return a cell's value as text: a time is 9:50, a day 2026-04-01 (2026-04 where only the month is shown)."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _write_moment(value, number_format)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return _write_seconds(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6)
    if isinstance(value, timedelta):
        return _write_seconds(value.total_seconds())
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _RETURN.sub("\n", str(value)[:LONGEST])


def _write_moment(value: datetime, number_format: str) -> str:
    """Write a day, a time of a day without date, or both."""
    clock = _write_seconds(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6)
    if value.year < _FIRST_YEAR:
        return clock
    if value.time() != time():
        return f"{value.date().isoformat()} {clock}"
    signs = _QUOTED.sub("", number_format).lower()
    return f"{value:%Y-%m}" if "y" in signs and "d" not in signs else value.date().isoformat()


def _write_seconds(seconds: float) -> str:
    """Write a time of day, to the minute: a fraction of a day is never exact."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02}"
