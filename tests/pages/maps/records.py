"""Records read back from their code."""

from typing import Any

from pages.maps.record_code import LIST


def decode_records(encoded: dict[str, Any]) -> Any:
    """Read the records back, as the script does."""

    def read(part: Any) -> Any:
        if isinstance(part, str):
            return part
        if isinstance(part, int):
            return encoded["values"][part]
        form, *entries = part
        if form == LIST:
            return [read(entry) for entry in entries]
        return dict(zip(encoded["forms"][form], map(read, entries), strict=True))

    return read(encoded["code"])
