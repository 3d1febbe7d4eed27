"""A pasted address, in Japanese or Western order: which municipality or ward it lies in.

Every name in it is a mention: a name with its unit before whatever follows (神戸市中央区加納町), all of a part between
commas, words that end in a unit (Kawasaki-ku). Meant is the place that most mentions agree on, a ward's city and
prefecture among them: so a quarter called like a village far away is outvoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from data.places.gazetteer import list_prefectures, search_key, search_places
from data.places.postal import search_postal_code, split_postal_code
from data.places.romaji import fold_name
from data.records import Place, PlaceKind, Prefecture

MAX_WORDS = 40  # that are looked at
MAX_SPAN_WORDS = 4  # words of one name: City of Kobe Hyogo
MAX_KEY_LETTERS = 30  # letters of a name with its prefecture, folded
FEW_WORDS = 3  # so few may begin with a bare name: Kobe Sannomiya
RANKS: dict[PlaceKind, int] = {
    "city": 0,
    "prefecture": 1,
    "ward": 2,
    "town": 3,
    "village": 3,
}  # of equals, who is meant

_AROUND = (  # what stands around a name, and what of it belongs to the name
    (re.compile(r"\b(city|ward|town|village) (hall|office)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\bprefectur(al|e) (government(al)? )?(office|hall)\b", re.IGNORECASE), "prefecture"),
    (
        re.compile(
            r"\bjapan\b|^\s*日本国?(?=[^\s])|〒|(?<=[市区町村])役[所場]\s*$|(?<=[都道府県])庁\s*$", re.IGNORECASE
        ),
        " ",
    ),
)
_PARTS = re.compile(r"[,;:/|、，：；()（）・\n]+")
_UNIT = re.compile(
    r".+[-\s](shi|city|ku|ward|ken|pref|prefecture|to|fu|machi|cho|town|mura|son|village)"
    r"|(city|town|village|prefecture) of .+|.+[시구현도부]",
    re.IGNORECASE,
)
_SIGNS = frozenset("市区町村都道府县")  # the units as `fold_name` writes them
_COUNTY = re.compile("^[^市区町村]{1,5}?[郡岛]")  # stands between prefecture and town; folded too


@dataclass(frozen=True, slots=True)
class _Mention:
    """The places that a part of the text can mean; only a firm one tells where the address lies."""

    places: tuple[Place, ...]
    firm: bool


def read_address(text: str) -> tuple[Place, ...]:
    """Return the place that an address lies in, several if it leaves that open, () if the text is no address.

    Part of a name is not a name: 北広島市 is not 広島市.
    """
    digits, rest = split_postal_code(text)
    coded = search_postal_code(digits) if digits else ()
    for written, kept in _AROUND:
        rest = written.sub(kept, rest)
    if named := search_places(rest):
        narrowed = tuple(place for place in named if any(_agree(place, meant) for meant in coded))
        return narrowed or named
    mentions = [*_list_mentions(rest), _Mention(coded, firm=False)]
    return _choose(mentions) or coded


def _list_mentions(text: str) -> Iterator[_Mention]:
    parts = [[word for word in part.split() if not _is_number(word)] for part in _PARTS.split(text)]
    count = sum(map(len, parts))
    for number, part in enumerate(filter(None, parts[:MAX_WORDS])):
        words = part[:MAX_WORDS]
        folded = list(map(fold_name, words))
        written = next(filter(None, (_read_beginning("".join(folded[start:])) for start in range(len(folded)))), ())
        if written:
            yield _Mention(written, firm=True)
        else:
            yield from _read_words(words, folded, may_begin=number == 0 and count <= FEW_WORDS)


def _is_number(word: str) -> bool:
    """Tell whether a word is a house number, a floor or the like."""
    return word.isascii() and any(char.isdigit() for char in word)


def _read_beginning(folded: str) -> tuple[Place, ...]:
    """Find what a Japanese text begins with: the longest name that ends in its unit."""
    found = _find_longest(folded)
    if found and found[0].kind != "prefecture":
        return found
    for key, prefecture in _list_prefecture_keys():
        if folded.startswith(key):
            rest = folded.removeprefix(key)
            inside = [*_find_longest(rest), *_find_longest(_COUNTY.sub("", rest))]
            if within := tuple(dict.fromkeys(place for place in inside if place.prefecture == prefecture)):
                return within
    return found or _find_longest(_COUNTY.sub("", folded))


def _find_longest(folded: str) -> tuple[Place, ...]:
    """Find the places whose name, with its unit, is the longest beginning of a text."""
    ends = [end for end, sign in enumerate(folded[:MAX_KEY_LETTERS], start=1) if sign in _SIGNS]
    return next(filter(None, (search_key(folded[:end]) for end in reversed(ends))), ())


@cache
def _list_prefecture_keys() -> tuple[tuple[str, Prefecture], ...]:
    """List what an address that names its prefecture begins with; 県 is often left out."""
    return tuple(
        (fold_name(name), prefecture)
        for prefecture in list_prefectures()
        for name in (prefecture.ja, prefecture.ja[:-1])
    )


def _read_words(words: Sequence[str], folded: Sequence[str], *, may_begin: bool) -> Iterator[_Mention]:
    """Find the names among words, the longest first, none within another."""
    start = 0
    while start < len(words):
        ends = range(min(start + MAX_SPAN_WORDS, len(words)), start, -1)
        end = next((end for end in ends if search_key("".join(folded[start:end]))), None)
        if end:
            places = search_key("".join(folded[start:end]))
            is_whole = end - start == len(words)
            begins = may_begin and start == 0 and places[0].kind in {"city", "prefecture"}
            yield _Mention(places, is_whole or begins or _UNIT.fullmatch(" ".join(words[start:end])) is not None)
        start = end or start + 1


def _choose(mentions: Sequence[_Mention]) -> tuple[Place, ...]:
    """Choose the places that most mentions agree on; of equals cities go before prefectures, wards and towns."""
    merits: dict[Place, tuple[int, int]] = {}
    for place in (place for mention in mentions if mention.firm for place in mention.places):
        agreeing = [
            mention
            for mention in mentions
            if any(_agree(place, other, loose=not mention.firm) for other in mention.places)
        ]
        merits[place] = (-len(agreeing), RANKS[place.kind])
    return tuple(place for place, merit in merits.items() if merit == min(merits.values()))


def _agree(place: Place, other: Place, *, loose: bool = True) -> bool:
    """Tell whether a place is another one or lies in it; loosely, whether the other lies in this one."""
    return _lies_in(place, other) or (loose and _lies_in(other, place))


def _lies_in(place: Place, other: Place) -> bool:
    if other.kind == "prefecture":
        return place.prefecture == other.prefecture
    return place == other or (
        place.kind == "ward" and place.prefecture == other.prefecture and place.ja.startswith(other.ja)
    )
