"""The rows of a view as a table to read: what the cards say, a column for each of their sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from data.published.table_format import write_table
from data.records import City, FieldName
from pages.card.card import Card, Section, describe_city
from pages.languages.language import Language
from pages.languages.ruby import show_brackets
from pages.letters.report import name_fields

LINKED = ("class", "website")  # the sections that hold links


def write_reading_table(cities: Iterable[City], language: Language, today: date) -> str:
    """Write the cities' cards of a day as CSV, headings and remarks in the language; a cell may have several lines."""
    _ = language.gettext
    names = [_("City"), "日本語", _("Prefecture")]
    facts = [
        name for field, heading in name_fields(language).items() for name in _name_columns(field, heading, language)
    ]
    remarks = (_("What is doubted"), _("Do the links work?"), _("What the city has confirmed"), _("What the pin marks"))
    headings = [*names, *facts, *remarks]
    rows = [_list_cells(city, describe_city(city, language, today=today), language) for city in cities]
    if language.tag == "ja":  # its readers have the Japanese name in the first column
        headings, rows = (_drop_second(headings), [_drop_second(row) for row in rows])
    return write_table([show_brackets(heading) for heading in headings], rows)


def _list_cells(city: City, card: Card, language: Language) -> list[str]:
    sections = [cell for section in card.sections for cell in _write_section(section)]
    doubts = [
        f"{section.heading}{language.colon}{doubt.text}{language.gap}{doubt.reason}"
        for section in card.sections
        for doubt in section.doubts
    ]
    said = filter(None, (part for one in card.standing for part in (one.text, one.evidence)))
    told = ("\n".join(lines) for lines in (doubts, _list_notes(card, language), said))
    words = (card.name, card.prefecture, *told, card.pin)
    name, prefecture, *remarks = map(show_brackets, words)  # facts stay as they are
    return [name, city.place.ja, prefecture, *sections, *remarks]


def _list_notes(card: Card, language: Language) -> Iterator[str]:
    """Yield what the links did when they were last looked at: in one sentence, or each by its address."""
    if card.answered:
        yield card.answered
    for section in card.sections:
        for item in section.items:
            if item.note:
                yield " ".join(filter(None, (f"{item.url}{language.colon}{item.note.text}", item.note.url)))


def _name_columns(field: FieldName, heading: str, language: Language) -> tuple[str, ...]:
    """Name the columns of a section: links have one for their names and one for their addresses."""
    return (heading, heading + language.enclose("URL")) if field in LINKED else (heading,)


def _write_section(section: Section) -> tuple[str, ...]:
    """Write the cells of a section; the address of a link stands on the line that its name has in the cell before."""
    texts = "\n".join(show_brackets(item.text) if item.kind == "link" else item.text for item in section.items)
    if section.field not in LINKED:
        return (texts,)
    return texts, "\n".join(item.url or "" for item in section.items)


def _drop_second(cells: list[str]) -> list[str]:
    return [cells[0], *cells[2:]]
