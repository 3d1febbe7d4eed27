"""Filter: the cities that a reader asked for, found alike for the app and everything that shows or hands out rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from data.places.addresses import read_address
from data.places.gazetteer import find_government, list_places, list_prefectures, search_places
from data.places.names import list_names
from data.places.near_spellings import find_near
from data.places.postal import read_postal_code, search_postal_code
from data.places.romaji import fold_name
from data.places.wards import find_end
from data.records import City, Place
from pages.address.view import View

MatchKind = Literal["name", "prefecture", "ward", "beginning", "department", "address"]
MIN_WORD_LETTERS = 3  # letters that a query needs to be looked for inside department names


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a view.

    `cities` are the rows to show, `elsewhere` rows that the query means but the chosen prefectures leave out;
    `matched_by` says by what the query found either. `unlisted` are places that bear the query's name, or share the
    postal code that it is, or are the chosen prefectures, and are not in the table. `former` are wards of that name
    that are no more. `near` are places that may be meant where nothing was found. `postal_code` has seven digits.
    `named` are all places that the query names, with a row or without.
    """

    cities: tuple[City, ...]
    elsewhere: tuple[City, ...] = ()
    unlisted: tuple[Place, ...] = ()
    matched_by: MatchKind | None = None
    postal_code: str | None = None
    former: tuple[Place, ...] = ()
    near: tuple[Place, ...] = ()
    named: tuple[Place, ...] = ()


class Match(NamedTuple):
    """The rows that a query means, and by what it found them."""

    cities: tuple[City, ...]
    matched_by: MatchKind | None = None


def filter_cities(cities: Sequence[City], view: View) -> Result:
    """Answer a view: rows of the chosen prefectures that the query means, in the table's order."""
    query = view.query
    if not query:
        inside = _choose_prefectures(cities, view)
        return Result(inside, unlisted=_find_unlisted_prefectures(cities, view))
    named = search_query(query)
    match = match_query(cities, query, named)
    if not match.cities and not named and (named := read_address(query)):
        match = match_query(cities, query, named)
        match = match._replace(matched_by="address") if len(match.cities) == 1 else match
    inside = _choose_prefectures(match.cities, view)
    return Result(
        cities=inside,
        elsewhere=() if inside else match.cities,
        unlisted=tuple(place for place in named if not any(_covers(city, place) for city in cities)),
        matched_by=match.matched_by,
        postal_code=read_postal_code(query),
        former=tuple(place for place in named if find_end(place.code)),
        near=() if match.cities or named else find_near(query),
        named=tuple(named),
    )


def search_query(query: str) -> tuple[Place, ...]:
    """Find every place that shares the postal code a query is, or bears the name or the code that it is."""
    return search_postal_code(query) or search_places(query)


def match_query(cities: Sequence[City], query: str, named: Sequence[Place]) -> Match:
    """Find the rows a query means that names these places; the first kind of match that finds any wins.

    Whole name, code or slug, or a postal code; else all of a prefecture of that name; else the cities with a ward of
    that name; else the beginning of a name; else words of the department. So "Osaka" is the city, "Kanagawa" its three
    cities, "hiro" Hiroshima, and 北広島市 is not 広島市.
    """
    folded = fold_name(query)
    if not folded:
        return Match(())
    codes = {place.code for place in named}
    prefectures = {place.prefecture.code for place in named if place.kind == "prefecture"}
    words = query.casefold().split()
    tests_by_kind: dict[MatchKind, Callable[[City], bool]] = {
        "name": lambda city: city.code in codes or city.slug == query.casefold() or folded in _list_names(city.place),
        "prefecture": lambda city: city.prefecture.code in prefectures,
        "ward": lambda city: any(is_ward_of(place, city.place) for place in named),
        "beginning": lambda city: any(name.startswith(folded) for name in _list_names(city.place)),
        "department": lambda city: len(folded) >= MIN_WORD_LETTERS and _names_department(city, words),
    }
    for matched_by, means in tests_by_kind.items():
        found = tuple(city for city in cities if means(city))
        if found:
            return Match(found, matched_by)
    return Match(())


def _choose_prefectures(cities: Sequence[City], view: View) -> tuple[City, ...]:
    return tuple(city for city in cities if not view.prefectures or city.prefecture.slug in view.prefectures)


def _find_unlisted_prefectures(cities: Sequence[City], view: View) -> tuple[Place, ...]:
    """Find the chosen prefectures that have no row."""
    empty = set(view.prefectures) - {city.prefecture.slug for city in cities}
    return tuple(find_government(prefecture) for prefecture in list_prefectures() if prefecture.slug in empty)


def _covers(city: City, place: Place) -> bool:
    if place.kind == "prefecture":
        return city.prefecture == place.prefecture
    return city.code == place.code or is_ward_of(place, city.place)


def is_ward_of(place: Place, city: Place) -> bool:
    """Tell whether a place is a ward of a designated city."""
    is_part = place.code != city.code and place.ja.startswith(city.ja)
    return place.kind == "ward" and is_part and place.prefecture == city.prefecture


@cache
def find_municipality(place: Place) -> Place:
    """Return the designated city that a place is a ward of; any other place is its own."""
    if place.kind != "ward":
        return place
    return next((city for city in list_places() if city.kind == "city" and is_ward_of(place, city)), place)


@cache
def _list_names(place: Place) -> tuple[str, ...]:
    """List a place's names in the folded form: alone, and with its prefecture before or behind."""
    prefecture = place.prefecture
    names = [*list_names(place), place.ja.removesuffix("市")]
    names += [prefecture.ja + place.ja, f"{place.en} {prefecture.en}", f"{prefecture.en} {place.en}"]
    return tuple(dict.fromkeys(fold_name(name) for name in names))


def _names_department(city: City, words: Sequence[str]) -> bool:
    text = " ".join(city.departments).casefold()
    return all(word in text for word in words)
