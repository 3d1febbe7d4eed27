"""Wards that are new or no more since the gazetteer's package was made. Source: wards.csv (SOURCES.md)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

WARDS_FILE = Path(__file__).parent / "wards.csv"


def find_end(code: str) -> str | None:
    """Return the day since when the ward of a code is no more ("2024-01-01"); None of a place that is."""
    row = _read_changes().get(code)
    return row["date"] if row and row["change"] == "former" else None


def list_new_wards(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """List the new wards as the package's rows have theirs; each has its office where a former one had it."""
    offices = {row["lgcode"].zfill(6): {"lat": row["lat"], "lng": row["lng"]} for row in rows}
    new = [row for row in _read_changes().values() if row["change"] == "new"]
    return [{**row, "lgcode": row["code"], **offices[row["office_of"]]} for row in new]


@cache
def _read_changes() -> dict[str, dict[str, str]]:
    """Read the new and the former wards by code."""
    with WARDS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
