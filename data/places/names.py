"""Names of places in Korean and Chinese: by rule from kana and from tables of characters and names, never guessed."""

from __future__ import annotations

import re

from data.places.chinese import translate_chinese
from data.places.gazetteer import identify_places
from data.places.hanzi import CHINESE
from data.places.spellings import spell_korean, spell_korean_prefecture
from data.records import Place, Prefecture

_WARD = re.compile("(.+?市)(.+区)")  # of a designated city, in one word with it


def translate_name(place: Place | Prefecture, tag: str) -> str | None:
    """Return a place's whole name in Korean ("ko") or Chinese ("zh-Hans", "zh-Hant"); None where no rule gives one.

    A ward's name holds its city's: 横滨市中区, 요코하마시 나카구.
    """
    if isinstance(place, Prefecture) or place.kind == "prefecture":
        return _translate_prefecture(place if isinstance(place, Prefecture) else place.prefecture, tag)
    parts = _split_ward(place)
    if tag == "ko":
        return " ".join(spell_korean(ja, kana).whole for ja, kana in parts)
    chinese = [translate_chinese(ja, tag) for ja, _ in parts] if tag in CHINESE else [None]
    return None if None in chinese else "".join(filter(None, chinese))


def list_names(place: Place) -> tuple[str, ...]:
    """List a place's whole names in every script: Latin, Japanese, kana, Korean and Chinese, those there are."""
    translated = (translate_name(place, tag) for tag in ("ko", *CHINESE))
    return (place.en, place.ja, place.kana, *filter(None, translated))


def _translate_prefecture(prefecture: Prefecture, tag: str) -> str | None:
    if tag in CHINESE:
        return translate_chinese(prefecture.ja, tag)
    return spell_korean_prefecture(prefecture)[1] if tag == "ko" else None


def _split_ward(place: Place) -> tuple[tuple[str, str], ...]:
    """Return the written and the read name of a place, of a ward first its city's."""
    match = _WARD.fullmatch(place.ja)
    if not match:
        return ((place.ja, place.kana),)
    (city,) = identify_places(place.prefecture, match[1])
    return ((city.ja, city.kana), (match[2], place.kana.removeprefix(city.kana)))
