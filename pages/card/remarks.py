"""Remarks beside the facts of a card: doubts, and what the city itself has said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.records import City, Correction, FieldName
from data.standing import find_word, is_outdated, judge_city, list_filled
from data.table.links import is_safe_url
from pages.languages.dates import write_date
from pages.languages.language import Language
from pages.languages.names import name_place
from pages.letters.report import name_fields
from pages.letters.sentences import mark

OWN_WORD = mark("The city itself has said so.")  # the reason of a correction that `python -m data confirm` writes


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt, or a different reading, in a few words, and its reason at length."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the city itself has said of its line, and by whom and how that is known; empty where it has said nothing."""

    text: str
    evidence: str = ""


class _Answer(NamedTuple):
    date: str
    role: str
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


def describe_standing(city: City, language: Language, today: date) -> tuple[Confirmation, ...]:
    """Say what a city has confirmed, once for each answer, and whether that is old on a day; or that it has not yet."""
    _ = language.gettext
    state = judge_city(city, today).state
    if state == "withdrawn":
        return (Confirmation(_("The city has asked that its contacts are not shown here. Ask at the city hall.")),)
    if state == "never":
        return (Confirmation(_("Not yet confirmed by the city.")),)
    filled = list_filled(city)
    answers: dict[_Answer, list[FieldName]] = {}
    for field in name_fields(language):
        word = find_word(city.checks, field)
        if word and field in filled:
            answers.setdefault(_Answer(word.date, word.role, word.evidence), []).append(field)
    return tuple(
        _describe_answer(answer, () if len(fields) == len(filled) else fields, language, today)
        for answer, fields in answers.items()
    )


def tell_withdrawal(city: City, field: FieldName, language: Language) -> str | None:
    """Say in place of a field's lines that the city does not want them shown; None where it has not said so."""
    word = find_word(city.checks, field)
    if word is None or word.answer != "withdrawn":
        return None
    day = write_date(date.fromisoformat(word.date), language)
    return language.gettext("Not shown, at the request of the city ({date}).").format(date=day)


def _describe_answer(answer: _Answer, fields: Sequence[FieldName], language: Language, today: date) -> Confirmation:
    """Say when a city has confirmed its line, or some fields of it, in what role and how that is known."""
    _, names = language.gettext, name_fields(language)
    day = date.fromisoformat(answer.date)
    text = _("Confirmed by the city on {date}: {lines}.") if fields else _("Confirmed by the city on {date}.")
    lines = language.join_names(names[field] for field in fields)
    said = text.format(date=write_date(day, language), lines=lines)
    if is_outdated(day, today):
        said += language.gap + _("That was more than a year ago: please ask.")
    return Confirmation(said, f"{answer.role} · {answer.evidence}")


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
