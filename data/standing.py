"""Standing: what a city itself last said of its line, and how that holds on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from data.records import Check, City, FieldName

State = Literal["never", "partly", "confirmed", "outdated", "withdrawn"]
FIELDS: tuple[FieldName, ...] = get_args(FieldName)
FRESH_DAYS = 365  # a confirmation of more days ago is older than a year


@dataclass(frozen=True, slots=True)
class Standing:
    """How a field, or a whole line, stands; `day` is that of the city's word, of several confirmations the oldest.

    `never` confirmed; `partly`, of a line of which some fields are confirmed and some are not; `confirmed`; `outdated`,
    confirmed more than a year ago; `withdrawn`, at the city's wish not shown.
    """

    state: State
    day: date | None = None


NEVER = Standing("never")


def find_word(checks: Iterable[Check], field: FieldName) -> Check | None:
    """Find the last word on a field; of one day the later row."""
    about = [row for row in checks if row.field in {field, "all"}]
    return max(reversed(about), key=lambda row: row.date, default=None)


def is_withdrawn(checks: Iterable[Check], field: FieldName) -> bool:
    """Tell whether a city's last word on a field is that it is not to be shown."""
    word = find_word(checks, field)
    return word is not None and word.answer == "withdrawn"


def list_filled(city: City) -> tuple[FieldName, ...]:
    """List the fields of which something is shown."""
    left = {text.field for text in city.leftovers}
    cells = {"department": city.departments, "website": city.websites, "email": city.emails, "class": city.classes}
    return tuple(field for field in FIELDS if cells.get(field) or field in left)


def judge_field(city: City, field: FieldName, today: date) -> Standing:
    """Judge how a field of a city stands on a day."""
    word = find_word(city.checks, field)
    if word is None:
        return NEVER
    day = date.fromisoformat(word.date)
    if word.answer == "withdrawn":
        return Standing("withdrawn", day)
    return Standing("outdated" if is_outdated(day, today) else "confirmed", day)


def judge_city(city: City, today: date) -> Standing:
    """Judge how a city's whole line stands on a day; what is withdrawn or empty needs no confirmation."""
    standings = {field: judge_field(city, field, today) for field in FIELDS}
    filled = [standings[field] for field in list_filled(city)]
    gone = [one.day for one in standings.values() if one.state == "withdrawn" and one.day]
    if gone and not filled:
        return Standing("withdrawn", max(gone))
    days = [one.day for one in filled if one.day]
    if not days:
        return NEVER
    oldest = min(days)
    if is_outdated(oldest, today):
        return Standing("outdated", oldest)
    return Standing("confirmed" if len(days) == len(filled) else "partly", oldest)


def is_outdated(day: date, today: date) -> bool:
    """Tell whether a day lies more than a year back."""
    return (today - day).days > FRESH_DAYS
