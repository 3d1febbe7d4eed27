"""Asking without scripts: the opened card's text for the counter, and a report of each line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.records import City, FieldName
from pages.card.card import Card, Item, Section
from pages.languages.language import Language
from pages.languages.ruby import show_brackets
from pages.letters.asking import choose_usual, write_counter, write_report_url
from pages.letters.report import Receiver, get_receiver
from pages.letters.sentences import Sentence


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
    reports = []
    for section in card.sections:
        if receiver and section.field != "counter" and section.field != "association":  # which are not the city's line
            line = (section.field, show_brackets(section.heading), show_values(section))
            reports.append(replace(_report(receiver, city, line, language), heading=section.heading))
    return PlainAsking(write_counter(city, choose_usual(language), language), tuple(reports))


def show_values(section: Section) -> str:
    """Write what a section shows, as pages/assets/dialog.js reads it off the page."""
    return " | ".join(_show_value(item) for item in section.items)


def _show_value(item: Item) -> str:
    return item.text if item.kind == "email" or item.url is None else item.url


def _report(receiver: Receiver, city: City, line: tuple[FieldName, str, str], language: Language) -> LineReport:
    right, wrong = (
        write_report_url(receiver, city, line, "right", language),
        write_report_url(receiver, city, line, "wrong", language),
    )
    return LineReport(line[1], right, wrong)
