"""JSON: an object with `about` and `cities`, each city with all its facts in full."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from data.published.notes import ABOUT
from data.published.record import PublishedCity


def write_json(cities: Sequence[PublishedCity]) -> str:
    """Write the cities; the same cities give the same text."""
    content = {"about": ABOUT, "cities": [asdict(city) for city in cities]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
