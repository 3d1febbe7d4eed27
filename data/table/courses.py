"""Japanese classes (classes.csv): one row is one class at one place with one weekly pattern."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from data.courses.cells import read_breaks, read_time, read_weekdays, read_weeks
from data.courses.records import Course
from data.offices import Source
from data.places.codes import read_code
from data.places.gazetteer import find_place
from data.records import Problem
from data.table.course_columns import ALIASES, COLUMNS, NEEDED, WORDS
from data.table.days import read_day
from data.table.links import is_safe_url
from data.table.office_cells import read_languages, read_phones
from data.table.sheets import SheetRow, read_sheet
from data.table.splitting import split_csv


def read_courses(path: Path) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Read the classes and what is wrong with the rest of them; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    optional = tuple(column for column in COLUMNS if column not in NEEDED)
    sheet = read_sheet(path, COLUMNS, split_csv, needed=NEEDED, optional=optional, aliases=ALIASES)
    courses = tuple(course for row in sheet.rows if (course := _make_course(row)))
    return courses, sheet.problems


def _make_course(row: SheetRow) -> Course | None:
    """Make the record of a row; None where its place is not known."""
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    place = find_place(read_code(cells["code"]) or "")
    if place is None or not cells["name"]:
        return None
    words: dict[str, Any] = {column: _read_word(column, cells[column]) for column in WORDS}
    childcare, _, childcare_note = unicodedata.normalize("NFKC", cells["childcare"]).partition("(")
    return Course(
        place=place,
        id=cells["id"],
        name=cells["name"],
        organizer="" if words["hide_organizer"] == "yes" else cells["organizer"],
        organizer_kind=words["organizer_kind"],
        name_kana=cells["name_kana"],
        name_en=cells["name_en"],
        mode=words["mode"],
        venue=cells["venue"],
        address=cells["address"],
        latitude=float(cells["latitude"]) if cells["latitude"] else None,
        longitude=float(cells["longitude"]) if cells["longitude"] else None,
        weekdays=read_weekdays(cells["weekdays"]) or (),
        weeks=read_weeks(cells["weeks"]),
        start=read_time(cells["start"]),
        end=read_time(cells["end"]),
        valid_from=read_day(cells["valid_from"]),
        valid_until=read_day(cells["valid_until"]),
        breaks=read_breaks(cells["breaks"]),
        levels=(words["level"],) if words["level"] else (),
        audience=words["for_whom"],
        area=cells["area"],
        fee_yen=int(cells["fee_yen"]) if cells["fee_yen"] else None,
        fee_unit=words["fee_unit"],
        fee_note=cells["fee_note"],
        childcare={"yes": True, "no": False}.get(_read_word("childcare", childcare.strip()) or ""),
        childcare_note=childcare_note.rstrip(")"),
        accepting=words["accepting"],
        joining=words["how_to_join"],
        languages=read_languages(cells["languages"]),
        url=cells["url"] if is_safe_url(cells["url"]) else None,
        phone=next(iter(read_phones(cells["contact_phone"])), ""),
        email=cells["contact_email"],
        volunteers_wanted={"yes": True, "no": False}.get(words["volunteers_wanted"] or ""),
        source=Source(cells["source_url"], cells["source_date"]),
        checked_on=read_day(cells["checked_on"]),
        checked_by=cells["checked_by_role"],
        row=row.line,
    )


def _read_word(column: str, cell: str) -> str | None:
    """Return the word that a cell means; None for an empty one and for anything else."""
    word = cell.strip().lower()
    return WORDS[column].get(word) or (word if word in WORDS[column].values() else None)
