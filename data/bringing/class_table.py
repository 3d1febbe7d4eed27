"""Classes.csv as a table that rows are brought into: which rows are the same class, and what of both is kept."""

from __future__ import annotations

from data.bringing.merging import Cells, Target, fold_cell
from data.courses.cells import read_breaks, read_time, read_weekdays, read_weeks
from data.places.codes import read_code
from data.table.course_columns import ALIASES, COLUMNS, WORDS, read_word
from data.table.course_contacts import read_numbers
from data.table.days import read_day
from data.table.language_names import read_language_names

_HEADINGS = {column: name for name, column in reversed([*ALIASES.items()])}
_DAYS = {"valid_from", "valid_until", "source_date", "checked_on"}


def _match(row: Cells, brought: Cells) -> int:
    """Tell how surely a row is the brought class: by its id, else by its name, venue and times, whoever wrote it."""
    if read_code(row.get("code", "")) != brought["code"]:
        return 0
    if row.get("id", "").strip() == brought["id"]:
        return 2
    alike = all(fold_cell(row.get(column, "")) == fold_cell(brought[column]) for column in ("name", "venue"))
    times = all(read_time(row.get(column, "")) == read_time(brought[column]) for column in ("start", "end"))
    days = read_weekdays(row.get("weekdays", "")) == read_weekdays(brought["weekdays"])
    return int(alike and times and days)


def _combine(row: Cells, brought: Cells) -> Cells:
    """Return the cells that the row gets: those that the list has, its own id kept.

    A list that shows only the next weeks does not say that the class began then: where it goes on, the first day stays.
    """
    cells = {column: cell for column, cell in brought.items() if cell and column != "id"}
    before, until = read_day(row.get("valid_from", "")), read_day(row.get("valid_until", ""))
    begins = read_day(cells.get("valid_from", ""))
    if before and begins and before <= begins and (until is None or begins <= until):
        del cells["valid_from"]
    if row.get("source_url", "").strip() and cells.get("source_url") == cells.get("url"):
        del cells["source_url"]  # nobody has said where the list stands
    return cells


def _mean(column: str, cell: str) -> object:
    """Return what a cell means, where it may be written in several ways; None where it is a text."""
    if column in WORDS:
        return read_word(column, cell)
    if column in _DAYS:
        return read_day(cell)
    readers = {
        "code": read_code,
        "weekdays": read_weekdays,
        "weeks": read_weeks,
        "start": read_time,
        "end": read_time,
        "breaks": read_breaks,
        "languages": read_language_names,
        "contact_phone": read_numbers,
    }
    return readers[column](cell) if column in readers else None


CLASS_TABLE = Target(COLUMNS, ALIASES, _HEADINGS, _match, _combine, _mean)
