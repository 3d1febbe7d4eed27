"""Cells of the tables of offices: what each may hold, and what it means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from data.offices import Source
from data.records import Problem
from data.table.links import is_safe_url
from data.table.sheets import SheetRow, shorten

# The languages that counters are known to answer in, and the map's own, by BCP 47.
_TAGS = "ar bn de en es fa fil fr hi id it km ko lo mn ms my ne pt pt-BR ru si ta th tr uk ur vi zh zh-Hans zh-Hant"
LANGUAGES = tuple(_TAGS.split())
_PHONE = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}")
_MOBILE = ("070", "080", "090")
_DATE = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?|FY(?P<fiscal>[0-9]{4}))(?: or later)?"
)
_DASHES = re.compile("[‐‑–—―−ー]")


def check_url(file: str, row: SheetRow, column: str) -> Iterator[Problem]:
    """Yield an address that is not safe to link to; an empty cell is none."""
    url = row.cells[column].strip()
    if url and not is_safe_url(url):
        message = "An address begins with http:// or https:// and has no space, quotation mark or user name in it."
        yield _describe(file, row, column, message, "Copy the page's address from the browser, or empty the cell.")


def check_list(
    file: str, row: SheetRow, column: str, allowed: Sequence[str], separator: str = ";"
) -> Iterator[Problem]:
    """Yield a cell of several words, one of which is not allowed."""
    if wrong := [word for word in part_words(row.cells[column], separator) if word not in allowed]:
        message = f"{', '.join(wrong)}: allowed are {', '.join(allowed)}."
        yield _describe(file, row, column, message, "Write those, or leave the cell empty where nothing is known.")


def check_phones(file: str, row: SheetRow, column: str) -> Iterator[Problem]:
    """Yield a cell of telephone numbers that holds something else, or somebody's mobile number."""
    for phone in read_phones(row.cells[column]):
        if not _PHONE.fullmatch(phone) or len(phone.replace("-", "")) != 10 or phone.startswith(_MOBILE):
            message = f"{phone} is no office's number: ten digits in three groups are needed, not of a mobile phone."
            yield _describe(file, row, column, message, "Write it as 011-211-3678; part several by a semicolon.")


def check_date(file: str, row: SheetRow, column: str) -> Iterator[Problem]:
    """Yield a date that is none, or that has not come yet; an empty cell is none."""
    text = row.cells[column].strip()
    if text and not _is_past(text):
        message = "A date that has come is needed, as exact as the page has it; empty, if it bears none."
        yield _describe(file, row, column, message, "Write 2024, 2024-07, 2024-07-01 or FY2024, “ or later” behind it.")


def part_words(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Return the words of a cell, each once."""
    return tuple(dict.fromkeys(word for part in cell.split(separator) if (word := part.strip())))


def read_phones(cell: str) -> tuple[str, ...]:
    """Return the telephone numbers of a cell, with plain digits and hyphens."""
    return part_words(_DASHES.sub("-", unicodedata.normalize("NFKC", cell)))


def read_sources(cells: dict[str, str]) -> tuple[Source, ...]:
    """Return the one or two sources of a row."""
    pairs = ((cells.get(f"source{n}", "").strip(), cells.get(f"date{n}", "").strip()) for n in ("", "2"))
    return tuple(Source(where, date) for where, date in pairs if where)


def _is_past(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    try:
        day = datetime(
            int(found["year"] or found["fiscal"]), int(found["month"] or 1), int(found["day"] or 1), tzinfo=UTC
        )
    except ValueError:
        return False
    return day.year >= 1990 and day <= datetime.now(UTC)


def _describe(file: str, row: SheetRow, column: str, message: str, remedy: str) -> Problem:
    return Problem(file, row.line, column, shorten(row.cells[column]), message, remedy, fatal=False)
