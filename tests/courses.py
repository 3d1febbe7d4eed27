"""Japanese classes for tests: one that is made up, and rows of classes.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

from data.courses.records import Course, Weeks
from data.offices import Source
from data.places.gazetteer import find_place
from data.table.course_columns import COLUMNS

SAKAI = "271403"


def make_course(code: str = SAKAI, **changes: Any) -> Course:
    """Make a class on Saturdays from 18:30 to 20:00, free of charge, for adults, with some fields otherwise."""
    place = find_place(code)
    assert place
    usual: dict[str, Any] = {
        "id": "sat-1",
        "name": "土曜にほんご",
        "weekdays": ("土",),
        "weeks": Weeks("every"),
        "start": time(18, 30),
        "end": time(20),
        "fee_yen": 0,
        "audience": "adult",
        "source": Source("https://example.org/nihongo", "2026-04-01"),
    }
    return Course(place, **(usual | changes))


def write_courses(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows of classes.csv; a column left out is an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        table.writeheader()
        table.writerows(rows)
