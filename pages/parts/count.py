"""How many rows are shown, in words."""

from __future__ import annotations

from pages.parts.language import Language


def count_cities(shown: int, total: int, language: Language) -> str:
    """Say how many of the rows are shown."""
    if shown == total:
        return language.ngettext("{total} city", "{total} cities", total).format(total=total)
    return language.ngettext("{shown} of {total} city", "{shown} of {total} cities", total).format(
        shown=shown, total=total
    )
