"""datapackage.json (Frictionless Data Package 1): what the CSV files are, with a Table Schema of their columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from data.courses.records import Course
from data.offices import Offices
from data.published.columns import COLUMNS, SEVERAL, Column, Row
from data.published.course_columns import COURSE_COLUMNS
from data.published.csv_format import write_associations, write_classes, write_counters, write_csv
from data.published.notes import CLASSES, LICENCE, NOTICE, OFFICES, POSITION, SOURCE, TITLE
from data.published.office_columns import ASSOCIATION_COLUMNS, COUNTER_COLUMNS
from data.published.record import PositionOf, PublishedCity
from data.standing import State

_WORDS: Mapping[str, Sequence[str]] = {  # all that a column can hold
    "position_of": get_args(PositionOf),
    "confirmation": get_args(State),
}
GUARDED = "A text cell that begins with an apostrophe has one too many: it keeps spreadsheets from running the cell."


def write_package(
    cities: Sequence[PublishedCity],
    offices: Offices | None = None,
    query: str = "",
    courses: Sequence[Course] | None = None,
) -> str:
    """Describe the CSV of these cities, and those of offices and classes where any are handed in, which lie beside it.

    Each path has the `query` behind it; size and hash are those of the file there. No licence is named, for none is
    claimed.
    """
    resources = [_describe_file("cities", query, write_csv(cities), COLUMNS, {"primaryKey": "code"})]
    if offices is not None:
        resources += [
            _describe_file("associations", query, write_associations(offices), ASSOCIATION_COLUMNS),
            _describe_file("counters", query, write_counters(offices), COUNTER_COLUMNS),
        ]
    if courses is not None:
        resources.append(_describe_file("classes", query, write_classes(courses), COURSE_COLUMNS))
    classes = [] if courses is None else [CLASSES]
    package = {
        "profile": "tabular-data-package",
        "name": "madoguchi-cities",
        "title": TITLE,
        "description": " ".join((NOTICE, SOURCE, OFFICES, *classes, LICENCE, POSITION)),
        "sources": [{"title": title} for title in (SOURCE, OFFICES, *classes)],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _describe_file(
    name: str, query: str, text: str, columns: Sequence[Column[Row]], keys: Mapping[str, str] | None = None
) -> dict[str, Any]:
    content = text.encode()
    unique = bool(keys)
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv{query}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_describe(column, unique=unique) for column in columns],
            "missingValues": [""],
            **(keys or {}),
        },
    }


def _describe(column: Column[Row], *, unique: bool) -> dict[str, Any]:
    parts = [f"{column.description}.", SEVERAL if column.several else "", GUARDED if column.kind == "string" else ""]
    field: dict[str, Any] = {"name": column.key, "type": column.kind, "description": " ".join(filter(None, parts))}
    field |= {"title": column.standard} if column.standard else {}
    constraints: dict[str, Any] = {}
    if column.needed:
        constraints["required"] = True
    if column.key == "code":
        constraints |= {"pattern": "[0-9]{6}"} | ({"unique": True} if unique else {})
    if column.key in _WORDS:
        constraints["enum"] = list(_WORDS[column.key])
    return field | ({"constraints": constraints} if constraints else {})
