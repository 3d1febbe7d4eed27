"""A city's name in an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.gazetteer import find_place, list_places
from data.places.slugs import make_slugs, resolve_slug
from data.records import City, Place

SAPPORO, SAKAI, SAKAI_FUKUI = "011002", "271403", "182109"
OSAKA, OSAKA_PREFECTURE = "271004", "270008"
FUCHU_TOKYO, FUCHU_CITY, FUCHU_TOWN = "132063", "342084", "343021"


def get_places(codes: tuple[str, ...]) -> list[Place]:
    """Return places that exist."""
    return [place for place in map(find_place, codes) if place is not None]


def make_cities(*codes: str) -> tuple[City, ...]:
    """Return a table's cities with empty cells."""
    places = get_places(codes)
    slugs = make_slugs(places)
    return tuple(
        City(str(row), row, place, slug, place.en, (), (), (), ())
        for row, (place, slug) in enumerate(zip(places, slugs, strict=True), start=1)
    )


@pytest.mark.parametrize(
    ("codes", "slugs"),
    [
        ((), ()),
        ((SAPPORO, SAKAI), ("sapporo", "sakai")),
        ((SAKAI, SAKAI_FUKUI), ("sakai-osaka", "sakai-fukui")),
        ((OSAKA, OSAKA_PREFECTURE), ("osaka", "osaka-prefecture")),
        ((FUCHU_TOKYO, FUCHU_CITY, FUCHU_TOWN), ("fuchu-tokyo", "fuchu-342084", "fuchu-343021")),
        (("141046", "231061"), ("naka-ward-yokohama", "naka-ward-nagoya")),
    ],
)
def test_slugs_are_as_short_as_they_can_be(codes: tuple[str, ...], slugs: tuple[str, ...]) -> None:
    """The name alone, with the prefecture where it repeats, with the code where that repeats too."""
    assert make_slugs(get_places(codes)) == slugs


def test_slugs_are_unique_for_all_of_japan() -> None:
    """All 1,959 places in one table have slugs of their own, of small letters, digits and hyphens."""
    slugs = make_slugs(list_places())
    assert len(set(slugs)) == len(list_places())
    assert all(slug.replace("-", "").isalnum() and slug.isascii() and slug == slug.lower() for slug in slugs)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("sapporo", [SAPPORO]),
        ("Sapporo ", [SAPPORO]),
        ("011002", [SAPPORO]),
        ("sapporo-hokkaido", [SAPPORO]),
        ("sakai", [SAKAI, SAKAI_FUKUI]),
        ("sakai-osaka", [SAKAI]),
        ("sakai-271403", [SAKAI]),
        ("osaka", [OSAKA]),
        ("osaka-prefecture", [OSAKA_PREFECTURE]),
        ("fuchu", [FUCHU_CITY, FUCHU_TOWN]),
        ("fuchu-hiroshima", [FUCHU_CITY, FUCHU_TOWN]),
        ("fuchu-342084", [FUCHU_CITY]),
        ("", []),
        ("saka", []),
        ("11002", []),
        ("kobe", []),
        ("sapporo-osaka", []),
        ("{{7*7}}", []),
        ("../sapporo", [SAPPORO]),
        ("01100", [SAPPORO]),
        ("札幌市", [SAPPORO]),
        ("Sapporo-shi", [SAPPORO]),
        ("SAPPORO", [SAPPORO]),
        ("さかい", [SAKAI, SAKAI_FUKUI]),
        ("大阪府堺市", [SAKAI]),
        ("北広島市", []),
        ("中央区", []),
    ],
)
def test_addresses_are_understood(text: str, codes: list[str]) -> None:
    """Slug, code and name with prefecture mean one city; a bare repeated name offers the choice."""
    cities = make_cities(SAPPORO, SAKAI, SAKAI_FUKUI, OSAKA, OSAKA_PREFECTURE, FUCHU_CITY, FUCHU_TOWN)
    assert [city.code for city in resolve_slug(text, cities)] == codes


@given(st.text())
def test_no_text_fails(text: str) -> None:
    """Whatever stands in the address, the answer is cities of the table or none."""
    cities = make_cities(SAPPORO, SAKAI, SAKAI_FUKUI)
    assert set(resolve_slug(text, cities)) <= set(cities)
