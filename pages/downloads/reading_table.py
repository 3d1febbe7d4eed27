"""The rows of a view as a table to read: what the cards say, a column for each of their sections."""

from __future__ import annotations

from collections.abc import Iterable

from data.published.table_format import write_table
from data.records import City
from pages.card.card import Card, Item, describe_city
from pages.languages.language import Language
from pages.languages.ruby import show_brackets
from pages.letters.report import name_fields


def write_reading_table(cities: Iterable[City], language: Language) -> str:
    """Write the cities' cards as CSV, headings and remarks in the language; several lines stand in one cell."""
    _ = language.gettext
    names = [_("City"), "日本語", _("Prefecture")]
    headings = [*names, *name_fields(language).values(), _("What is doubted"), _("What the pin marks")]
    rows = [_list_cells(city, describe_city(city, language), language) for city in cities]
    if language.tag == "ja":  # its readers have the Japanese name in the first column
        headings, rows = (_drop_second(headings), [_drop_second(row) for row in rows])
    return write_table([show_brackets(heading) for heading in headings], rows)


def _list_cells(city: City, card: Card, language: Language) -> list[str]:
    sections = ["\n".join(map(_write_item, section.items)) for section in card.sections]
    doubts = [
        f"{section.heading}{language.colon}{doubt.text}{language.gap}{doubt.reason}"
        for section in card.sections
        for doubt in section.doubts
    ]
    words = (card.name, card.prefecture, "\n".join(doubts), card.pin)
    name, prefecture, doubted, pin = map(show_brackets, words)  # facts stay as they are
    return [name, city.place.ja, prefecture, *sections, doubted, pin]


def _write_item(item: Item) -> str:
    """Return a line of a card without its links: a link's name, unless it is cut from the address, and the address."""
    if item.kind != "link" or item.url is None:
        return item.text
    return item.url if item.text.removesuffix("…") in item.url else f"{show_brackets(item.text)} {item.url}"


def _drop_second(cells: list[str]) -> list[str]:
    return [cells[0], *cells[2:]]
