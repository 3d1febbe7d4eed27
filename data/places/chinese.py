"""Chinese names of municipalities: character by character, and for names in kana whole, from a cited table."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from data.pieces import read_piece
from data.places.hanzi import CHINESE, write_chinese

NAMES = Path(__file__).parent / "names.csv"
_COLUMNS = ("ja", *CHINESE, "source")


def translate_chinese(ja: str, tag: str) -> str | None:
    """Return a Japanese name in Chinese ("zh-Hans" or "zh-Hant"); None where neither table has it."""
    return _read_names(tag).get(ja) or write_chinese(ja, tag)


def list_chinese(ja: str) -> tuple[str, ...]:
    """List a name's Chinese forms, each once."""
    return tuple(dict.fromkeys(filter(None, (translate_chinese(ja, tag) for tag in CHINESE))))


@cache
def _read_names(tag: str) -> dict[str, str]:
    return {row["ja"]: row[tag] for row in read_piece(NAMES, _COLUMNS)}
