"""Remarks beside the facts of a card: doubts, and what the city has confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.records import Check, City, Correction
from data.table.links import is_safe_url
from pages.languages.dates import write_date
from pages.languages.language import Language
from pages.languages.names import name_place


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt, or a different reading, in a few words, and its reason at length."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That the city itself has confirmed a section's lines, and how that is known."""

    text: str
    evidence: str


def describe_correction(row: Correction, language: Language) -> Doubt:
    """Say in the reader's words what is doubted or read differently; the source's own value stays in view."""
    _ = language.gettext
    if row.applied:
        text = _("Read differently from the source.")
    elif row.better_value:
        text = _("Doubtful: perhaps {better}.").format(better=row.better_value)
    else:
        text = _("Doubtful.")
    reason = _("The source says: “{source}”. {reason}").format(source=row.source_value, reason=_(row.reason))
    return Doubt(text, reason)


def describe_check(row: Check, language: Language) -> Confirmation:
    """Say that the city has confirmed what stands there."""
    day = write_date(date.fromisoformat(row.date), language)
    text = language.gettext("Confirmed by the city on {date}.").format(date=day)
    return Confirmation(text, f"{row.role} · {row.evidence}")


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
    source = language.join_names(row.source.split()) if _is_addresses(row.source) else row.source
    return CityDoubt(name_place(city.place, language).text, describe_correction(row, language), source)


def _is_addresses(text: str) -> bool:
    return all(is_safe_url(part) for part in text.split())
