"""Places and prefectures are found by any spelling of their name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from data.places.codes import is_valid_code
from data.places.gazetteer import (
    find_place,
    find_prefecture,
    identify_places,
    list_places,
    list_prefectures,
    search_places,
)
from data.places.wards import find_end
from data.records import Prefecture

if TYPE_CHECKING:
    pass


def get_prefecture(name: str) -> Prefecture:
    """Return a prefecture that exists."""
    prefecture = find_prefecture(name)
    assert prefecture is not None
    return prefecture


def test_everybody_is_there() -> None:
    """47 prefectures and their governments, 1,741 municipalities (23 wards of Tokyo among them), 171 other wards."""
    assert [prefecture.code for prefecture in list_prefectures()] == [f"{code:02}" for code in range(1, 48)]
    kinds = Counter(place.kind for place in list_places())
    assert kinds == {"city": 792, "town": 743, "village": 183, "ward": 23 + 171, "prefecture": 47}
    assert kinds["city"] + kinds["town"] + kinds["village"] + 23 == 1741


def test_codes_are_whole() -> None:
    """Every code is six digits with the right check digit, leading zeros restored, and belongs to one place."""
    codes = [place.code for place in list_places()]
    assert all(map(is_valid_code, codes))
    assert len(set(codes)) == len(codes)
    assert all(find_place(place.code) == place for place in list_places())
    assert find_place("271005") is None
    assert all(place.code[:2] == place.prefecture.code for place in list_places())


def test_english_names_are_plain_letters() -> None:
    """Every name has an English spelling without macrons that begins with a capital."""
    for place in list_places():
        assert place.en.isascii()
        assert place.en[0].isupper()
        assert not any(char.isspace() for char in place.ja + place.kana)


@pytest.mark.parametrize(
    ("code", "ja", "en"),
    [
        ("242021", "四日市市", "Yokkaichi"),
        ("232149", "蒲郡市", "Gamagori"),
        ("271403", "堺市", "Sakai"),
        ("111007", "さいたま市", "Saitama"),
        ("203033", "小海町", "Koumi"),
        ("282090", "豊岡市", "Toyooka"),
        ("422088", "松浦市", "Matsuura"),
        ("462136", "西之表市", "Nishinoomote"),
        ("342084", "府中市", "Fuchu"),
        ("343021", "府中町", "Fuchu"),
        ("131016", "千代田区", "Chiyoda"),
        ("141046", "横浜市中区", "Naka Ward, Yokohama"),
        ("270008", "大阪府", "Osaka Prefecture"),
        ("010006", "北海道", "Hokkaido Prefecture"),
    ],
)
def test_english_names_are_right(code: str, ja: str, en: str) -> None:
    """The word for the kind goes, once; vowels of two characters stay two."""
    place = find_place(code)
    assert ((place.ja, place.en) if place else ("", "")) == (ja, en)


def list_forms(prefecture: Prefecture) -> tuple[str, ...]:
    """List how people write a prefecture's name."""
    short = prefecture.ja if prefecture.ja == "北海道" else prefecture.ja[:-1]
    katakana = "".join(chr(ord(char) + 0x60) for char in prefecture.kana)
    return (
        *(prefecture.en, prefecture.en.upper(), prefecture.slug, f" {prefecture.en} Prefecture"),
        *(prefecture.ja, short, prefecture.kana, katakana, prefecture.code),
    )


def test_each_prefecture_is_found() -> None:
    """English in any case, with and without the word for it, Japanese, kana, katakana, macrons, two digits."""
    forms = [(prefecture, text) for prefecture in list_prefectures() for text in list_forms(prefecture)]
    assert len(forms) == 47 * 9
    assert [(asked.en, text) for asked, text in forms if find_prefecture(text) != asked] == []


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("Tokyo-to", "Tokyo"),
        ("Tōkyō", "Tokyo"),
        ("とうきょう", "Tokyo"),
        ("Kyōto-fu", "Kyoto"),
        ("Hyōgo ken", "Hyogo"),
        ("Gumma", "Gunma"),
        ("Hokkaidō", "Hokkaido"),
        ("Hokkaido Prefecture", "Hokkaido"),
        ("２７", "Osaka"),
    ],
)
def test_prefectures_are_found_by_romaji(text: str, en: str) -> None:
    """What people write in Latin letters or full width finds the prefecture."""
    assert get_prefecture(text).en == en


@pytest.mark.parametrize(
    "text", ["", " ", "2", "48", "00", "Osak", "Osaka City", "{{1*1}}", "=1+1", "1.1", "京", "府", "\0", "東京都府中市"]
)
def test_other_text_is_no_prefecture(text: str) -> None:
    """Anything else finds none."""
    assert find_prefecture(text) is None


@pytest.mark.parametrize(
    ("prefecture", "cell", "ja"),
    [
        ("Saitama", "Saitama City", "さいたま市"),
        ("Kanagawa", "City of Yokohama", "横浜市"),
        ("Osaka", "Sakai-shi", "堺市"),
        ("Osaka", "堺市", "堺市"),
        ("Osaka", "堺", "堺市"),
        ("Osaka", "Ōsaka", "大阪市"),
        ("Osaka", "おおさかし", "大阪市"),
        ("Osaka", "Osaka", "大阪市"),
        ("Osaka", "大阪府", "大阪府"),
        ("Osaka", "", "大阪府"),
        ("Osaka", "  ", "大阪府"),
        ("Hiroshima", "Fuchu", "府中市"),
        ("Hiroshima", "府中", "府中市"),
        ("Hiroshima", "Fuchu City", "府中市"),
        ("Hiroshima", "Fuchu Town", "府中町"),
        ("Hiroshima", "Fuchū-chō", "府中町"),
        ("Hiroshima", "広島市", "広島市"),
        ("Hokkaido", "Kitahiroshima", "北広島市"),
        ("Saitama", "Kawagoe", "川越市"),
        ("Mie", "四日市", "四日市市"),
        ("Mie", "四日市市", "四日市市"),
        ("Mie", "Yokkaichi", "四日市市"),
        ("Mie", "Kawagoe", "川越町"),
        ("Aichi", "蒲郡", "蒲郡市"),
        ("Aichi", "蒲郡市", "蒲郡市"),
        ("Tokyo", "Chiyoda City", "千代田区"),
        ("Tokyo", "Chiyoda Ward", "千代田区"),
        ("Tokyo", "Chiyoda-ku", "千代田区"),
        ("Tokyo", "千代田区", "千代田区"),
        ("Tokyo", "Toshima", "豊島区"),
        ("Tokyo", "Toshima Village", "利島村"),
        ("Tokyo", "東京都府中市", "府中市"),
        ("Hyogo", "Village of Kobe", None),
        ("Osaka", "Kita Ward, Sakai", "堺市北区"),
        ("Osaka", "大阪市 北区", "大阪市北区"),
        ("Ibaraki", "龍ヶ崎市", "龍ケ崎市"),
        ("Osaka", "Yokohama", None),
        ("Osaka", "{{7*7}}", None),
        ("Osaka", "市", None),
    ],
)
def test_a_cell_is_identified(prefecture: str, cell: str, ja: str | None) -> None:
    """A table's cell means one place, however it is written, or none."""
    assert [place.ja for place in identify_places(get_prefecture(prefecture), cell)] == ([ja] if ja else [])


def test_an_ambiguous_cell_offers_all() -> None:
    """Where two cities of a prefecture have a ward of that name, both come back; so do the two Esashi of Hokkaido."""
    assert [place.ja for place in identify_places(get_prefecture("Osaka"), "北区")] == ["大阪市北区", "堺市北区"]
    assert [place.ja for place in identify_places(get_prefecture("Hokkaido"), "Esashi")] == ["江差町", "枝幸町"]


def test_each_place_is_identified_by_its_japanese_name() -> None:
    """All 1,959 are told apart within their prefecture by their Japanese name."""
    for place in list_places():
        assert identify_places(place.prefecture, place.ja) == (place,)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("浜松市中央区", [("221384", "Chuo Ward, Hamamatsu")]),
        ("はまなく", [("221392", "Hamana Ward, Hamamatsu")]),
        ("Tenryu-ku, Hamamatsu", [("221406", "Tenryu Ward, Hamamatsu")]),
        ("22138", [("221384", "Chuo Ward, Hamamatsu")]),
        ("浜松市中区", [("221317", "Naka Ward, Hamamatsu")]),
        ("Hamakita-ku", [("221368", "Hamakita Ward, Hamamatsu")]),
        ("221376", [("221376", "Tenryu Ward, Hamamatsu")]),
    ],
)
def test_the_wards_of_hamamatsu_are_those_of_2024_and_the_former_are_known(
    query: str, found: list[tuple[str, str]]
) -> None:
    """The three of today stand in the lists; a former one is only found, and known to be no more."""
    places = search_places(query)
    assert [(place.code, place.en) for place in places] == found
    assert [place in list_places() for place in places] == [find_end(place.code) is None for place in places]


def test_a_ward_of_today_has_its_office_where_a_former_one_had_it() -> None:
    """Seven wards became three in three of their offices."""
    today = [place for place in list_places() if place.ja.startswith("浜松市") and place.kind == "ward"]
    assert [place.ja for place in today] == ["浜松市中央区", "浜松市浜名区", "浜松市天竜区"]
    offices = [find_place(code) for code in ("221317", "221368", "221376")]
    assert [place.latitude for place in today] == [office.latitude for office in offices if office]
