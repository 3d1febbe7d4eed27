"""Records in few bytes, as the script map_records.js reads them: each key and each value is sent once.

What a run of the app sends is not compressed, and the cards of cities are mostly the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LIST = -1  # before the entries of a list; the number of its form stands before the values of a record


def encode_records(value: object) -> dict[str, Any]:
    """Write records, lists and what they hold, of the kinds that JSON has, as values, forms and the numbers of both."""
    values: dict[tuple[type, object], int] = {}
    forms: dict[tuple[str, ...], int] = {}

    def write(part: object) -> Any:  # noqa: ANN401 - a number, or a list of such
        if isinstance(part, Mapping):
            return [forms.setdefault(tuple(part), len(forms)), *map(write, part.values())]
        if isinstance(part, Sequence) and not isinstance(part, str):
            return [LIST, *map(write, part)]
        return values.setdefault((type(part), part), len(values))  # 1, 1.0 and True are not the same

    code = write(value)
    return {"values": [value for _, value in values], "forms": list(map(list, forms)), "code": code}
