"""Kana: hiragana and katakana, one for one."""

from __future__ import annotations

_KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
_DISTANCE = ord("ァ") - ord("ぁ")  # both scripts stand in the same order in Unicode
_TO_HIRAGANA = {code: code - _DISTANCE for code in _KATAKANA}
_TO_KATAKANA = {code - _DISTANCE: code for code in _KATAKANA}


def to_hiragana(text: str) -> str:
    """Return a text with its katakana as hiragana; ー and everything else stay."""
    return text.translate(_TO_HIRAGANA)


def to_katakana(text: str) -> str:
    """Return a text with its hiragana as katakana; everything else stays."""
    return text.translate(_TO_KATAKANA)
