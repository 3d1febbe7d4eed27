"""Geocoder queries and answers: what is asked about a place, and the three answers there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from data.records import Place


class Outcome(Enum):
    """The end of a lookup: an answer, the answer that there is none, or no answer at all."""

    FOUND = "found"
    NOT_FOUND = "not found"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class FoundPoint:
    """A point (degrees WGS84) that was accepted for a place, and what its provider calls it."""

    latitude: float
    longitude: float
    provider: str
    matched_name: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """The end of one lookup; `point` is set exactly if it was found, else `reason` says what happened."""

    place: Place
    outcome: Outcome
    reason: str = ""
    point: FoundPoint | None = None


Finder = Callable[[Place], Lookup]


def format_query(place: Place) -> str:
    """Return the one question asked about a place, the same for every provider: "横浜市, 神奈川県", "大阪府"."""
    return place.ja if place.kind == "prefecture" else f"{place.ja}, {place.prefecture.ja}"
