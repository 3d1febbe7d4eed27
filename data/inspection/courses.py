"""Rows of classes.csv beside each other: the same class twice, and telephone numbers of another place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.inspection.cells import InspectedFile, Oddity, Told
from data.inspection.phones import find_odd_phones
from data.places.codes import read_code
from data.places.gazetteer import find_place
from data.table.course_contacts import is_private_number, read_numbers

_WHAT = ("name", "venue", "address", "mode", "weekdays", "weeks", "start", "end", "valid_from", "valid_until", "level")


def inspect_courses(classes: InspectedFile) -> Iterator[Told]:
    """Yield rows that describe one class a second time, and numbers that are another prefecture's."""
    seen: dict[tuple[str, ...], int] = {}
    for row in classes.rows:
        first = seen.setdefault(_describe(row.cells), row.line)
        if first != row.line:
            finding = Oddity(f"Line {first} says the same of name, place and time.", "Keep one of the two.")
            yield classes.tell(row, "name", finding)
        place = find_place(read_code(row.cells["code"]) or "")
        numbers = [one for one in read_numbers(row.cells["contact_phone"]) or () if not is_private_number(one)]
        for found in find_odd_phones("; ".join(one for one in numbers if "-" in one), place):
            yield classes.tell(row, "contact_phone", found)


def _describe(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return what tells one class of a place from another."""
    return (read_code(cells["code"]) or "", *(cells[column] for column in _WHAT))
