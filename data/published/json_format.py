"""JSON: an object with `about` and `cities`, each city with all its facts in full."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from data.published.notes import ABOUT
from data.published.record import PublishedCity


def write_json(cities: Sequence[PublishedCity]) -> str:
    """Write the cities, each on a line of its own; the same cities give the same text."""
    return f'{{"about":{write_line(ABOUT)},"cities":[\n{write_lines(asdict(city) for city in cities)}\n]}}\n'


def write_lines(values: Iterable[object]) -> str:
    """Write the values of an array, each on a line."""
    return ",\n".join(map(write_line, values))


def write_line(value: object) -> str:
    """Write a value in few bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
