"""Which rows a query means."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import City
from pages.address.view import MAX_QUERY_LENGTH, View, clean_query
from pages.answers.filters import filter_cities
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
        ("中央区", ["中央区", "千葉市中央区", "新潟市中央区", "浜松市中央区", "神戸市中央区", "熊本市中央区"]),
        ("Sapporo", []),
        ("zzzz", []),
    ],
)
def test_places_without_a_row_are_named(query: str, expected: list[str]) -> None:
    """A place that is not in the table is known by name; a prefecture with rows is not called missing."""
    assert [place.ja for place in filter_cities(TEN, View(query=query)).unlisted] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("大阪市北区梅田1-1", [OSAKA]),
        ("〒060-8611 札幌市中央区北1条西2丁目", [SAPPORO]),
        ("Yokohama, Japan", [YOKOHAMA]),
        ("Kanagawa-ken Yokohama-shi", [YOKOHAMA]),
        ("1-1 Sakae-machi, Kawasaki-ku, Kawasaki-shi", [KAWASAKI]),
        ("堺市役所 国際課", [SAKAI]),
        ("Hirosima", [HIROSHIMA]),
        ("Kitakyusyu", [KITAKYUSHU]),
        ("神奈川県厚木市中町3-17-17", []),
        ("埼玉県川口市青木2-1-1", []),
        ("北広島市中央4丁目", []),
        ("Saporo", []),
    ],
)
def test_an_address_finds_the_city_it_lies_in(query: str, expected: list[City]) -> None:
    """A pasted address or another romanisation finds its row; a slip finds none, but is offered what was meant."""
    assert list(filter_cities(TEN, View(query=query)).cities) == expected


def test_a_department_goes_before_an_address() -> None:
    """Words of a department that hold a city's name mean the department."""
    kobe = make_city("281000", departments=("Osaka Bay Division, Nagoya",))
    assert filter_cities((*TEN, kobe), View(query="Bay Division, Nagoya")).cities == (kobe,)


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("Saporo", ["札幌市"]),
        ("Osaca", ["大阪市"]),
        ("Sakai", []),
        ("Sapporo", []),
        ("kawaguti", []),
        ("hiro", []),
        ("qqqq", []),
        ("999-9999", []),
        ("Kobe, Japan", []),
    ],
)
def test_a_guess_is_made_only_where_nothing_has_the_name(query: str, near: list[str]) -> None:
    """Never over a name, a beginning or an address, and never as a row."""
    assert [place.ja for place in filter_cities(TEN, View(query=query)).near] == near


def test_a_chosen_prefecture_without_a_row_is_a_place_without_a_row() -> None:
    """It is answered like the search for it; the other prefectures chosen keep their rows."""
    alone, both = (filter_cities(TEN, View(slugs)) for slugs in (("nagano",), ("osaka", "nagano")))
    assert (alone.cities, alone.unlisted) == ((), filter_cities(TEN, View(query="長野県")).unlisted)
    assert (both.cities, both.unlisted) == ((OSAKA, SAKAI), alone.unlisted)


@pytest.mark.parametrize(
    "sign",
    ["神", "市", "a", "a ", "a,", "市 ", "県,", "あ", "ｶﾞ", "가", "가 ", "鬱", "﷽", "i", "1", "京都府", "東京 ", "o"],
)
def test_the_longest_query_is_little_work(sign: str) -> None:
    """At most 20 ms: counted in calls, of which a millisecond holds some 2,000, with the indexes made before."""
    query = clean_query(sign * MAX_QUERY_LENGTH)
    filter_cities(TEN, View(query="Saporo"))
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event.endswith("call")

    sys.setprofile(count)
    try:
        filter_cities(TEN, View(query=query))
    finally:
        sys.setprofile(None)
    assert 0 < calls < 40_000


@given(st.text().map(clean_query))
def test_any_query_gives_rows_of_the_table_in_its_order(query: str) -> None:
    """No text breaks the filter; what it gives is a part of the table."""
    result = filter_cities(TEN, View(query=query))
    assert [city for city in TEN if city in result.cities] == list(result.cities)
