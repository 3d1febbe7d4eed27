"""Checks the files that places are looked up in: postal codes, and the sites that places are sent to."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from data.places.gazetteer import list_prefectures
from data.places.postal import find_owner
from data.portals import COLUMNS, KINDS
from data.records import Problem
from data.table.links import is_safe_url
from data.table.sheets import shorten


def check_postal_runs(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the runs of postal codes: ascending, seven digits, municipalities that exist."""
    rows = _read_rows(path)
    return (rows,) if isinstance(rows, Problem) else tuple(_check_runs(path.name, rows))


def check_postal_blocks(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the beginnings of postal codes in use: two of five digits a row, ascending."""
    rows = _read_rows(path)
    return (rows,) if isinstance(rows, Problem) else tuple(_check_blocks(path.name, rows))


def check_portals(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the sites of others: known kinds and prefectures, safe addresses, a source each."""
    rows = _read_rows(path)
    if isinstance(rows, Problem):
        return (rows,)
    if rows[0] != list(COLUMNS):
        message = f"The columns must be {', '.join(COLUMNS)}."
        return (Problem(path.name, 1, None, shorten(", ".join(rows[0])), message, "Name the columns so."),)
    return tuple(_check_sites(path.name, rows[1:]))


def _read_rows(path: Path) -> list[list[str]] | Problem:
    """Read a CSV file's rows, of which there must be at least one; or say why they cannot be read."""
    remedy = "Restore the file (see data/SOURCES.md)."
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, ValueError, csv.Error) as error:
        return Problem(path.name, None, None, shorten(str(error)), "It cannot be read as CSV.", remedy)
    return rows or Problem(path.name, None, None, "", "The file is empty.", remedy)


def _check_runs(file: str, rows: list[list[str]]) -> Iterator[Problem]:
    before = ""
    for number, row in enumerate(rows, start=1):
        start, codes = row if len(row) == 2 else ("", "")
        if not re.fullmatch(r"[0-9]{7}", start) or start <= before:
            message = "Each row needs a postal code of seven digits, higher than the one above, and its municipalities."
            yield Problem(file, number, "first postal code", shorten(",".join(row)), message, "Put it in order.")
        elif unknown := [code for code in codes.split("+") if find_owner(code) is None]:
            message = "There is no municipality or ward with this code of five digits."
            yield Problem(file, number, "municipality code", shorten("+".join(unknown)), message, "Correct the code.")
        before = max(before, start)


def _check_blocks(file: str, rows: list[list[str]]) -> Iterator[Problem]:
    before = ""
    for number, row in enumerate(rows, start=1):
        first, last = row if len(row) == 2 else ("", "")
        if not (re.fullmatch(r"[0-9]{5},[0-9]{5}", ",".join(row)) and before < first <= last):
            message = (
                "Each row needs the first and the last beginning of a block, five digits each, above the row before."
            )
            yield Problem(file, number, "first and last", shorten(",".join(row)), message, "Put it in order.")
        before = max(before, last)


def _check_sites(file: str, rows: list[list[str]]) -> Iterator[Problem]:
    prefectures = ["", *(prefecture.code for prefecture in list_prefectures())]
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(COLUMNS, row, strict=False))
        rules = {
            "name": (bool(cells.get("name")), "Each row needs a name."),
            "url": (
                is_safe_url(cells.get("url") or "https://example.org"),
                "An address begins with http:// or https://.",
            ),
            "kind": (cells.get("kind") in KINDS, f"Allowed are {', '.join(KINDS)}."),
            "prefecture": (
                cells.get("prefecture") in prefectures,
                "Allowed are 01 to 47, or nothing for all of Japan.",
            ),
            "source": (bool(cells.get("source")), "Each row needs a source."),
        }
        for column, (is_right, message) in rules.items():
            if not is_right:
                yield Problem(file, number, column, shorten(cells.get(column, "")), message, "Correct the cell.")
