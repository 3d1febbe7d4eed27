"""Word lists that tell a person's name from other words.

Names are those of the package japanese-personal-name-dataset: 2,000 family names and 35,000 usual given names, in
kanji, kana and letters. ordinary_words.csv has the words of offices and answers that are no names.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ORDINARY = Path(__file__).parent / "ordinary_words.csv"
_LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("ou", "oh"))


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names as they are written; kana in hiragana, letters in lower case, with and without their long vowels."""

    family: frozenset[str]
    family_kana: frozenset[str]
    given: frozenset[str]
    given_kana: frozenset[str]
    latin: frozenset[str]


@lru_cache(maxsize=1)
def read_names() -> NameLists:
    """Read the lists of names, which takes a fifth of a second the first time."""
    # here, since most starts have nothing to judge
    from japanese_personal_name_dataset import load_dataset

    men, women, families = load_dataset("opti", include_last_names=True)
    given = {**men, **women}
    written = [entry["en"] for entry in (*given.values(), *families.values())]
    return NameLists(
        family=frozenset(families),
        family_kana=frozenset(entry["reading"] for entry in families.values()),
        given=frozenset(name for entry in (*men.values(), *women.values()) for name in entry["kanji"]),
        given_kana=frozenset(given),
        latin=frozenset(spelling for name in written for spelling in _spell_latin(name)),
    )


@lru_cache(maxsize=5)
def read_ordinary(kind: str) -> frozenset[str]:
    """Read the ordinary words of a kind: role, katakana, english or group."""
    with _ORDINARY.open(encoding="utf-8", newline="") as file:
        return frozenset(word for row in csv.DictReader(file) if row["kind"] == kind for word in row["words"].split())


def fold_kana(text: str) -> str:
    """Return katakana as hiragana."""
    return re.sub("[ァ-ヶ]", lambda sign: chr(ord(sign[0]) - 0x60), text)


def _spell_latin(name: str) -> set[str]:
    return {name, *(name.replace(long, short) for long, short in _LONG_VOWELS)}
