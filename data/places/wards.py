"""Wards that are new or no more since the gazetteer's package was made. Source: wards.csv (SOURCES.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from data.pieces import read_piece

WARDS_FILE = Path(__file__).parent / "wards.csv"
_COLUMNS = ("code", "change", "date", "city", "citykana", "office_of", "source")


def find_end(code: str) -> str | None:
    """Return the day since when the ward of a code is no more ("2024-01-01"); None of a place that is."""
    row = _read_changes().get(code)
    return row["date"] if row and row["change"] == "former" else None


def list_new_wards(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """List the new wards as the package's rows have theirs; each has its office where a former one had it."""
    offices = {row["lgcode"].zfill(6): {"lat": row["lat"], "lng": row["lng"]} for row in rows}
    new = [row for row in _read_changes().values() if row["change"] == "new"]
    return [{**row, "lgcode": row["code"], **offices[row["office_of"]]} for row in new if row["office_of"] in offices]


@cache
def _read_changes() -> dict[str, dict[str, str]]:
    """Read the new and the former wards by code."""
    return {row["code"]: row for row in read_piece(WARDS_FILE, _COLUMNS)}
