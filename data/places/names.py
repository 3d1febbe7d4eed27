"""Names of places in Korean and Chinese: by rule from kana and kanji, exceptions from a cited table, never guessed."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from data.places.hanzi import to_simplified, to_traditional
from data.places.spellings import spell_korean, spell_korean_prefecture
from data.records import Place, Prefecture

EXCEPTIONS = Path(__file__).parent / "names.csv"
CHINESE = {"zh-Hans": to_simplified, "zh-Hant": to_traditional}


def translate_name(place: Place | Prefecture, tag: str) -> str | None:
    """Return a place's whole name in Korean ("ko") or Chinese ("zh-Hans", "zh-Hant"); None where no rule gives one."""
    prefecture = place if isinstance(place, Prefecture) else place.prefecture if place.kind == "prefecture" else None
    if prefecture is None and isinstance(place, Place):
        known = _read_exceptions().get((place.code, tag))
        if known:
            return known
    if tag in CHINESE:
        return CHINESE[tag]((prefecture or place).ja)
    if tag == "ko":
        return spell_korean_prefecture(prefecture)[1] if prefecture else _spell_municipality(place)
    return None


def list_names(place: Place) -> tuple[str, ...]:
    """List a place's whole names in every script: Latin, Japanese, kana, Korean and Chinese, those there are."""
    translated = (translate_name(place, tag) for tag in ("ko", "zh-Hans"))
    return (place.en, place.ja, place.kana, *filter(None, translated))


def list_exceptions(code: str) -> tuple[str, ...]:
    """List the names of a place that only the cited table gives."""
    return tuple(dict.fromkeys(name for (one, _), name in _read_exceptions().items() if one == code))


def _spell_municipality(place: Place | Prefecture) -> str | None:
    """Spell a municipality; a ward whose name holds its city's is none."""
    if "市" in place.ja[1:-1] and place.ja[-1] == "区":
        return None
    return spell_korean(place.ja, place.kana)[1]


@cache
def _read_exceptions() -> dict[tuple[str, str], str]:
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        return {(row["code"], row["language"]): row["name"] for row in csv.DictReader(file)}
