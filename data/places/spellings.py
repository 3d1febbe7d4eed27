"""Every comparison key by which a prefecture or a municipality is found, and its English name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data.places.chinese import list_chinese
from data.places.hangul import transcribe_kana
from data.places.romaji import fold_name, join_keys, romanize_kana
from data.records import PlaceKind, Prefecture


class Unit(NamedTuple):
    """The last character of a name: its kind, its readings, how Latin letters and Korean put it."""

    kind: PlaceKind
    readings: tuple[str, ...]
    latin: tuple[str, ...]
    korean: str


class Korean(NamedTuple):
    """A municipality's name in Korean: without the word for its kind, with it, and with that word as it is read."""

    stem: str
    whole: str
    read: str


UNITS = {
    "市": Unit("city", ("し",), ("city", "shi"), "시"),
    "区": Unit("ward", ("く",), ("ward", "ku"), "구"),
    "町": Unit("town", ("ちょう", "まち"), ("town", "cho", "machi"), "정"),
    "村": Unit("village", ("むら", "そん"), ("village", "mura", "son"), "촌"),
}
PREFECTURE_UNITS = {  # the 道 of 北海道 is part of its name
    "都": Unit("prefecture", ("と",), ("to", "metropolis"), "도"),
    "府": Unit("prefecture", ("ふ",), ("fu",), "부"),
    "県": Unit("prefecture", ("けん",), ("ken",), "현"),
}

# Where two vowels belong to two characters they are no long vowel: 豊岡 is Toyooka, 寄居 요리이. Kana cannot tell.
_SEAMS = (
    ("浦", "うら"),
    ("ノ内", "うち"),
    ("之内", "うち"),
    ("瀬戸内", "うち"),
    ("滝上", "うえ"),
    ("小海", "うみ"),
    ("豊岡", "おか"),
    ("豊丘", "おか"),
    ("西之表", "おもて"),
    ("広尾", "お"),
    ("桑折", "おり"),
    ("曽於", "お"),
    ("豊後大野", "おお"),
    ("北秋田", "あき"),
    ("北相木", "あい"),
    ("千早赤阪", "あか"),
    ("石井", "い"),
    ("藤井寺", "い"),
    ("寄居", "い"),
    ("鏡石", "いし"),
    ("伊豆", "いず"),
    ("伊勢", "いせ"),
    ("上市", "いち"),
    ("上板", "いた"),
)


def find_unit(ja: str) -> Unit | None:
    """Return the unit that a name ends in; None for 北海道, whose name has none."""
    return UNITS.get(ja[-1]) or PREFECTURE_UNITS.get(ja[-1])


def romanize_name(ja: str, kana: str, *, macrons: bool = False) -> str:
    """Spell a municipality's name in modified Hepburn without the word for city, ward, town or village.

    Only the last character's reading is cut off, once: 四日市市 (よっかいちし) is "Yokkaichi".
    """
    return romanize_kana(mark_seams(ja, kana.removesuffix(find_reading(ja, kana))), macrons=macrons)


def find_reading(ja: str, kana: str) -> str:
    """Return how the last character of a municipality's name is read."""
    return next(reading for reading in UNITS[ja[-1]].readings if kana.endswith(reading))


def spell_korean(ja: str, kana: str) -> Korean:
    """Spell a municipality's name in Korean: 十津川村 is 도쓰카와, 도쓰카와촌 and 도쓰카와무라."""
    reading = find_reading(ja, kana)
    stem = mark_seams(ja, kana.removesuffix(reading))
    spelled = transcribe_kana(stem)
    return Korean(spelled, spelled + UNITS[ja[-1]].korean, transcribe_kana(f"{stem}・{reading}"))


def mark_seams(ja: str, stem: str) -> str:
    """Put a middle dot into kana where two vowels belong to two characters of the name."""
    for written, read in _SEAMS:
        if written in ja:
            stem = stem[0] + stem[1:].replace(read, f"・{read}")
    return stem


def spell_prefecture(prefecture: Prefecture) -> frozenset[str]:
    """Return the comparison keys of a prefecture: Japanese and Latin, with and without the word for its kind."""
    ja, english = prefecture.ja, fold_name(prefecture.en)
    unit = PREFECTURE_UNITS.get(ja[-1])
    short = {ja[:-1]} if unit else set()
    latin = {english + word for word in ("", "prefecture", *(unit.latin if unit else ()))} | {"prefectureof" + english}
    return frozenset(map(fold_name, {ja, prefecture.kana, *spell_korean_prefecture(prefecture)} | short)) | latin


def spell_korean_prefecture(prefecture: Prefecture) -> tuple[str, str]:
    """Spell a prefecture's name in Korean: without the word for its kind, and with it."""
    unit = PREFECTURE_UNITS.get(prefecture.ja[-1])
    if unit is None:
        return (transcribe_kana(prefecture.kana),) * 2
    stem = transcribe_kana(prefecture.kana.removesuffix(unit.readings[0]))
    return stem, stem + unit.korean


def spell_municipality(prefecture: Prefecture, ja: tuple[str, ...], kana: tuple[str, ...]) -> frozenset[str]:
    """Return the comparison keys of a municipality, or of a ward given as (its city, the ward).

    Kana needs no keys of its own, for it folds into Latin letters. Each name also stands beside its prefecture's or
    its city's: "Fuchu, Tokyo", 東京都府中市, "Naka Ward, Yokohama"; a ward's as addresses begin: 大阪府堺市北区.
    """
    names = frozenset(_spell_name(ja[-1], kana[-1]))
    if len(ja) > 1:
        within = frozenset(_spell_name(ja[0], kana[0]))
    else:
        within = frozenset({fold_name(prefecture.ja), fold_name(prefecture.en)})
        if UNITS[ja[0][-1]].kind == "ward":  # the wards of Tokyo call themselves cities
            names |= _join_latin(fold_name(romanize_name(ja[0], kana[0])), ("city",))
    written = {fold_name(prefecture.ja + "".join(ja))}
    pairs = [pair for name in names for outer in within for pair in ((name, outer), (outer, name))]
    return names | written | {join_keys(*pair) for pair in pairs}


def _spell_name(ja: str, kana: str) -> Iterator[str]:
    """Yield the keys of one name, with and without the word for its kind."""
    english = fold_name(romanize_name(ja, kana))
    yield from (fold_name(ja), fold_name(ja[:-1]), english)
    yield from _join_latin(english, UNITS[ja[-1]].latin)
    yield from map(fold_name, (*spell_korean(ja, kana), *list_chinese(ja)))


def _join_latin(english: str, units: tuple[str, ...]) -> set[str]:
    """Put the words for a kind behind a folded name, and the English ones before it too."""
    return {english + unit for unit in units} | {f"{units[0]}of{english}"}
