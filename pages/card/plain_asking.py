"""Asking without scripts: the opened card's text for the counter, and a report of each line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.records import City
from pages.card.card import Card, Item, Section
from pages.languages.language import Language
from pages.languages.ruby import drop_readings, show_brackets
from pages.letters.asking import choose_usual, write_counter, write_report_url
from pages.letters.report import LineName, Receiver, get_receiver, name_lines
from pages.letters.sentences import Sentence

# What a part of an office is on its card: hours and languages are not told apart there.
KINDS = {"page": "link", "phone": "phone", "hours": "text", "languages": "text"}


@dataclass(frozen=True, slots=True)
class LineReport:
    """The addresses that report a line of the card."""

    heading: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class PlainAsking:
    """The usual request as text; no reports where nobody receives them."""

    counter: tuple[Sentence, ...]
    reports: tuple[LineReport, ...]


def describe_plain_asking(city: City, card: Card, language: Language) -> PlainAsking:
    """Write the texts of an opened card."""
    receiver = get_receiver()
    lines = (line for section in card.sections for line in _list_lines(section, language))
    reports = tuple(_report(receiver, city, line, language) for line in lines) if receiver else ()
    return PlainAsking(write_counter(city, choose_usual(language), language), reports)


def _list_lines(section: Section, language: Language) -> Iterator[tuple[LineName, str, str]]:
    """Yield name, heading and shown values of the lines that can be reported: of an office its parts."""
    for line, heading in name_lines(language).items():
        field, _, part = line.partition("-")
        if field == section.field:
            yield line, heading, show_values(section, part)


def show_values(section: Section, part: str = "") -> str:
    """Write what a section or a part of it shows, as pages/assets/dialog.js reads it off the page."""
    return " | ".join(_show_value(item) for item in section.items if not part or item.kind == KINDS[part])


def _show_value(item: Item) -> str:
    return item.url if item.kind == "link" and item.url else drop_readings(item.text)


def _report(receiver: Receiver, city: City, line: tuple[LineName, str, str], language: Language) -> LineReport:
    name, heading, value = line
    plain = (name, show_brackets(heading), value)
    right, wrong = (
        write_report_url(receiver, city, plain, "right", language),
        write_report_url(receiver, city, plain, "wrong", language),
    )
    return LineReport(heading, right, wrong)
