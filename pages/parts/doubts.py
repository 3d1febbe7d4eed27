"""Everything that is doubted in the table, city by city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.records import City, Correction
from pages.parts.language import Language
from pages.parts.names import name_place
from pages.parts.remarks import Doubt, describe_correction


@dataclass(frozen=True, slots=True)
class CityDoubt:
    """A row of corrections.csv as a reader sees it."""

    city: str
    doubt: Doubt
    source: str


def list_doubts(cities: Iterable[City], language: Language) -> tuple[CityDoubt, ...]:
    """List the corrections and doubts of all rows, in the table's order."""
    return tuple(_describe(city, row, language) for city in cities for row in city.corrections)


def _describe(city: City, row: Correction, language: Language) -> CityDoubt:
    return CityDoubt(name_place(city.place, language).text, describe_correction(row, language), row.source)
