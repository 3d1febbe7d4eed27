"""Check of the coordinate file for `python -m data check`."""

from __future__ import annotations

from collections.abc import Callable

from data.folder import DataFiles
from data.records import Problem, Table
from geocache.check import check_coordinates


def list_checks() -> tuple[Callable[[Table, DataFiles], tuple[Problem, ...]], ...]:
    """List what `python -m data check` looks at besides the tables."""
    return (check_files,)


def check_files(table: Table, files: DataFiles) -> tuple[Problem, ...]:
    """Return everything wrong with the coordinate file of these tables."""
    return check_coordinates(table, files.coordinates)
