"""Telephone numbers: whose area codes a prefecture has, and where the hyphens belong.

area_codes.csv follows the Ministry's list of area codes (see data/SOURCES.md). Where an area reaches over a border
both prefectures have it; 0120, 0800, 0570 and 050 belong to no area.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from data.inspection.cells import Oddity
from data.records import Place
from data.table.office_cells import read_phones

_NOWHERE = ("0120", "0800", "0570", "050")
_FILE = Path(__file__).parent / "area_codes.csv"


def find_odd_phones(cell: str, place: Place | None) -> Iterator[Oddity]:
    """Yield numbers of another prefecture than the place's, or with hyphens that part no area code from the rest."""
    for phone in read_phones(cell):
        if phone.startswith(_NOWHERE) or place is None:
            continue
        area, _, rest = phone.partition("-")
        digits = phone.replace("-", "")
        areas = _read_areas()
        beginning = max((start for start in areas if digits.startswith(start)), key=len, default="")
        if not beginning:
            yield Oddity(f"No area code begins like {phone}.", "Compare it with its source.")
        elif place.prefecture.code not in areas[beginning]:
            message = f"{phone} is a number of another prefecture than {place.prefecture.en}."
            yield Oddity(message, "Compare it with its source.")
        elif len(rest.rpartition("-")[2]) != 4 or not area.startswith(beginning[:2]) or len(area) < 2:
            yield Oddity(f"The hyphens of {phone} part it oddly.", "Write area code, exchange and four digits.")


@cache
def _read_areas() -> Mapping[str, tuple[str, ...]]:
    """Read which prefectures (JIS X 0401) have a beginning of numbers; of several that fit the longest counts."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["beginning"]: tuple(row["prefectures"].split()) for row in csv.DictReader(file)}
