"""The facts as a CSV file for staff: each with its row, doubt, answer, confirmation, and where its point is from."""

from __future__ import annotations

from collections.abc import Sequence

from data.published.csv_format import guard_cell, write_rows
from data.table.table_columns import FIELD_COLUMNS
from pages.evidence.facts import Fact

FILE, MEDIA_TYPE = "quality.csv", "text/csv"
COLUMNS = (
    "code",
    "city",
    "prefecture",
    "field",
    "value",
    "source_file",
    "source_line",
    "source_column",
    "link_answered_on",
    "confirmed_on",
    "doubt_line",
    "doubt_better_value",
    "doubt_reason",
    "geocoder",
    "geocoder_query",
    "geocoded_on",
)
SOURCE, DOUBTS = "cities.tsv", "corrections.csv"


def write_facts(facts: Sequence[Fact]) -> str:
    """Write a row for each fact (RFC 4180, UTF-8 with a byte order mark); no cell is taken for a formula."""
    return write_rows([COLUMNS, *([guard_cell(cell) for cell in _list_cells(fact)] for fact in facts)])


def _list_cells(fact: Fact) -> tuple[str, ...]:
    city, doubt, point = fact.city, fact.doubt, fact.point
    return (
        city.code,
        city.place.ja,
        city.prefecture.ja,
        fact.field,
        fact.text,
        SOURCE,
        str(city.row),
        FIELD_COLUMNS[fact.field],
        fact.answered.isoformat() if fact.answered else "",
        fact.confirmed.isoformat() if fact.confirmed else "",
        str(doubt.row or "") if doubt else "",
        doubt.better_value if doubt else "",
        doubt.reason if doubt else "",
        point.provider if point else "",
        point.query if point else "",
        point.date if point else "",
    )
