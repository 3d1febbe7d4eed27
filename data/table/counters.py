"""Consultation counters for foreign residents (counters.csv): of prefectures and of designated cities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from data.hours import read_closing, read_days
from data.offices import Counter, LanguageNote, PhoneKind, Sureness
from data.places.gazetteer import find_place
from data.records import Place, Problem
from data.table.notes import NoteFile, check_filled, check_words, read_notes
from data.table.office_cells import (
    LANGUAGES,
    check_date,
    check_list,
    check_phones,
    check_url,
    part_words,
    read_languages,
    read_phones,
    read_sources,
)
from data.table.sheets import SheetRow, shorten

_COLUMNS = (
    "code city name name_en address phones phone_kind days hours closed languages phone_languages language_notes"
    " note url sure source date source2 date2"
)
_PHONE_KINDS, _NOTES, _SURE = get_args(PhoneKind), get_args(LanguageNote), get_args(Sureness)


def read_counters(path: Path) -> tuple[tuple[Counter, ...], tuple[Problem, ...]]:
    """Read the counters and what is wrong with the rest of them; no file means none. Never raises.

    Hours that cannot be read are no problem: they are shown as written.
    """
    return read_notes(path, COUNTERS)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_filled(file, row, ("name", "source"), "what it is called, and where it is known from")
    yield from check_words(file, row, "sure", _SURE)
    yield from _check_phones(file, row)
    yield from _check_days(file, row)
    for column in ("languages", "phone_languages"):
        yield from check_list(file, row, column, LANGUAGES, separator=" ")
    yield from check_list(file, row, "language_notes", _NOTES)
    for column in ("url", "source"):
        yield from check_url(file, row, column)
    for column in ("date", "date2"):
        yield from check_date(file, row, column)


def _check_phones(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield numbers that are none, and numbers of which nothing says how they may be shown."""
    yield from check_phones(file, row, "phones")
    yield from check_words(file, row, "phone_kind", _PHONE_KINDS if row.cells["phones"].strip() else ("",))


def _check_days(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield days and closing days that cannot be read."""
    if read_days(row.cells["days"]) is None:
        message = "Days are 月火水木金土日 and 祝 for public holidays, a range 月-金, or 第2・第4土 after a space."
        yield Problem(file, row.line, "days", shorten(row.cells["days"]), message, "Write it so.", fatal=False)
    if read_closing(row.cells["closed"]) is None:
        message = "Closing days are “holidays”, “New Year”, a day of the year such as 8/6 or a span such as 12/29-1/3."
        remedy = "Part them by semicolons; write anything else into note."
        yield Problem(file, row.line, "closed", shorten(row.cells["closed"]), message, remedy, fatal=False)


def _make_counter(row: SheetRow) -> Counter:
    """Make the record of a row that has been checked."""
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    return Counter(
        place=cast("Place", find_place(cells["code"])),
        name=cells["name"],
        name_en=cells["name_en"],
        address=cells["address"],
        phones=read_phones(cells["phones"]),
        phone_kind=cast("PhoneKind", cells["phone_kind"]) if cells["phone_kind"] else None,
        days=cells["days"],
        hours=cells["hours"],
        closed=cells["closed"],
        languages=read_languages(cells["languages"]),
        phone_languages=read_languages(cells["phone_languages"]),
        language_notes=cast("tuple[LanguageNote, ...]", part_words(cells["language_notes"])),
        note=cells["note"],
        url=cells["url"] or None,
        sure=cast("Sureness", cells["sure"]),
        sources=read_sources(cells),
        row=row.line,
    )


COUNTERS = NoteFile(
    tuple(_COLUMNS.split()),
    worded=("phone_kind", "sure"),
    check=_check_row,
    make=_make_counter,
)
