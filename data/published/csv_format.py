"""CSV (RFC 4180): UTF-8 with a byte order mark, for Excel; text is quoted, numbers and empty cells are not.

LibreOffice keeps the leading zeros of codes with its choice "Format quoted field as text", Excel where the column is
imported as text; without that both make numbers of them, and no CSV can forbid it.

No cell begins with what a spreadsheet may take for a formula: such a cell gets an apostrophe in front, and so does one
that begins with an apostrophe already. To read a cell back, remove one apostrophe at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.courses.records import Course
from data.offices import Offices
from data.published.columns import COLUMNS, Column, Row
from data.published.course_columns import COURSE_COLUMNS
from data.published.course_record import describe_course
from data.published.office_columns import ASSOCIATION_COLUMNS, COUNTER_COLUMNS
from data.published.record import PublishedCity

BYTE_ORDER_MARK = "\ufeff"
GUARD = "'"
TRIGGERS = tuple(
    "=+-@\t\r\n＝＋－＠" + GUARD
)  # the full-width signs are read as their narrow ones where Japanese is typed


def write_csv(cities: Sequence[PublishedCity]) -> str:
    """Write the cities under the stable keys of `columns.py`; the same cities give the same text."""
    return _write_columns(COLUMNS, cities)


def write_associations(offices: Offices) -> str:
    """Write the associations under the stable keys of `office_columns.py`."""
    return _write_columns(ASSOCIATION_COLUMNS, offices.associations)


def write_counters(offices: Offices) -> str:
    """Write the counters under the stable keys of `office_columns.py`."""
    return _write_columns(COUNTER_COLUMNS, offices.counters)


def write_classes(courses: Sequence[Course]) -> str:
    """Write the Japanese classes under the stable keys of `course_columns.py`."""
    return _write_columns(COURSE_COLUMNS, tuple(map(describe_course, courses)))


def write_standard_csv(cities: Sequence[PublishedCity]) -> str:
    """Write the same table with the names of 自治体標準オープンデータセット for the columns that it has too."""
    names = [column.standard or column.key for column in COLUMNS]
    rows = [[_make_cell(column, (column.read_standard or column.read)(city)) for column in COLUMNS] for city in cities]
    return write_rows([names, *rows])


def guard_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return GUARD + text if text.startswith(TRIGGERS) else text


def _write_columns(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> str:
    keys = [column.key for column in columns]
    return write_rows([keys, *([_make_cell(column, column.read(row)) for column in columns] for row in rows)])


def _make_cell(column: Column[Row], text: str) -> str | float:
    """Guard text; a number stays one, which is what is not quoted."""
    if column.kind == "string" or not text:
        return guard_cell(text)
    return int(text) if column.kind == "integer" else float(text)


def write_rows(rows: Iterable[Sequence[str | float]]) -> str:
    """Write rows: text quoted, numbers and empty cells not, which in a long table are most."""
    lines = (",".join(map(_quote, row)) for row in rows)
    return BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in lines)


def _quote(cell: str | float) -> str:
    if isinstance(cell, (int, float)):
        return repr(cell)
    return '"{}"'.format(cell.replace('"', '""')) if cell else ""
