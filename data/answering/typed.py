"""What an editor types of a city's answer, and which city is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.places.codes import read_code
from data.places.gazetteer import search_places
from data.records import CheckedField, City, Problem


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer as it was typed: nothing is checked yet."""

    city: str
    fields: tuple[CheckedField, ...]
    day: str
    role: str
    evidence: str
    withdraw: bool = False
    corrected: str | None = None


def refuse(option: str, value: str, message: str, remedy: str) -> Problem:
    """Make the problem of something typed."""
    return Problem(option, None, None, value, message, remedy)


def find_city(text: str, cities: Sequence[City]) -> City | Problem:
    """Find the listed city of a slug, a code or a name in any spelling, or say which may be meant."""
    named = set(search_places(text)) | {
        city.place for city in cities if text == city.slug or read_code(text) == city.code
    }
    found = [city for city in cities if city.place in named]
    if len(found) == 1:
        return found[0]
    if found:
        slugs = ", ".join(city.slug for city in found)
        return refuse("CITY", text, f"This can be {slugs}.", "Write one of these.")
    slugs = ", ".join(city.slug for city in cities)
    return refuse(
        "CITY", text, f"It is not in the table, which lists {slugs}.", "Write one of these, a code or a name."
    )
