"""Who is who: prefectures, municipalities, wards and prefectural governments, found by any spelling of their name.

Source: the package japancode (MIT), whose data is code4fukui/localgovjp (CC0), and the newer wards of wards.py.
Its municipalities have Japanese names only; their English ones are spelled from its kana.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from data.places.chinese import list_chinese
from data.places.codes import is_valid_code
from data.places.romaji import fold_name
from data.places.spellings import UNITS, romanize_name, spell_municipality, spell_prefecture
from data.places.wards import find_end, list_new_wards
from data.records import Place, PlaceKind, Prefecture

_ORDER: tuple[PlaceKind, ...] = ("city", "town", "village", "ward", "prefecture")


class _Entry(NamedTuple):
    """A place and the keys it is found by."""

    place: Place
    keys: frozenset[str]


@cache
def list_prefectures() -> tuple[Prefecture, ...]:
    """Return the 47 prefectures by code."""
    return tuple(
        Prefecture(code=row["lgcode"][:2], en=row["pref_en"], ja=row["pref"], kana=row["prefkana"])
        for row in _read_rows("prefectures.json")
    )


@cache
def list_places() -> tuple[Place, ...]:
    """Return the 47 prefectural governments, 1,741 municipalities and 171 wards of designated cities, by code."""
    return tuple(entry.place for entry in _list_entries() if not find_end(entry.place.code))


def find_place(code: str) -> Place | None:
    """Return the place of a six-digit local-government code, or None; a former ward's still means it."""
    return _index_codes().get(code) if len(code) == 6 else None


def find_prefecture(text: str) -> Prefecture | None:
    """Return the prefecture named in English, Japanese, kana or romaji, with or without 都道府県, or by two digits."""
    code = _tidy_code(text)
    by_code = next((prefecture for prefecture in list_prefectures() if prefecture.code == code), None)
    return by_code or _index_prefectures().get(fold_name(text))


def identify_places(prefecture: Prefecture, name: str) -> tuple[Place, ...]:
    """Return the places of one prefecture that a table's City cell can mean; more than one if it is ambiguous.

    Of several kinds a city goes before a town, a village and a ward: "Fuchu" in Hiroshima is 府中市. An empty name
    means the prefectural government.
    """
    key = fold_name(name) if name.strip() else fold_name(prefecture.ja)
    found = [place for place in _index_names().get(key, ()) if place.prefecture == prefecture]
    if not name.strip():
        return tuple(place for place in found if place.kind == "prefecture")
    best = min(map(_rank_place, found), default=0)
    return tuple(place for place in found if _rank_place(place) == best)


def find_government(prefecture: Prefecture) -> Place:
    """Return the government of a prefecture."""
    return next(place for place in list_places() if place.kind == "prefecture" and place.prefecture == prefecture)


def search_places(query: str) -> tuple[Place, ...]:
    """Return every place of which the query is a name, in any spelling, or the code (six digits, or five).

    Prefectures come first, then cities, towns, villages and wards.
    """
    place = _index_codes().get(_tidy_code(query))
    return (place,) if place else search_key(fold_name(query))


def search_key(key: str) -> tuple[Place, ...]:
    """Return every place of which this is the comparison key (`fold_name`) of a name."""
    return _index_names().get(key, ())


def spell_precisely(place: Place) -> str:
    """Return a query that means this place alone: 府中市 東京都; a ward's name holds its city's already."""
    if place.kind == "prefecture" or (place.kind == "ward" and "市" in place.ja):
        return place.ja
    return f"{place.ja} {place.prefecture.ja}"


def _tidy_code(text: str) -> str:
    """Return a code with plain digits; unlike a name it has nothing folded away, so that "=1+1" is not 11."""
    return unicodedata.normalize("NFKC", text).strip()


def _rank_place(place: Place) -> int:
    """Tell which of several places a bare name means first; the wards of Tokyo (131..) rank as the cities they are."""
    return 0 if place.code.startswith("131") else _ORDER.index(place.kind)


def _read_rows(name: str) -> list[dict[str, str]]:
    """Read one file of the package, every value as text."""
    rows = json.loads((files("japancode") / "data" / name).read_text(encoding="utf-8"))
    return [{key: str(value) for key, value in row.items()} for row in rows]


@cache
def _list_entries() -> tuple[_Entry, ...]:
    """Read the package and what has changed since, once."""
    prefectures = {prefecture.code: prefecture for prefecture in list_prefectures()}
    governments = [_read_government(row["lgcode"], prefectures) for row in _read_rows("prefectures.json")]
    rows = _read_rows("municipalities.json")
    municipalities = [_read_municipality(row, prefectures) for row in [*rows, *list_new_wards(rows)]]
    return tuple(sorted(governments + municipalities, key=lambda entry: entry.place.code))


def _read_government(code: str, prefectures: dict[str, Prefecture]) -> _Entry:
    """Read a prefectural government, whose office's place the gazetteer does not know."""
    prefecture = prefectures[code[:2]]
    name = f"{prefecture.en} Prefecture"
    place = Place(code, "prefecture", prefecture, prefecture.ja, prefecture.kana, name, latitude=None, longitude=None)
    return _Entry(place, spell_prefecture(prefecture))


def _read_municipality(row: dict[str, str], prefectures: dict[str, Prefecture]) -> _Entry:
    """Read a municipality or ward; the package drops leading zeros and parts a ward from its city by a space."""
    code = row["lgcode"].zfill(6)
    if not is_valid_code(code):
        raise ValueError(f"japancode or wards.csv: found code {code!r} of {row['city']}: wrong check digit")
    ja, kana = tuple(row["city"].split()), tuple(row["citykana"].split())
    english = [romanize_name(*name) for name in zip(ja, kana, strict=True)]
    place = Place(
        code=code,
        kind=UNITS[ja[-1][-1]].kind,
        prefecture=prefectures[code[:2]],
        ja="".join(ja),
        kana="".join(kana),
        en=english[0] if len(english) == 1 else f"{english[1]} Ward, {english[0]}",
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
    )
    return _Entry(place, spell_municipality(place.prefecture, ja, kana) | _spell_chinese_stems(ja[-1]))


def _spell_chinese_stems(ja: str) -> set[str]:
    """Return the keys of a name's Chinese forms without the word for its kind; a prefecture keeps its own for itself.

    京都 is the prefecture and its city, never みやこ町, which Chinese writes 京都町.
    """
    return {fold_name(name[:-1]) for name in list_chinese(ja)} - _index_prefectures().keys()


@cache
def _index_codes() -> dict[str, Place]:
    """Collect the places by code, with its check digit and without."""
    places = [entry.place for entry in _list_entries()]
    return {code: place for place in places for code in (place.code, place.code[:5])}


@cache
def _index_prefectures() -> dict[str, Prefecture]:
    """Collect the prefectures by the keys of their names."""
    return {key: prefecture for prefecture in list_prefectures() for key in spell_prefecture(prefecture)}


@cache
def _index_names() -> dict[str, tuple[Place, ...]]:
    """Collect, for every key, the places it stands for: prefectures, then as `_rank_place` has them.

    A former ward is there unless a ward of today has its name.
    """
    index: dict[str, list[Place]] = {}
    names = {(place.prefecture.code, place.ja) for place in list_places()}
    for place, keys in sorted(
        _list_entries(), key=lambda entry: (entry.place.kind != "prefecture", _rank_place(entry.place))
    ):
        if find_end(place.code) and (place.prefecture.code, place.ja) in names:
            continue
        for key in keys:
            index.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in index.items()}
