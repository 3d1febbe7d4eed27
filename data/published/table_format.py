"""A table for people who read it in a spreadsheet: headings and cells in somebody's own words, all text.

The same guard as in `csv_format.py` keeps a spreadsheet from running a cell; several lines stand in one cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.published.csv_format import guard_cell, write_rows


def write_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write headings and rows as CSV (RFC 4180): UTF-8 with a byte order mark, every text quoted."""
    return write_rows([guard_cell(cell) for cell in row] for row in (headings, *rows))
