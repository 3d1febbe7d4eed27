"""datapackage.json (Frictionless Data Package 1): what the CSV is, with a Table Schema of its columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from data.published.columns import COLUMNS, SEVERAL, Column
from data.published.csv_format import write_csv
from data.published.notes import LICENCE, NOTICE, POSITION, SOURCE, TITLE
from data.published.record import PublishedCity

GUARDED = "A text cell that begins with an apostrophe has one too many: it keeps spreadsheets from running the cell."


def write_package(cities: Sequence[PublishedCity], path: str = "cities.csv") -> str:
    """Describe the CSV of these cities that lies at `path` beside the description; size and hash are that file's.

    It names no licence, for none is claimed.
    """
    content = write_csv(cities).encode()
    package = {
        "profile": "tabular-data-package",
        "name": "madoguchi-cities",
        "title": TITLE,
        "description": " ".join((NOTICE, SOURCE, LICENCE, POSITION)),
        "sources": [{"title": SOURCE}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "cities",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                "schema": {
                    "fields": [_describe(column) for column in COLUMNS],
                    "missingValues": [""],
                    "primaryKey": "code",
                },
            }
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _describe(column: Column) -> dict[str, Any]:
    parts = [f"{column.description}.", SEVERAL if column.several else "", GUARDED if column.kind == "string" else ""]
    field: dict[str, Any] = {"name": column.key, "type": column.kind, "description": " ".join(filter(None, parts))}
    constraints: dict[str, Any] = {}
    if column.needed:
        constraints["required"] = True
    if column.key == "code":
        constraints |= {"unique": True, "pattern": "[0-9]{6}"}
    if column.key == "position_of":
        constraints["enum"] = ["city_hall", "prefecture_middle"]
    return field | ({"constraints": constraints} if constraints else {})
