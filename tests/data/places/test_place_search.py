"""Places found by what somebody types: any name of any place, at once."""

from __future__ import annotations

import sys
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.places.gazetteer import (
    identify_places,
    list_places,
    list_prefectures,
    search_places,
    spell_precisely,
)
from data.records import Place

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def test_each_place_is_found_by_each_name() -> None:
    """Japanese, kana and English name and code all find the place."""
    for place in list_places():
        short = place.ja if place.ja == "北海道" else place.ja[:-1]
        for query in (place.ja, short, place.kana, place.en, place.code):
            assert place in search_places(query)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Tokyo", ["東京都"]),
        ("東京", ["東京都"]),
        ("とうきょう", ["東京都"]),
        ("Osaka", ["大阪府", "大阪市"]),
        ("府中市", ["府中市", "府中市"]),
        ("Fuchu", ["府中市", "府中市", "府中町"]),
        ("川口市", ["川口市"]),
        ("カワグチ", ["川口市"]),
        ("Chiyoda", ["千代田区", "千代田町"]),
        ("Sakai", ["坂井市", "堺市", "境町", "堺市堺区"]),
        ("Sakai, Osaka", ["堺市"]),
        ("広島市", ["広島市"]),
        ("北広島市", ["北広島市"]),
        ("Naka-ku, Yokohama", ["横浜市中区"]),
        ("神奈川県横浜市中区", ["横浜市中区"]),
        ("府中市 東京都", ["府中市"]),
        ("271004", ["大阪市"]),
        ("２７１００", ["大阪市"]),
        ("27-1004", []),
        ("", []),
        ("!!", []),
        ("市", []),
        ("Sak", []),
        ("Yao, Osaka", ["八尾市"]),
        ("Tokyo Ota", ["大田区"]),
        ("Hirosima", ["広島県", "広島市"]),
        ("kawaguti", ["川口市"]),
        ("Kitakyusyu-si", ["北九州市"]),
        ("Osakaa", []),
    ],
)
def test_a_query_finds_what_it_names(query: str, found: list[str]) -> None:
    """The whole query has to be a name; prefectures come first, then cities, towns, villages, wards."""
    assert [place.ja for place in search_places(query)] == found


def test_a_precise_query_finds_one_place() -> None:
    """All 1,959 have a query that means each alone."""
    for place in list_places():
        assert search_places(spell_precisely(place)) == (place,)


@given(st.text())
@example("中")  # 浜松市中区 has ended and is found all the same
def test_no_query_fails(text: str) -> None:
    """Whatever is typed, an answer comes, and only places that their code finds as well."""
    places: tuple[Place, ...] = search_places(text) + identify_places(list_prefectures()[0], text)
    assert all(search_places(place.code) == (place,) for place in places)


def count_lines(query: str) -> int:
    """Count the lines of Python that a query runs through, each turn of a loop anew."""
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        search_places(query)
    finally:
        sys.settrace(before)
    return lines


def test_a_query_is_looked_up_and_not_searched_for() -> None:
    """After the first one a query never goes through the places: its work is that of its own few letters."""
    search_places("Osaka")
    assert max(count_lines(place.kana) for place in list_places()[::20]) < len(list_places()) / 4
