"""Names of places in the reader's language, with the Japanese name where that says something more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from data.places.names import list_names, translate_name
from data.places.romaji import fold_spelling
from data.places.spellings import UNITS
from data.records import Place, Prefecture
from pages.languages.language import Language
from pages.languages.ruby import annotate


@dataclass(frozen=True, slots=True)
class Name:
    """A place's name: `text` may carry readings, `label` is for a marker, `lang` is set where it is not the reader's.

    `ja` is the Japanese name, empty where `text` is that already.
    """

    text: str
    label: str
    ja: str
    lang: str | None = None


def name_place(place: Place, language: Language) -> Name:
    """Name a place: in Japanese for its readers, in the script of Chinese and Korean ones, else in Latin letters."""
    if language.tag == "ja":
        return Name(_write_japanese(place, language), _shorten_kana(place) if language.readings else place.ja, "")
    if _has_latin_script(language):
        latin = _write_latin(place, language)
        return Name(latin, latin, place.ja)
    translated = translate_name(place, language.tag)
    if translated is None:
        return Name(place.ja, place.ja, "", "ja")
    return Name(translated, translated, place.ja if place.ja != translated else "")


def name_prefecture(prefecture: Prefecture, language: Language) -> str:
    """Name a prefecture in the same way."""
    if language.tag == "ja":
        return _write_japanese(prefecture, language)
    if _has_latin_script(language):
        return prefecture.en
    return translate_name(prefecture, language.tag) or prefecture.ja


def _write_japanese(place: Place | Prefecture, language: Language) -> str:
    return annotate(place.ja, place.kana) if language.readings else place.ja


def _write_latin(place: Place, language: Language) -> str:
    """Write a ward of a city as its street signs do, "Mihama-ku, Chiba": only English readers have the word "Ward"."""
    return place.en if language.tag.partition("-")[0] == "en" else place.en.replace(" Ward, ", "-ku, ", 1)


def _shorten_kana(place: Place) -> str:
    """Return a name's kana without the word for city, town or village, as markers have little room."""
    unit = UNITS.get(place.ja[-1])
    return next(
        (place.kana.removesuffix(end) for end in (unit.readings if unit else ()) if place.kana.endswith(end)),
        place.kana,
    )


def _has_latin_script(language: Language) -> bool:
    return language.tag not in {"ko", "zh-Hans", "zh-Hant"}


@lru_cache(maxsize=2048)  # an edition asks for every city on every page; there are 1,741
def list_search_keys(place: Place) -> tuple[str, ...]:
    """List keys of what people may type for a place: its names in every script, its prefecture's, its code.

    A search takes any part of a key, so none is a part of another.
    """
    prefecture = place.prefecture
    names = [*list_names(place), prefecture.en, prefecture.ja, place.code]
    keys = tuple(dict.fromkeys(map(fold_spelling, names)))
    return tuple(key for key in keys if not any(key in other for other in keys if other != key))
