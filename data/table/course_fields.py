"""The class that a row of classes.csv is: its cells read one after another, and everything that is wrong in them."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Any

from data.courses.cells import read_fee
from data.courses.records import Course
from data.offices import Source
from data.table.course_days import read_period_day, read_source_date
from data.table.course_place import read_place, read_point
from data.table.course_row import CourseRow, locate_row
from data.table.course_terms import (
    read_audience,
    read_checker,
    read_childcare,
    read_course_languages,
    read_email,
    read_levels,
    read_phone,
    read_url,
)
from data.table.course_times import read_course_breaks, read_days_and_weeks, read_period, read_start_and_end
from data.table.links import is_safe_url

_ADDRESS_LIKE = re.compile(r"[a-z][a-z0-9+.-]*:|.*//", re.IGNORECASE)
_LEFT_OUT = "so the row is left out"
_DAY = "2026-04-01, the year first"
_DATES = "2026, 2026-04, 2026-04-01 or FY2026"


def read_course(row: CourseRow, today: date) -> Course | None:
    """Read a row and note everything that is wrong in it; None where it cannot be used."""
    place = read_place(row)
    row = locate_row(row, place) if place else row
    name, source = row.read_name("name"), _read_source(row, today)
    if not name:
        row.tell("name", f"What the class is called is not known, {_LEFT_OUT}.", "Write its name.")
    fields = {**_read_who(row, today), **_read_where(row), **_read_when(row, today), **_read_terms(row)}
    if place is None or not name or source is None:
        return None
    return Course(place, row.cells["id"], name, source, row=row.line, **fields)


def _read_source(row: CourseRow, today: date) -> Source | None:
    """Return where a row is known from: an address, or in words what it is; None where that is not known."""
    cell = row.cells["source_url"]
    day = row.read("source_date", partial(read_source_date, today=today), f"a date that has come: {_DATES}")
    if is_safe_url(cell):
        return Source(cell, day or "")
    if not cell or _ADDRESS_LIKE.match(cell):
        message = f"Where that is known from is needed: an address that is safe to link to, or words; {_LEFT_OUT}."
        row.tell("source_url", message, "Copy the page's address from the browser, or write what it is.")
        return None
    where = row.read_text("source_url")
    return Source(where, day or "") if where else None


def _read_who(row: CourseRow, today: date) -> dict[str, Any]:
    """Return who holds a class, how they are reached, and who has checked the row."""
    checked = row.read("checked_on", partial(_read_past_day, today=today), f"a day that has come, such as {_DAY}")
    return {
        "organizer": _read_organizer(row),
        "organizer_kind": row.read_word("organizer_kind"),
        "name_kana": row.read_name("name_kana"),
        "name_en": row.read_name("name_en"),
        "url": read_url(row),
        "phone": read_phone(row),
        "email": read_email(row),
        "volunteers_wanted": row.read_flag("volunteers_wanted"),
        "checked_on": checked,
        "checked_by": read_checker(row),
    }


def _read_organizer(row: CourseRow) -> str:
    """Return who holds a class; "" where the row hides that, for which any word but a no is enough."""
    hidden = row.read_flag("hide_organizer")
    if row.cells["hide_organizer"] and hidden is not False:
        row.refused.add("organizer")
        return ""
    if not row.cells["organizer"]:
        message = "Who holds the class is not known."
        row.tell("organizer", message, "Write it, or はい into hide_organizer where it is not to be shown.")
    return row.read_text("organizer")


def _read_where(row: CourseRow) -> dict[str, Any]:
    mode = row.read_word("mode")
    latitude, longitude = read_point(row, is_online=mode == "online") or (None, None)
    return {
        "mode": mode,
        "venue": row.read_text("venue"),
        "address": row.read_text("address"),
        "latitude": latitude,
        "longitude": longitude,
    }


def _read_when(row: CourseRow, today: date) -> dict[str, Any]:
    weekdays, weeks = read_days_and_weeks(row)
    start, end = read_start_and_end(row)
    first, last = read_period(row, today)
    return {
        "weekdays": weekdays,
        "weeks": weeks,
        "start": start,
        "end": end,
        "valid_from": first,
        "valid_until": last,
        "breaks": read_course_breaks(row),
    }


def _read_terms(row: CourseRow) -> dict[str, Any]:
    audience, audience_note = read_audience(row)
    childcare, childcare_note = read_childcare(row)
    return {
        "levels": read_levels(row),
        "audience": audience,
        "audience_note": audience_note,
        "area": row.read_text("area"),
        "fee_yen": row.read("fee_yen", read_fee, "yen as a number such as 1000, or 無料"),
        "fee_unit": row.read_word("fee_unit"),
        "fee_note": row.read_text("fee_note"),
        "childcare": childcare,
        "childcare_note": childcare_note,
        "accepting": row.read_word("accepting"),
        "joining": row.read_word("how_to_join"),
        "languages": read_course_languages(row),
    }


def _read_past_day(cell: str, today: date) -> date | None:
    day = read_period_day(cell, is_last=False)
    return day if day and day <= today else None
