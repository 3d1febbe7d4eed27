"""One slip of the finger still leads to the name that was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.gazetteer import list_places
from data.places.near_spellings import MAX_LETTERS, find_near
from data.records import Place


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Saporo", "札幌市"),
        ("Sapporro", "札幌市"),
        ("Yokohoma", "横浜市"),
        ("Yokhoama", "横浜市"),
        ("Yokohoma-shi", "横浜市"),
        ("Osaca", "大阪市"),
        ("Nagoia", "名古屋市"),
        ("Kavaguchi", "川口市"),
        ("Kioto", "京都市"),
        ("Tokio", "東京都"),
        ("Kobee", "神戸市"),
        ("Kanagava", "神奈川県"),
        ("Yokohoma, Kanagawa", "横浜市"),
        ("さつぽろ", "札幌市"),
        ("きようと", "京都市"),
        ("よこはは", "横浜市"),
        ("はままづ", "浜松市"),
        ("サッホロ", "札幌市"),
        ("삿뽀로", "札幌市"),
        ("요꼬하마", "横浜市"),
    ],
)
def test_one_wrong_letter_is_forgiven(text: str, meant: str) -> None:
    """A letter or kana wrong, missing, too many, or two swapped."""
    assert meant in [place.ja for place in find_near(text)]


@pytest.mark.parametrize("text", ["", "qqqq", "Tsu", "Sapporattt", "広鳥市", "Sendai Mediatheque", "12345"])
def test_nothing_is_guessed_from_nothing(text: str) -> None:
    """Short texts, two slips, characters and digits give no guess."""
    assert find_near(text) == ()


@given(st.sampled_from([place for place in list_places() if place.kind == "city"]), st.data())
def test_every_city_forgives_a_missing_letter(city: Place, data: st.DataObject) -> None:
    """Wherever the letter is missing in a name of five letters or more."""
    name = city.en.lower()
    if len(name) >= 5:
        place = data.draw(st.integers(0, len(name) - 1))
        assert city in find_near(name[:place] + name[place + 1 :])


@given(st.text(max_size=MAX_LETTERS + 1))
def test_any_text_gives_places_or_none(text: str) -> None:
    """Nothing breaks, each place is there once."""
    found = find_near(text)
    assert len(set(found)) == len(found)
