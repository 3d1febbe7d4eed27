"""The tables of Chinese characters and names: each character has its row, and a name holds nothing but its own."""

import csv
import re
from pathlib import Path

import pytest

from data.places.chinese import NAMES, list_chinese
from data.places.gazetteer import find_place, list_places
from data.places.hanzi import TABLE, unify_variants, write_chinese
from data.places.names import translate_name
from data.places.wards import find_end

KANA = "[ぁ-ゖァ-ヺー]"
TAGS = ("zh-Hans", "zh-Hant")
WRITTEN = {place.ja for place in list_places()}  # prefectures are the names of their governments


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = {row["ja"]: row for row in read_table(TABLE)}
WHOLE = read_table(NAMES)


def test_the_table_has_every_character_once_and_no_other() -> None:
    """Each character of a municipality's, ward's or prefecture's name has one row, in order."""
    found = [row["ja"] for row in read_table(TABLE)]
    assert found == sorted({sign for name in WRITTEN for sign in name if not re.fullmatch(f"{KANA}|[々ヶ]", sign)})


def test_every_row_is_one_character_each() -> None:
    """A form is one character, or what is typed instead; simplified and traditional are compared as one."""
    for row in ROWS.values():
        assert [len(row[tag]) for tag in ("ja", *TAGS)] == [1, 1, 1]
        assert {unify_variants(form) for form in "".join(row.values())} == {row["zh-Hans"]}


def test_each_form_means_one_character() -> None:
    """No form stands in rows that are compared as different ones."""
    meanings: dict[str, set[str]] = {}
    for row in ROWS.values():
        for form in "".join(row.values()):
            meanings.setdefault(form, set()).add(row["zh-Hans"])
    assert [form for form, found in meanings.items() if len(found) > 1] == []


@pytest.mark.parametrize("tag", TAGS)
def test_each_character_of_a_name_is_that_of_the_table(tag: str) -> None:
    """Place by place: 広野町 is 广野町, never a word that sounds or means alike."""
    whole = {row["ja"] for row in WHOLE}
    for place in list_places():
        if any(place.ja.startswith(name) for name in whole):
            continue
        signs = re.sub("(.)々", r"\1\1", re.sub("[ヶケ]", "", place.ja))
        name = str(translate_name(place, tag))
        assert len(name) == len(signs), place
        assert all(
            there == ("之" if sign in "のノ" else ROWS[sign][tag]) for sign, there in zip(signs, name, strict=True)
        )


def test_whole_names_keep_the_characters_they_have() -> None:
    """いちき串木野市 keeps 串木野市; each name is one of the gazetteer and has a source."""
    for row in WHOLE:
        assert row["ja"] in WRITTEN
        assert re.search(KANA, row["ja"])
        assert row["source"]
        for tag in TAGS:
            kanji = [ROWS[sign][tag] for sign in re.sub(KANA, "", row["ja"])]
            rest = iter(row[tag])
            assert all(sign in rest for sign in kanji), row
        assert not re.search(KANA, row["zh-Hans"] + row["zh-Hant"])


def test_whole_names_are_one_name_in_both_scripts() -> None:
    """Sign by sign the two are one character by the table; five that no name in kanji has were looked at here."""
    pairs = {pair for row in WHOLE for pair in zip(row["zh-Hans"], row["zh-Hant"], strict=True)}
    other = {"".join(pair) for pair in pairs if len(set(map(unify_variants, pair))) > 1}
    assert other == {"参參", "赞讚", "虾蝦", "鹉鵡", "几幾"}


def test_names_that_need_no_row_have_none() -> None:
    """What the characters and ヶ, ノ and 々 give is not written twice, nor is a name there twice."""
    names = [row["ja"] for row in WHOLE]
    assert [name for name in names if write_chinese(name, "zh-Hans")] == []
    assert len(names) == len(set(names))


def test_a_name_outside_the_tables_has_no_chinese_form() -> None:
    """A new town in kana, or with a character that nobody has looked at, is not guessed."""
    assert list_chinese("ひらがな町") == ()
    assert list_chinese("驫木町") == ()


def test_former_wards_have_names_too() -> None:
    """A ward that is only found is named like the others."""
    ward = find_place("221368")
    assert ward is not None
    assert find_end(ward.code)
    assert [translate_name(ward, tag) for tag in (*TAGS, "ko")] == [
        "滨松市滨北区",
        "濱松市濱北區",
        "하마마쓰시 하마키타구",
    ]
