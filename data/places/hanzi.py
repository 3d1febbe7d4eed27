"""Chinese forms of Japanese characters, one by one, from a reviewed table: 広島 is 廣島, simplified 广岛.

Source: hanzi.csv (SOURCES.md). Words are never converted as a whole: 広野 would become the word for wilderness.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from data.pieces import read_piece

TABLE = Path(__file__).parent / "hanzi.csv"
CHINESE = ("zh-Hans", "zh-Hant")
# What stands between the characters of a name. The kana of possession is 之; where it is only spoken of as が or か it
# goes: 紀の川 is 纪之川, 茅ヶ崎 is 茅崎. 外濱, 山之內 and the other 25 are written so by the weather agency too.
_BETWEEN = {"ノ": "之", "の": "之", "ヶ": "", "ケ": ""}


def write_chinese(ja: str, tag: str) -> str | None:
    """Write a Japanese name in the characters of zh-Hans or zh-Hant; None where one has no row, as other kana has none.

    々 repeats what stands before it: 酒々井町 is 酒酒井町.
    """
    forms = _read_forms(tag)
    signs = re.sub("(.)々", r"\1\1", ja)
    return "".join(forms[sign] for sign in signs) if set(signs) <= forms.keys() else None


def unify_variants(text: str) -> str:
    """Write Japanese, traditional, simplified and older characters of the table all as simplified ones; others stay."""
    return text.translate(_read_variants())


@cache
def _read_forms(tag: str) -> dict[str, str]:
    return _BETWEEN | {row["ja"]: row[tag] for row in _read_rows()}


@cache
def _read_variants() -> dict[int, str]:
    """Collect what each form of a character is compared as."""
    return {ord(form): row["zh-Hans"] for row in _read_rows() for form in row["ja"] + row["zh-Hant"] + row["also"]}


@cache
def _read_rows() -> list[dict[str, str]]:
    return read_piece(TABLE, ("ja", *CHINESE, "also"))
