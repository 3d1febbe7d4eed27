"""Writes links.csv: a row for each link that was looked at, in the order of the tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from data.atomic import replace_file
from data.records import Look
from data.table.looks import COLUMNS


def write_looks(path: Path, looks: Iterable[Look]) -> None:
    """Write the file as a whole; call it under `lock_file`. Raises OSError where it cannot be written."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(map(_list_cells, looks))
    replace_file(path, stream.getvalue())


def _list_cells(look: Look) -> tuple[str, ...]:
    return (
        look.address,
        look.found,
        look.looked.isoformat(),
        look.answered.isoformat() if look.answered else "",
        " ".join(day.isoformat() for day in look.failed),
        look.moved_to,
        look.detail,
    )
