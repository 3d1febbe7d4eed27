"""Extent of a file of rows: how many it has and how it ends, which tells a half written file from a whole one."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from data.records import Ending
from data.table.decoding import Decoded, NotText, decode_table
from data.table.workbooks import is_workbook, read_workbook

_SEPARATORS = ",\t;"  # the first also where none stands there
_HEAD = 2000  # letters, in which the header is


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a file reaches; one that is not there, or is no text, has no rows."""

    rows: int = 0  # below the header, blank ones not counted
    ending: Ending = "whole"


def measure_extent(path: Path) -> Extent:
    """Measure a file of comma-separated rows, or the longest sheet of a workbook. Never raises."""
    try:
        content = path.read_bytes()
    except OSError:
        return Extent()
    if is_workbook(content):
        sheets = read_workbook(content)
        return (
            Extent() if isinstance(sheets, NotText) else Extent(max((len(one.lines) - 1 for one in sheets), default=0))
        )
    decoded = decode_table(content)
    return _measure_text(decoded.text) if isinstance(decoded, Decoded) else Extent()


def _measure_text(text: str) -> Extent:
    rows: list[list[str]] = []
    separator = max(_SEPARATORS, key=text[:_HEAD].count)
    reader, lines_read = csv.reader(StringIO(text), strict=True, delimiter=separator), 0
    try:
        for row in reader:
            lines_read = reader.line_num
            rows += [row] if "".join(row).strip() else []
    except (
        csv.Error
    ):  # a quotation mark without its second: on the last line the file ends there, else the mark is a slip
        left = len(text.splitlines()) - lines_read
        return Extent(max(len(rows) - 1, 0), "cut") if left <= 1 else Extent(len(rows) - 1 + left)
    if text.endswith("\n") or not rows:
        return Extent(max(len(rows) - 1, 0))
    return Extent(len(rows) - 1, "cut" if len(rows[-1]) < len(rows[0]) or len(rows) == 1 else "open")
