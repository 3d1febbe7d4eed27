"""Names of offices with their readings: every shipped one is read whole, and no word is in the table for nothing."""

import csv
import re

import pytest

from data.folder import locate_files
from data.table.department_names import read_department_names
from data.table.offices import read_offices
from pages.languages.language import load_language
from pages.languages.office_names import TABLE, read_office
from pages.languages.ruby import CARRIED, drop_readings, show_brackets

EASY = load_language("ja-easy")
OFFICES, _ = read_offices(locate_files({}))
DEPARTMENTS, _ = read_department_names(locate_files({}).department_names)
NAMES = {counter.name for counter in OFFICES.counters}
NAMES |= {association.name for association in OFFICES.associations} | {row.name for row in DEPARTMENTS}


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("仙台観光国際協会", "仙台（せんだい）観光（かんこう）国際（こくさい）協会（きょうかい）"),
        ("北九州国際交流協会", "北九州（きたきゅうしゅう）国際（こくさい）交流（こうりゅう）協会（きょうかい）"),
        ("外国人のための窓口", "外国人（がいこくじん）のための窓口（まどぐち）"),
        ("堺市立プラザ", "堺市（さかいし）立（りつ）プラザ"),
        ("謎の課", "謎の課（か）"),
        ("KICC <b>", "KICC <b>"),
        ("", ""),
    ],
)
def test_each_word_has_its_reading(name: str, read: str) -> None:
    """The longest that is known; one that is not known stays as it is, and nothing else changes."""
    assert show_brackets(read_office(name, EASY)) == read
    assert read_office(name, load_language("ja")) == name == drop_readings(read_office(name, EASY))


def test_every_shipped_name_can_be_read() -> None:
    """Counters, associations and departments: add a word that is missing to office_words.csv."""
    bare = {name for name in NAMES if re.search("[々㐀-䶿一-鿿]", CARRIED.sub("", read_office(name, EASY)))}
    assert bare == set()


def test_no_word_is_in_the_table_for_nothing() -> None:
    """Each is a word of a shipped name, has kanji, is read in hiragana, and stands there once."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["ja"] for row in rows}) == len(rows)
    assert [row["ja"] for row in rows if not any(row["ja"] in name for name in NAMES)] == []
    assert [row for row in rows if not re.fullmatch("[々一-鿿]+,[ぁ-ゖー]+", f"{row['ja']},{row['kana']}")] == []
