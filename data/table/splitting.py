"""Text split into lines of cells, by the separator that its file has."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from io import StringIO
from itertools import accumulate

import pandas as pd

Line = tuple[int, list[str]]  # its number in the file, 1-based, and its cells
Splitter = Callable[[str], list[Line]]
BROKEN = (csv.Error, pd.errors.ParserError, pd.errors.EmptyDataError)  # what they raise for text that has no cells
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]|"")*)"(?![^\t\n])')  # a whole cell, as spreadsheets quote it
_BREAK = "\r"  # stands for a line break within a cell while the lines are split; no other is left in a text


def split_tsv(text: str) -> list[Line]:
    """Split tab-separated text into numbered lines of cells; a row that runs over several counts as its first.

    A cell that a spreadsheet has put in quotation marks, for its comma, quotation mark or line break, loses them; any
    other quotation mark is text, so that a lone one swallows nothing.
    """
    joined = _QUOTED.sub(lambda cell: cell[0].replace("\n", _BREAK), text)
    lines = joined.split("\n")
    widths = [line.count("\t") + 1 for line in lines]
    frame = pd.read_csv(
        StringIO(joined, newline="\n"),
        sep="\t",
        header=None,
        names=range(max(widths)),
        index_col=False,
        dtype=str,
        keep_default_na=False,
        quoting=csv.QUOTE_NONE,
        skip_blank_lines=False,
        lineterminator="\n",
    )
    numbers = accumulate((1 + line.count(_BREAK) for line in lines), initial=1)
    return [
        (number, [_unquote(cell) for cell in row[:width]])
        for number, row, width in zip(numbers, frame.values.tolist(), widths, strict=False)
    ]


def split_csv(text: str, separator: str = ",") -> list[Line]:
    """Split comma-separated text into numbered lines of cells; a row that runs over several counts as its last."""
    reader = csv.reader(StringIO(text), delimiter=separator)
    return [(reader.line_num, cells) for cells in reader]


def split_semicolons(text: str) -> list[Line]:
    """Split text whose cells are parted by semicolons, as spreadsheets save CSV in much of Europe and Brazil."""
    return split_csv(text, ";")


def _unquote(cell: str) -> str:
    """Return a cell without the quotation marks that a spreadsheet has put round it."""
    quoted = _QUOTED.fullmatch(cell)
    return (quoted[1].replace('""', '"') if quoted else cell).replace(_BREAK, "\n")


SEPARATORS: Mapping[str, Splitter] = {"tabs": split_tsv, "commas": split_csv, "semicolons": split_semicolons}
