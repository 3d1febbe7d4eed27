"""Writes tables for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.folder import DataFiles, locate_files
from data.table.table_columns import COLUMNS

HEADER = "\t".join(COLUMNS)


def write_table(folder: Path, rows: Iterable[Sequence[str]], corrections: str = "") -> DataFiles:
    """Write rows of seven cells, and corrections if there are any, into the folder and return its files."""
    return write_text(folder, "\n".join([HEADER, *("\t".join(row) for row in rows)]) + "\n", corrections)


def write_text(folder: Path, text: str, corrections: str = "") -> DataFiles:
    """Write a table's text as it is, and corrections if there are any, into the folder and return its files."""
    files = locate_files({"MADOGUCHI_DATA": str(folder)})
    files.cities.write_bytes(text.encode())
    if corrections:
        files.corrections.write_text(corrections, encoding="utf-8")
    return files
