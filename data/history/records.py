"""The records of the history: one thing that differs between two versions of the tables, and its entry."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Kind = Literal["begun", "added", "removed", "changed"]
Subject = Literal["city", "counter", "association", "doubt", "confirmation", "withdrawal", "department name"]
SEPARATOR = " | "  # between the parts of a value, such as several links


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a reader sees otherwise than before: a field of a row, a row, or many rows at once.

    `code` is the six-digit code of its place; empty where many rows came or went, of which `new` or `old` is then the
    number. Of a value with several parts `old` and `new` hold those that went and came. `name` tells rows of one place
    apart, such as two counters; it is empty where a place has one.
    """

    kind: Kind
    subject: Subject
    code: str = ""
    name: str = ""
    field: str = ""  # empty where a whole row is meant
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of changes.csv: what differs, and the day (in Japan) since which the map has it so."""

    id: str  # a UUID made of what differs and how often the same has happened, so that each reading gives the same
    day: datetime.date
    what: Difference

    @property
    def urn(self) -> str:
        """Its name among all names there are, for feeds."""
        return f"urn:uuid:{self.id}"
