"""Names that are one slip away from what was typed: a letter or a kana wrong, missing, too many, or two swapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from data.kana import to_hiragana
from data.places.addresses import RANKS
from data.places.gazetteer import list_places, search_key, search_places
from data.places.romaji import fold_name
from data.places.spellings import find_unit
from data.records import Place

MIN_LETTERS = 4  # letters of a name that is looked for; nearly every shorter text is one slip away from some name
MAX_LETTERS = 18

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_KANA = "".join(map(chr, range(ord("ぁ"), ord("ん") + 1))) + "ー"
_HANGUL = "".join(map(chr, [*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]))  # as folded


def find_near(text: str) -> tuple[Place, ...]:
    """Return the places with a name one slip away from a text in letters or kana, those with its first letter first.

    Of places that share a name only the likeliest kind is there: of Osaka the city.
    """
    key = fold_name(text)
    kana = "".join(to_hiragana(unicodedata.normalize("NFKC", text)).split())
    found: dict[Place, None] = {}
    for name, alphabet, list_slips, search in (
        (key, _LATIN, _list_slips, search_key),
        (key, _HANGUL, _list_slips, search_key),
        (kana, _KANA, _list_slips, _search_kana),
        (
            "".join(filter(str.isalpha, text.casefold())),
            _LATIN,
            _list_longer,
            search_places,
        ),  # the key of Matsumoo lacks two
    ):
        if MIN_LETTERS <= len(name) <= MAX_LETTERS and set(name) <= set(alphabet):
            slips = sorted(set(list_slips(name, alphabet)), key=lambda slip: (slip[0] != name[0], slip))
            found |= dict.fromkeys(place for slip in slips for place in _choose_kind(search(slip)))
    return tuple(found)


def _list_slips(name: str, alphabet: str) -> Iterator[str]:
    """Yield every text that is one slip away."""
    yield from _list_longer(name, alphabet)
    for place in range(len(name)):
        before, letter, after = name[:place], name[place], name[place + 1 :]
        yield before + after
        yield before + after[:1] + letter + after[1:]
        yield from (before + other + after for other in alphabet)


def _list_longer(name: str, alphabet: str) -> Iterator[str]:
    """Yield every text with a letter more."""
    for place in range(len(name) + 1):
        yield from (name[:place] + letter + name[place:] for letter in alphabet)


def _search_kana(kana: str) -> tuple[Place, ...]:
    return _index_kana().get(kana, ())


def _choose_kind(places: tuple[Place, ...]) -> tuple[Place, ...]:
    best = min((RANKS[place.kind] for place in places), default=0)
    return tuple(place for place in places if RANKS[place.kind] == best)


@cache
def _index_kana() -> dict[str, tuple[Place, ...]]:
    """Collect the places by their kana, with and without the word for their kind."""
    index: dict[str, tuple[Place, ...]] = {}
    for place in list_places():
        unit = find_unit(place.ja)
        readings = unit.readings if unit else ()
        for name in {place.kana, *map(place.kana.removesuffix, readings)}:
            index[name] = (*index.get(name, ()), place)
    return index
