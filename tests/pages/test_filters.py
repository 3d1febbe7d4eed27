"""Which rows a query means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import City
from pages.parts.filters import filter_cities
from pages.parts.view import View, clean_query
from tests.pages.samples import (
    FUKUOKA,
    HIROSHIMA,
    KAWASAKI,
    KITAKYUSHU,
    OSAKA,
    SAGAMIHARA,
    SAITAMA,
    SAKAI,
    SAPPORO,
    TEN,
    YOKOHAMA,
    make_city,
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", TEN),
        ("Sapporo", [SAPPORO]),
        ("sapporo", [SAPPORO]),
        ("札幌", [SAPPORO]),
        ("札幌市", [SAPPORO]),
        ("さっぽろ", [SAPPORO]),
        ("サッポロ", [SAPPORO]),
        ("Ōsaka", [OSAKA]),
        ("Oosaka", [OSAKA]),
        ("City of Osaka", [OSAKA]),
        ("Saitama City", [SAITAMA]),
        ("Sakai-shi", [SAKAI]),
        ("大阪府堺市", [SAKAI]),
        ("Sakai Osaka", [SAKAI]),
        ("Kita-Kyūshū", [KITAKYUSHU]),
        ("kitakyushu", [KITAKYUSHU]),
        ("271403", [SAKAI]),
        ("Fukuoka", [FUKUOKA]),
        ("Kanagawa", [YOKOHAMA, KAWASAKI, SAGAMIHARA]),
        ("神奈川県", [YOKOHAMA, KAWASAKI, SAGAMIHARA]),
        ("神奈川区", [YOKOHAMA]),
        ("中央区", [SAPPORO, SAITAMA, SAGAMIHARA, OSAKA, FUKUOKA]),
        ("hiro", [HIROSHIMA]),
        ("sa", [SAPPORO, SAITAMA, SAGAMIHARA, SAKAI]),
        ("北広島市", []),
        ("東大阪", []),
        ("川口市", []),
        ("Tokyo", []),
        ("zzzz", []),
        ("!?", []),
    ],
)
def test_query_finds_the_rows_it_means(query: str, expected: list[City]) -> None:
    """A name in any spelling finds its city and no namesake; a prefecture finds its cities; a beginning helps."""
    assert list(filter_cities(TEN, View(query=query)).cities) == list(expected)


def test_query_finds_words_of_the_department() -> None:
    """Words of a department's name find its row, in any order and case."""
    kobe = make_city("281000", departments=("Community Engagement Division, Development Bureau",))
    assert filter_cities((*TEN, kobe), View(query="engagement COMMUNITY")).cities == (kobe,)
    assert filter_cities((*TEN, kobe), View(query="engagement tax")).cities == ()


def test_prefectures_filter_and_name_what_they_leave_out() -> None:
    """A city outside the chosen prefectures is not shown but named."""
    result = filter_cities(TEN, View(prefectures=("kanagawa",), query="Sakai"))
    assert result.cities == ()
    assert result.elsewhere == (SAKAI,)
    assert filter_cities(TEN, View(prefectures=("osaka",))).cities == (OSAKA, SAKAI)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Tokyo", ["東京都"]),
        ("川口市", ["川口市"]),
        ("かわぐち", ["川口市"]),
        ("府中市", ["府中市", "府中市"]),
        ("Sakai", ["坂井市", "境町"]),
        ("Kanagawa", []),
        ("中央区", ["中央区", "千葉市中央区", "新潟市中央区", "神戸市中央区", "熊本市中央区"]),
        ("Sapporo", []),
        ("zzzz", []),
    ],
)
def test_places_without_a_row_are_named(query: str, expected: list[str]) -> None:
    """A place that is not in the table is known by name; a prefecture with rows is not called missing."""
    assert [place.ja for place in filter_cities(TEN, View(query=query)).unlisted] == expected


@given(st.text().map(clean_query))
def test_any_query_gives_rows_of_the_table_in_its_order(query: str) -> None:
    """No text breaks the filter; what it gives is a part of the table."""
    result = filter_cities(TEN, View(query=query))
    assert [city for city in TEN if city in result.cities] == list(result.cities)
