"""Kana in Latin letters, and the key in which all spellings meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.romaji import fold_name, fold_spelling, romanize_kana
from tests.data.places.spellings import ONE_NAME, OTHER_NAMES

KANA = st.text(alphabet=[chr(code) for code in range(ord("ぁ"), ord("ゔ") + 1)] + ["ー"])


@pytest.mark.parametrize(
    ("kana", "plain", "macrons"),
    [
        ("おおさか", "Osaka", "Ōsaka"),
        ("オオサカ", "Osaka", "Ōsaka"),
        ("きょうと", "Kyoto", "Kyōto"),
        ("しんじゅく", "Shinjuku", "Shinjuku"),
        ("さっぽろ", "Sapporo", "Sapporo"),
        ("こうべ", "Kobe", "Kōbe"),
        ("きたきゅうしゅう", "Kitakyushu", "Kitakyūshū"),
        ("にいがた", "Niigata", "Niigata"),
        ("ぐんま", "Gunma", "Gunma"),
        ("しんおんせん", "Shinonsen", "Shin'onsen"),
        ("さんよう", "Sanyo", "San'yō"),
        ("はっちょう", "Hatcho", "Hatchō"),
        ("よっかいち", "Yokkaichi", "Yokkaichi"),
        ("すおうおおしま", "Suooshima", "Suōōshima"),
        ("とよ・おか", "Toyooka", "Toyooka"),
        ("かつ・うら", "Katsuura", "Katsuura"),
        ("びえい", "Biei", "Biei"),
        ("きたあきた", "Kitaakita", "Kitaakita"),
        ("うおぬま", "Uonuma", "Uonuma"),
        ("まいづる", "Maizuru", "Maizuru"),
        ("じゃ", "Ja", "Ja"),
        ("コーヒー", "Kohi", "Kōhī"),
        ("っ", "", ""),
        ("", "", ""),
    ],
)
def test_kana_is_spelled_in_hepburn(kana: str, plain: str, macrons: str) -> None:
    """Modified Hepburn, without and with macrons; seams part what is no long vowel."""
    assert romanize_kana(kana) == plain
    assert romanize_kana(kana, macrons=True) == macrons


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_all_spellings_meet(spellings: tuple[str, ...]) -> None:
    """Width, case, script, marks, hyphens and long vowels make no difference."""
    assert len({fold_name(spelling) for spelling in spellings}) == 1
    assert len({fold_spelling(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_different_names_stay_apart(one: str, other: str) -> None:
    """The key does not fold what differs."""
    assert fold_name(one) != fold_name(other)


@given(KANA)
def test_typed_romaji_meets_kana(kana: str) -> None:
    """Whatever is spelled from kana has the key of the kana, with macrons or without."""
    assert fold_name(kana) == fold_name(romanize_kana(kana)) == fold_name(romanize_kana(kana, macrons=True))


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    """A key holds letters and digits only, whatever is typed."""
    key = fold_name(text)
    assert key == "" or key.isalnum()
    assert isinstance(romanize_kana(text), str)
