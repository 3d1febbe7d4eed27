"""Chinese forms of Japanese characters, by OpenCC's tables (Apache-2.0): 広島 is 廣島, simplified 广岛."""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

# OpenCC knows these from traditional to Japanese (t2jp); its way back (jp2t) lacks them.
_MORE = str.maketrans("戸姫内値砺呉倶氷舎彦産澁", "戶姬內值礪吳俱冰舍彥產澀")
_KANA = re.compile("[ぁ-ゖァ-ヺー]")


def to_traditional(ja: str) -> str | None:
    """Write a Japanese name in traditional characters; None where kana is in it, which Chinese does not have."""
    return None if _KANA.search(ja) else _spell_traditional(ja)


def to_simplified(ja: str) -> str | None:
    """Write a Japanese name in simplified characters; None where kana is in it."""
    traditional = to_traditional(ja)
    return None if traditional is None else str(_load("t2s").convert(traditional))


def unify_variants(text: str) -> str:
    """Write Japanese, traditional and simplified characters all as simplified ones; anything else stays."""
    return str(_load("t2s").convert(_spell_traditional(text)))


def _spell_traditional(text: str) -> str:
    return str(_load("jp2t").convert(text)).translate(_MORE)


@cache
def _load(table: str) -> OpenCC:
    return OpenCC(table)
