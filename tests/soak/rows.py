"""Promises as rows of a table: what was promised, the bar, what was found, whether it is met."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A promise beside what was found."""

    promise: str
    bar: str
    found: str
    met: bool


def judge_most(promise: str, found: float, most: float, unit: str = "") -> Row:
    """Return the row of a promise that the figure is at most so much."""
    return Row(promise, f"at most {_write(most, unit)}", _write(found, unit), found <= most)


def judge_least(promise: str, found: float, least: float, unit: str = "") -> Row:
    """Return the row of a promise that the figure is at least so much."""
    return Row(promise, f"at least {_write(least, unit)}", _write(found, unit), found >= least)


def format_rows(rows: Sequence[Row]) -> str:
    """Write the rows as a Markdown table."""
    lines = [f"| {row.promise} | {row.bar} | {row.found} | {'met' if row.met else '**not met**'} |" for row in rows]
    return "\n".join(["| promise | bar | found |  |", "| --- | ---: | ---: | ---: |", *lines])


def _write(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"
    return f"{value:,.0f}{f' {unit}' if unit else ''}"
