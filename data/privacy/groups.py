"""Groups and buildings named in a text, which often bear the name of a place or a person and are none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from data.privacy.word_lists import read_ordinary

_HIDDEN = "□"
_KANJI = "一-鿿々〆"
_HONOURED = re.compile("さん|さま|様|氏|殿|先生|Mr|Mrs|Ms|Dr")


def hide_groups(text: str) -> str:
    """Return a text, in plain letters, without the names of groups and buildings: 松本ビル, あおぞら日本語の会.

    Known are they by the word that they end with. One that holds an honorific stays.
    """
    folded = unicodedata.normalize("NFKC", text)
    for pattern in _build_patterns():
        folded = pattern.sub(lambda found: found[0] if _HONOURED.search(found[0]) else _HIDDEN, folded)
    return folded


@lru_cache(maxsize=1)
def _build_patterns() -> tuple[re.Pattern[str], ...]:
    """Build the patterns of Japanese and of English names; a place of two letters may stand before, with a space."""
    words = sorted(read_ordinary("group"), key=len, reverse=True)
    japanese = "|".join(word for word in words if not word.isascii())
    english = "|".join(word for word in words if word.isascii())
    signs = f"[{_KANJI}ぁ-ゖァ-ヶーA-Za-z0-9・&]"
    return (
        re.compile(f"(?:(?<![{_KANJI}])[{_KANJI}]{{1,2}} )?{signs}{{0,20}}(?:{japanese})(?![長員者代])"),
        re.compile(rf"\b(?:[A-Z][\w'’&.-]{{0,30}} ){{0,6}}(?i:{english})\b"),
    )
