"""Records in few bytes, as the script map_records.js reads them: keys, and what is said again and again, stand once.

The cards of cities are mostly the same words. A line that packs what it sends carries a tenth less so, one that does
not two fifths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

LIST = -1  # before the entries of a list; the number of its form stands before the values of a record


def encode_records(value: object) -> dict[str, Any]:
    """Write records, lists and what they hold, of the kinds that JSON has; forms are the keys of a record.

    A text that occurs once stands in its place; any other value, and any form, is a number there.
    """
    used = Counter(map(_name, _list_values(value)))
    values: dict[tuple[type, object], int] = {}
    forms: dict[tuple[str, ...], int] = {}

    def write(part: object) -> Any:  # noqa: ANN401 - a text, a number, or a list of such
        if isinstance(part, Mapping):
            return [forms.setdefault(tuple(part), len(forms)), *map(write, part.values())]
        if isinstance(part, list | tuple):
            return [LIST, *map(write, part)]
        if isinstance(part, str) and used[_name(part)] == 1:
            return part
        return values.setdefault(_name(part), len(values))

    code = write(value)
    return {"values": [value for _, value in values], "forms": list(map(list, forms)), "code": code}


def _list_values(part: object) -> Iterator[object]:
    if isinstance(part, Mapping | list | tuple):
        for inner in part.values() if isinstance(part, Mapping) else part:
            yield from _list_values(inner)
    else:
        yield part


def _name(value: object) -> tuple[type, object]:
    return type(value), value  # 1, 1.0 and True are not the same
