"""Days of classes.csv: of a period, which a month may stand for, and of a source, which may be less exact."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta

from data.table.days import read_day

_MONTH = re.compile(r"(?P<year>[0-9]{4})(?:[-/.]|年)(?P<month>[0-9]{1,2})月?(?:末|から|まで)?")
_ERA_MONTH = re.compile(r"(?:令和|R)(?P<reiwa>[0-9]{1,2}|元)(?:年|\.)(?P<month>[0-9]{1,2})月?(?:末|から|まで)?")
_YEAR = re.compile(r"(?P<fiscal>FY)?(?P<year>[0-9]{4})年?(?P<nendo>度)?")
_ERA_YEAR = re.compile(r"(?:令和|R)(?P<reiwa>[0-9]{1,2}|元)年?(?P<nendo>度)?")
_BETWEEN = re.compile(r"\s*[~〜～ー–—―]\s*|\s+-\s+|から")
_LATER = re.compile(r"\s*(?:or later|以降)$", re.IGNORECASE)
_REIWA = 2018  # its first year was 2019
_SERIAL = re.compile("[45][0-9]{4}")  # days since _SERIAL_START, as a spreadsheet keeps a day: 2009 to 2064
_SERIAL_START = date(1899, 12, 30)
FIRST_YEAR = 1990  # before which no source of a class is known


def read_period_day(cell: str, *, is_last: bool) -> date | None:
    """Return the first or the last day of a period that a cell means; of a month alone its first or last day.

    A spreadsheet's number of a day is one too. None for anything that can mean another day.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", cell))
    if _SERIAL.fullmatch(text):
        return _SERIAL_START + timedelta(days=int(text))
    if day := read_day(text):
        return day
    month = _read_month(text)
    if month is None:
        return None
    return month.replace(day=calendar.monthrange(month.year, month.month)[1]) if is_last else month


def read_period_days(cell: str) -> tuple[date, date] | None:
    """Return the first and the last day of a cell such as 2026-04-01〜2027-03-31; None for anything else."""
    parts = _BETWEEN.split(unicodedata.normalize("NFKC", cell).removesuffix("まで"))
    if len(parts) != 2:
        return None
    first, last = read_period_day(parts[0], is_last=False), read_period_day(parts[1], is_last=True)
    return (first, last) if first and last else None


def read_source_date(cell: str, today: date) -> str | None:
    """Return the date of a source as the tables have it: 2026-04-01, 2026-04, 2026 or FY2026, “ or later” behind it.

    None for anything else, and for what has not come yet.
    """
    text = unicodedata.normalize("NFKC", cell).strip()
    bare = _LATER.sub("", text)
    later = " or later" if bare != text else ""
    bare = re.sub(r"\s", "", bare)
    day, month = read_day(bare), _read_month(bare)
    if day or month:
        first, form = (day, "%Y-%m-%d") if day else (month, "%Y-%m")
        is_past = first is not None and first.year >= FIRST_YEAR and first <= today
        return f"{first:{form}}{later}" if is_past else None
    found = _YEAR.fullmatch(bare) or _ERA_YEAR.fullmatch(bare)
    if found is None:
        return None
    year = _count_year(found)
    fiscal = "FY" if found["nendo"] or found.groupdict().get("fiscal") else ""
    return f"{fiscal}{year}{later}" if FIRST_YEAR <= year <= today.year else None


def _read_month(text: str) -> date | None:
    """Return the first day of the month that a text is."""
    found = _MONTH.fullmatch(text) or _ERA_MONTH.fullmatch(text)
    try:
        return date(_count_year(found), int(found["month"]), 1) if found else None
    except ValueError:
        return None


def _count_year(found: re.Match[str]) -> int:
    """Return the Western year of a match with a year, or one of Reiwa."""
    reiwa = found.groupdict().get("reiwa")
    if reiwa is None:
        return int(found["year"])
    return _REIWA + (1 if reiwa == "元" else int(reiwa))
