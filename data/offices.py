"""Offices to ask: international associations, and consultation counters for foreign residents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.records import Look, Place

Sureness = Literal["good", "fair", "poor"]  # what each means stands in data/SOURCES.md
AssociationKind = Literal["association", "prefecture office", "city facility"]
Offer = Literal["consultation", "classes", "class list", "learning support"]
PhoneKind = Literal["yes", "may have changed", "office line"]
LanguageNote = Literal["by day", "more", "interpreting", "easy Japanese"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: an address (or in words what it is, where that has none), and the date it bears.

    `date` is YYYY, YYYY-MM, YYYY-MM-DD or a Japanese fiscal year FYYYYY, each with " or later" where that alone is
    known; empty where there is none.
    """

    where: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """A row of associations.csv: the international association of a prefecture or a designated city.

    `kind` says where it is no association but what stands in its place. `other_address` is what another source has as
    its address, as text. `in_list` tells whether CLAIR's list has it. What is not known is empty, never "no".
    """

    place: Place  # a prefectural government or a city
    kind: AssociationKind
    name: str  # Japanese
    name_en: str
    url: str  # safe to link to
    other_address: str
    offers: tuple[Offer, ...]
    in_list: bool
    sure: Sureness
    source: Source
    row: int | None = None  # line of associations.csv, 1-based
    look: Look | None = None  # at its address; None where nobody has looked

    @property
    def code(self) -> str:
        """The six-digit code of its prefectural government or city."""
        return self.place.code


@dataclass(frozen=True, slots=True)
class Counter:
    """A row of counters.csv: a counter where foreign residents are advised, as its sources describe it.

    `phone_kind` says how the numbers may be shown; without numbers it is None. `days`, `hours` and `closed` are as
    written; `data.hours` reads them. `languages` are spoken there; `phone_languages` only by telephone, with an
    interpreter or a call centre. What is not known is empty, never "no".
    """

    place: Place  # a prefectural government or a city
    name: str  # Japanese
    name_en: str
    address: str  # Japanese
    phones: tuple[str, ...]
    phone_kind: PhoneKind | None
    days: str
    hours: str
    closed: str
    languages: tuple[str, ...]  # BCP 47
    phone_languages: tuple[str, ...]  # BCP 47
    language_notes: tuple[LanguageNote, ...]
    note: str  # English
    url: str | None  # safe to link to
    sure: Sureness
    sources: tuple[Source, ...]
    row: int | None = None  # line of counters.csv, 1-based
    look: Look | None = None  # at its page; None where nobody has looked

    @property
    def code(self) -> str:
        """The six-digit code of its prefectural government or city."""
        return self.place.code

    @property
    def is_reachable(self) -> bool:
        """Whether a page or a number of it is known."""
        return bool(self.url or self.phones)


@dataclass(frozen=True, slots=True)
class Offices:
    """Associations and counters: all that are known, or those that somebody can ask, the nearest first."""

    associations: tuple[Association, ...] = ()
    counters: tuple[Counter, ...] = ()


NO_OFFICES = Offices()
