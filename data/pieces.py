"""Pieces: the files of rows that ship with the program for looking things up, each read as far as it is whole.

A file that is cut, damaged or gone costs what it has lost, never the rest; what is wrong is told here and in the log.
"""

from __future__ import annotations

import csv
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

logger = logging.getLogger(__name__)
Row = dict[str, str]
_REMEDY = "Bring back the file as it was shipped, and start the program anew."
_broken: dict[str, str] = {}


def read_piece(
    path: Path, columns: Sequence[str], is_usable: Callable[[Row], bool] = lambda _: True, *, headed: bool = True
) -> list[Row]:
    """Read the usable rows by column; others, and a last line without a line end, are left out and noted. Never raises.

    With `headed` the first line has to name the columns; without it every line is a row.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        note_piece(path, f"It cannot be read: {error.strerror}.")
        return []
    whole, _, rest = text.rpartition("\n")
    faults = [f"The last line is cut: {rest[:60]!r}."] if rest else []
    lines = [(number, cells) for number, cells in _split(whole) if cells]
    if headed and (not lines or lines.pop(0)[1] != list(columns)):
        note_piece(path, f"The first line does not name the columns {', '.join(columns)}.")
        return []
    rows = []
    for number, cells in lines:
        row = dict(zip(columns, cells, strict=False))
        if len(cells) == len(columns) and "\ufffd" not in "".join(cells) and is_usable(row):
            rows.append(row)
        else:
            faults.append(f"Line {number} cannot be used: {','.join(cells)[:60]!r}.")
    if faults or not rows:
        note_piece(path, " ".join(faults[:3]) or "It has no rows.")
    return rows


def note_piece(path: Path, fault: str) -> None:
    """Note what is wrong with a file; the log is told when that is new."""
    told = f"{fault} {_REMEDY}"
    if _broken.get(path.name) != told:
        _broken[path.name] = told
        logger.error("%s: %s", path, told)


def list_broken_pieces() -> Mapping[str, str]:
    """Return what is wrong with each file that was not whole when it was read, by its name."""
    return dict(_broken)


def _split(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered lines of cells; from where quotation marks break them on, one that is no row."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        yield reader.line_num, [str(error)]
