"""Names of offices in easy Japanese: each word of theirs with its reading, those of places from the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from data.pieces import read_piece
from data.places.gazetteer import list_places
from pages.languages.language import Language
from pages.languages.ruby import annotate

TABLE = Path(__file__).parent / "office_words.csv"
KANJI = re.compile("[々ヶ㐀-䶿一-鿿]{2,}")
UNITS = {"市": "し", "県": "けん", "府": "ふ"}  # that the name of an office leaves out: 札幌国際プラザ


def read_office(name: str, language: Language) -> str:
    """Return a Japanese name, with readings where the reader has them; a word that is not known stays without."""
    return _add_readings(name) if language.readings else name


@lru_cache(maxsize=1024)
def _add_readings(name: str) -> str:
    return "".join(_split(name))


def _split(name: str) -> Iterator[str]:
    """Yield the words of a name, the longest that is known at each place: 外国人 before 外国."""
    words, start = _list_words(), 0
    while start < len(name):
        ends = range(len(name), start, -1)
        word = next((name[start:end] for end in ends if name[start:end] in words), name[start])
        yield annotate(word, words[word]) if word in words else word
        start += len(word)


@cache
def _list_words() -> Mapping[str, str]:
    """Collect words with their readings: the table's, and names of places with and without what they are."""
    places = {place.ja: place.kana for place in list_places() if KANJI.fullmatch(place.ja)}
    short = {
        ja[:-1]: kana.removesuffix(UNITS[ja[-1]])
        for ja, kana in places.items()
        if ja[-1] in UNITS and kana.endswith(UNITS[ja[-1]]) and KANJI.fullmatch(ja[:-1])
    }
    return short | places | {row["ja"]: row["kana"] for row in read_piece(TABLE, ("ja", "kana"))}
