"""Looks (links.csv): what each link did when it was last looked at, when it last answered, when it has failed since.

`python -m data links` writes the file. A row that contradicts itself, after an edit by hand, is told and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast, get_args

from data.records import Link, LinkClass, Look, Problem
from data.table.days import FORM, read_day
from data.table.links import is_safe_url
from data.table.sheets import SheetRow, read_sheet, shorten
from data.table.splitting import split_csv

COLUMNS = ("address", "class", "looked", "answered", "failed", "moved_to", "detail")
CLASSES: tuple[LinkClass, ...] = get_args(LinkClass)
ANSWERED: frozenset[LinkClass] = frozenset(("ok", "moved"))
FAILED: frozenset[LinkClass] = frozenset(CLASSES) - ANSWERED - {"refused"}  # who is refused knows nothing of the page


def read_looks(path: Path) -> tuple[tuple[Look, ...], tuple[Problem, ...]]:
    """Read the looks and what is wrong with the rest of them; no file means none. Never raises."""
    if not path.exists():
        return (), ()
    sheet = read_sheet(path, COLUMNS, split_csv)
    if sheet.missing:
        return (), sheet.problems
    looks: dict[str, Look] = {}
    problems = list(sheet.problems)
    for row in map(_strip, sheet.rows):
        wrong = list(_check_row(path.name, row, looks))
        problems += wrong
        if not wrong:
            looks[row.cells["address"]] = _make_look(row)
    return tuple(looks.values()), tuple(problems)


def index_looks(looks: Iterable[Look]) -> Mapping[str, Look]:
    """Return the looks by address."""
    return {look.address: look for look in looks}


def attach_looks(links: Iterable[Link], looks: Mapping[str, Look]) -> tuple[Link, ...]:
    """Return links with what they did when they were looked at."""
    return tuple(replace(link, look=looks.get(link.original)) for link in links)


def check_addresses(file: str, looks: Iterable[Look], known: Iterable[str]) -> Iterator[Problem]:
    """Yield the looks at addresses that stand in no table any more."""
    addresses = set(known)
    for look in looks:
        if look.address not in addresses:
            message = "No table has this address any more, so nothing is shown of it."
            remedy = "Delete the row; `python -m data links` does so too."
            yield Problem(file, look.row, "address", shorten(look.address), message, remedy, fatal=False)


def _strip(row: SheetRow) -> SheetRow:
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    return replace(row, cells=cells | {"class": cells["class"].lower()})


def _check_row(file: str, row: SheetRow, before: Mapping[str, Look]) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    cells = row.cells
    if not is_safe_url(cells["address"]):
        message = "An address begins with http:// or https:// and has no space, quotation mark or user name in it."
        yield _describe(file, row, "address", message, "Copy it from the table.")
    elif cells["address"] in before:
        first = before[cells["address"]].row
        yield _describe(file, row, "address", f"Line {first} has it as well.", "Keep the row with the later day.")
    if cells["class"] not in CLASSES:
        yield _describe(file, row, "class", f"Allowed are {', '.join(CLASSES)}.", "Write one of them.")
    if cells["moved_to"] and not is_safe_url(cells["moved_to"]):
        yield _describe(file, row, "moved_to", "It is no address that is safe to link to.", "Correct or empty it.")
    wrong = list(_check_days(file, row))
    yield from wrong or _check_sense(file, row)


def _check_days(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what is no day, or has not come yet."""
    limit = datetime.now(UTC).date() + timedelta(days=1)  # it has begun somewhere on earth
    days = {column: [row.cells[column]] for column in ("looked", "answered") if row.cells[column] or column == "looked"}
    for column, texts in {**days, "failed": row.cells["failed"].split()}.items():
        if any((day := read_day(text)) is None or day > limit for text in texts):
            yield _describe(file, row, column, "It is no day up to today.", FORM)


def _check_sense(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what contradicts itself in a row whose days can be read."""
    look = _make_look(row)
    if look.found in ANSWERED and (look.answered != look.looked or look.failed):
        message = "A link that is ok or has moved answered when it was looked at, and has not failed since."
        yield _describe(file, row, "answered", message, "Write the day of `looked` and empty `failed`.")
    if look.found == "moved" and not look.moved_to:
        yield _describe(file, row, "moved_to", "A link that has moved needs it.", "Write the new address.")
    if look.found in FAILED and not look.failed:
        yield _describe(
            file, row, "failed", f"{look.found} is a failure; its day is needed.", "Write that of `looked`."
        )
    if any(day > look.looked for day in (*look.failed, look.answered or look.looked)):
        yield _describe(file, row, "looked", "Another day in the row is later.", "Write the day of the last look.")
    if look.answered and any(day <= look.answered for day in look.failed):
        message = "Failures count from the last answer on; one of these days is not later than `answered`."
        yield _describe(file, row, "failed", message, "Delete that day.")


def _make_look(row: SheetRow) -> Look:
    cells = row.cells
    return Look(
        address=cells["address"],
        found=cast("LinkClass", cells["class"]),
        looked=cast("date", read_day(cells["looked"])),
        answered=read_day(cells["answered"]),
        failed=tuple(sorted({day for text in cells["failed"].split() if (day := read_day(text))})),
        moved_to=cells["moved_to"],
        detail=cells["detail"],
        row=row.line,
    )


def _describe(file: str, row: SheetRow, column: str, message: str, remedy: str) -> Problem:
    return Problem(file, row.line, column, shorten(row.cells[column]), message, remedy, fatal=False)
