"""The cell of classes.csv that says who may come, by where they live or work: 市内在住・在勤・在学."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Tie = Literal["live", "work", "study"]
_TIES: dict[str, Tie] = {"住": "live", "勤": "work", "学": "study"}
_AREA = re.compile(r"([市区町村都道府県])内に?(在[住勤学](?:(?:[・、,]|または|か)?在?[住勤学])*)(?:の?[人方者])?")


@dataclass(frozen=True, slots=True)
class CourseArea:
    """Who may come: by what ties to which kind of place, the last sign of its name (市)."""

    unit: str
    ties: tuple[Tie, ...]


def read_area(cell: str) -> CourseArea | None:
    """Return who may come; None for an empty cell and for anything else than a row of such ties."""
    found = _AREA.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)))
    if found is None:
        return None
    return CourseArea(found[1], tuple(tie for sign, tie in _TIES.items() if sign in found[2]))
