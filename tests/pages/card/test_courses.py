"""A class on a card: all that its row says, in every language, and nothing that it does not say."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from data.courses.records import Course
from data.records import Look
from data.table.course_columns import COLUMNS
from pages.card.card import Item
from pages.card.course_facts import Matter
from pages.card.courses import CourseCard, describe_course, describe_in_line
from pages.languages.language import list_languages
from tests.courses import make_course
from tests.pages.card.classes import TODAY, read_rows, read_varied, show
from tests.pages.samples import make_place
from tests.varied_courses import KAWASAKI, MORNINGS, SOURCE


def find(name: str) -> Course:
    """Return one of the varied classes by its id."""
    return next(course for course in read_varied() if course.id == name)


def list_texts(card: CourseCard) -> dict[str, list[str]]:
    """List what a card says of each matter."""
    return {fact.matter: [item.text.replace("\xa0", " ") for item in fact.items] for fact in card.facts}


def test_a_row_is_said_in_full() -> None:
    """In the order in which a reader asks: when, where, for whom, what it costs, how to get in, who holds it."""
    card = describe_course(find("am"), show(), make_place(KAWASAKI))
    assert (card.name, card.name_lang, card.beside) == ("Japanese class, mornings", "en", "日本語クラス 午前コース")
    assert list_texts(card) == {
        "times": ["Tue, Fri 9:50–11:50, every week", "April 10, 2026 – March 19, 2027"],
        "breaks": ["August, 5th week of the month, public holidays"],
        "venue": ["みほん国際交流センター", "川崎市中原区見本町1-2-3"],
        "learners": ["Adult · Beginners", "People who live, work or study in Kawasaki", "市内在住・在勤・在学"],
        "fee": ["¥13,200 per term", "教科書代は別"],
        "childcare": ["Available", "1歳以上"],
        "languages": ["English, Chinese, Vietnamese"],
        "contacts": ["With a form.", "044-000-0000", "nihongo@example.org", "example.org/nihongo/am"],
        "organizer": ["みほん国際交流協会", "No volunteers are wanted now."],
    }
    assert tuple(list_texts(card)) == get_args(Matter)
    assert (card.source, card.checked_by) == (
        "Source: example.org, 2026-04-01 · Checked on October 3, 2026",
        "市の担当課",
    )
    contacts = next(fact for fact in card.facts if fact.matter == "contacts").items
    assert [item.url for item in contacts] == [
        None,
        "tel:0440000000",
        "mailto:nihongo@example.org",
        "https://example.org/nihongo/am",
    ]


def test_what_is_not_known_is_not_said() -> None:
    """Of a row with nothing but a name the missing day is said, and never a no; nor is its fee nothing."""
    [bare] = read_rows([{"code": KAWASAKI, "id": "x", "name": "見本", **SOURCE}])
    card = describe_course(bare, show(), make_place(KAWASAKI))
    assert list_texts(card) == {"times": ["The day is not known: ask."]}
    assert (card.fee, card.notices, card.in_brief) == ("", (), "The day is not known: ask.")


@pytest.mark.parametrize(
    ("changes", "matter", "texts"),
    [
        ({"childcare": "なし"}, "childcare", ["Not available"]),
        ({"weekdays": "日", "weeks": "祝日の週をのぞく"}, "times", ["Sun", "祝日の週をのぞく"]),
        ({"breaks": "夏休み"}, "breaks", ["夏休み"]),
        ({"mode": "オンライン"}, "venue", ["Online"]),
        ({"mode": "両方", "venue": "見本ビル"}, "venue", ["In person or online", "見本ビル"]),
        ({"mode": "対面"}, "venue", ["In person"]),
        ({"code": "141372", "venue": "見本区役所"}, "venue", ["Asao Ward, Kawasaki", "見本区役所"]),
        ({"fee_note": "初回は無料"}, "fee", ["初回は無料"]),
        ({"organizer_kind": "ボランティア団体"}, "organizer", ["Volunteer group"]),
        ({"organizer_kind": "市", "organizer": "川崎市"}, "organizer", ["川崎市"]),
        ({"volunteers_wanted": "はい"}, "organizer", ["Volunteers are wanted."]),
        ({"how_to_join": "直接会場へ"}, "contacts", ["Just come."]),
        ({"level": "個別", "for_whom": "だれでも"}, "learners", ["Anyone · Each at their own level"]),
    ],
)
def test_each_cell_has_its_words(changes: dict[str, str], matter: str, texts: list[str]) -> None:
    """What cannot be put into words stands as it is written."""
    [course] = read_rows([{"code": KAWASAKI, "id": "x", "name": "見本", **SOURCE, **changes}])
    assert list_texts(describe_course(course, show(), make_place(KAWASAKI)))[matter] == texts


def test_names_are_those_that_the_reader_can_read() -> None:
    """Japanese for readers of Japanese, with its reading in easy Japanese; else English first, where it is known."""
    names = {
        code: (card.name, card.name_lang, card.beside)
        for code in ("ja", "ja-easy", "vi")
        if (card := describe_course(find("am"), show(language=code)))
    }
    assert names == {
        "ja": ("日本語クラス 午前コース", "ja", ""),
        "ja-easy": ("日本語クラス 午前コース", "ja", "にほんごくらす ごぜんこーす"),
        "vi": ("Japanese class, mornings", "en", "日本語クラス 午前コース"),
    }


def test_the_readers_own_language_is_named_first() -> None:
    """At a class as at a counter."""
    assert list_texts(describe_course(find("am"), show(language="vi")))["languages"] == [
        "tiếng Việt, tiếng Anh, tiếng Trung"
    ]


def test_a_page_that_fails_is_said_beside_its_link() -> None:
    """As of any link; no office is there to be asked."""
    days = (date(2026, 11, 1), date(2026, 11, 4), date(2026, 11, 8), date(2026, 11, 20))
    look = Look("https://example.org/x", "gone", days[-1], failed=days)
    card = describe_course(make_course(url="https://example.org/x", look=look), show())
    [link] = [item for fact in card.facts for item in fact.items if item.kind == "link"]
    assert link.note
    assert "did not open" in link.note.text


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_every_class_is_described_in_every_language(language: Any) -> None:
    """No error, no place for a word left open, and Japanese marked as such where the reader's language is another."""
    for course in read_varied():
        card = describe_course(course, show(language=language.code))
        texts = [card.name, card.in_brief, card.source, *card.notices]
        texts += [text for fact in card.facts for text in (fact.label, *(item.text for item in fact.items))]
        assert all(texts)
        assert not any("{" in text for text in texts)
        written = {course.venue, course.organizer, course.fee_note, course.area, course.childcare_note} - {""}
        assert {item.text for fact in card.facts for item in fact.items if item.lang == "ja"} >= written


def test_a_class_in_a_line_is_its_name_its_time_and_its_fee() -> None:
    """As the map's popup has it: weeks as written stand in a line of their own, marked as Japanese."""
    language = show().language
    assert list(describe_in_line(find("sat"), language, TODAY)) == [
        Item(
            "text",
            "土曜にほんご",
            lang="ja",
            detail="2nd and 4th Saturday of the month 10:00–12:00 · ¥100 per lesson · Full now.",
        )
    ]
    assert [item.text for item in describe_in_line(find("kids"), language, TODAY)] == [
        "こども日本語ひろば",
        "第2〜第4日曜(祝日の週をのぞく)",
    ]


def test_the_sample_has_every_column() -> None:
    """So that the first test above looks at all that a row can say of a class."""
    assert set(COLUMNS) - set(MORNINGS) == {"city", "hide_organizer", "contact_consent"}
