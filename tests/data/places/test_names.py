"""Names in Korean and Chinese: by the rules, and where the rules give none, from the cited table or not at all."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.gazetteer import find_place, find_prefecture, list_places
from data.places.hangul import transcribe_kana
from data.places.hanzi import unify_variants
from data.places.names import EXCEPTIONS, translate_name
from data.places.romaji import fold_name


@pytest.mark.parametrize(
    ("kana", "korean"),
    [
        ("さっぽろ", "삿포로"),
        ("せんだい", "센다이"),
        ("ちば", "지바"),
        ("かわさき", "가와사키"),
        ("にいがた", "니가타"),
        ("はままつ", "하마마쓰"),
        ("きょうと", "교토"),
        ("おおさか", "오사카"),
        ("きたきゅうしゅう", "기타큐슈"),
        ("くまもと", "구마모토"),
        ("とうきょう", "도쿄"),
        ("ほっかいどう", "홋카이도"),
        ("とっとり", "돗토리"),
        ("ぐんま", "군마"),
        ("とよ・おか", "도요오카"),
        ("トヨタ", "도요타"),
        ("", ""),
        ("Kobe", "Kobe"),
    ],
)
def test_kana_becomes_hangul(kana: str, korean: str) -> None:
    """The official rule: plain at the beginning, aspirated within, finals for ん and っ, no long vowels."""
    assert transcribe_kana(kana) == korean


@given(st.text())
def test_any_text_can_be_transcribed(text: str) -> None:
    """Nothing breaks, and nothing of kana is left of plain kana."""
    transcribe_kana(text)
    unify_variants(text)
    assert fold_name(fold_name(text)) == fold_name(text)


@pytest.mark.parametrize(
    ("code", "korean", "simplified", "traditional"),
    [
        ("281000", "고베시", "神户市", "神戶市"),
        ("341002", "히로시마시", "广岛市", "廣島市"),
        ("221309", "하마마쓰시", "滨松市", "濱松市"),
        ("041009", "센다이시", "仙台市", "仙臺市"),
        ("111007", "사이타마시", "埼玉市", "埼玉市"),
        ("072044", "이와키시", None, None),
        ("104264", "구사쓰마치", "草津町", "草津町"),
        ("131016", "지요다구", "千代田区", "千代田區"),
        ("131130", "시부야구", "涩谷区", "澀谷區"),
        ("141046", None, "横滨市中区", "橫濱市中區"),
        ("130001", "도쿄도", "东京都", "東京都"),
    ],
)
def test_places_have_their_names(
    code: str, korean: str | None, simplified: str | None, traditional: str | None
) -> None:
    """A city, a town, a ward, a prefecture; none where kana has no characters and no source gives any."""
    place = find_place(code)
    assert place is not None
    names = [translate_name(place, tag) for tag in ("ko", "zh-Hans", "zh-Hant", "fr")]
    assert names == [korean, simplified, traditional, None]


def test_every_place_has_a_korean_name_but_wards_of_cities() -> None:
    """Of all municipalities and prefectures none keeps a kana, a kanji or a Latin letter."""
    for place in list_places():
        name = translate_name(place, "ko")
        assert name is None or all("가" <= sign <= "힣" for sign in name), place
        assert (name is None) == (place.kind == "ward" and "市" in place.ja), place


@pytest.mark.parametrize("text", ["효고", "효고현", "兵库县", "兵庫縣", "兵庫県", "兵庫"])
def test_prefectures_are_found_in_every_script(text: str) -> None:
    """Korean and Chinese lead to the prefecture as Japanese does."""
    found = find_prefecture(text)
    assert found is not None
    assert found.en == "Hyogo"


def test_exceptions_are_cited() -> None:
    """Each row names a place of the gazetteer, a language of ours and a source."""
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert find_place(row["code"]) is not None
        assert row["language"] in {"zh-Hans", "zh-Hant", "ko"}
        assert row["name"]
        assert row["source"]
