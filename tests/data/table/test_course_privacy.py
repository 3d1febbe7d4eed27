"""What is a person's own in classes.csv: shown only with consent, and quoted by no problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.table.course_columns import COLUMNS
from data.table.courses import read_courses, read_shown_rows
from tests.courses import ROW, write_courses

MOBILE, MAIL, PERSON = "090-0000-1234", "hanako.mihon@gmail.com", "山田花子"
REFUSED = [
    ("contact_phone", MOBILE),
    ("contact_phone", "08000001234"),
    ("contact_phone", "070 0000 1234"),
    ("contact_phone", "０９０－００００－１２３４"),
    ("contact_phone", "+81 90 0000 1234"),
    ("contact_phone", "9012341234"),
    ("contact_phone", f"044-000-0000、{MOBILE}"),
    ("contact_phone", f"044-000-0000 ({PERSON})"),
    ("contact_email", MAIL),
    ("contact_email", "mihon@docomo.ne.jp"),
    ("contact_email", "mihon[at]yahoo.co.jp"),
    ("contact_email", f"{PERSON} office@example.org"),
    ("organizer", PERSON),
    ("organizer", "山田 花子"),
    ("organizer", f"まどぐち日本語の会 代表 {PERSON}"),
    ("organizer", "Ms Hanako Yamada"),
    ("organizer", f"まどぐち日本語の会 {MOBILE}"),
    ("venue", "山田さん宅"),
    ("venue", f"{PERSON}宅"),
    ("address", "川崎市川崎区見本町1-2 山田方"),
    ("area", f"くわしくは{MAIL}へ"),
    ("fee_note", f"支払いは{PERSON}へ"),
    ("fee_note", f"問合せ {MOBILE}"),
    ("weeks", "佐藤先生の都合による"),
    ("breaks", f"8月・問合せは {MOBILE}"),
    ("childcare", f"あり({PERSON})"),
    ("for_whom", f"おとな({MOBILE})"),
    ("name_en", f"Class {MAIL}"),
    ("checked_by_role", PERSON),
    ("checked_by_role", "国際課 山田"),
    ("checked_by_role", "Kim"),
]
CONSENTS = ["2026-04-01", "同意書", "同意書 2026年4月", "令和8年4月1日 電話", "by mail", "本人のメール"]
NO_CONSENTS = [
    "",
    "はい",
    "yes",
    "○",
    "済",
    "あり",
    "TRUE",
    "1",
    "同意",
    "未同意",
    "同意書なし",
    "2026-04-01 撤回",
    "同意は不要",
    "no",
]


@pytest.mark.parametrize(("column", "cell"), REFUSED)
def test_what_is_a_persons_own_is_left_out_and_told_without_being_quoted(
    tmp_path: Path, column: str, cell: str
) -> None:
    """The class stays; no record, no problem and no row that others look at holds what was refused."""
    write_courses(tmp_path / "classes.csv", [ROW | {column: cell}])
    courses, problems = read_courses(tmp_path / "classes.csv")
    assert [course.id for course in courses] == ["fri-am"]
    assert (2, column) in [(one.row, one.column) for one in problems]
    said = repr((courses, problems, read_shown_rows(tmp_path / "classes.csv")))
    assert cell not in said
    assert [
        part for part in (MOBILE, MAIL, PERSON, "山田", "佐藤", "Hanako", "1234") if part in cell and part in said
    ] == []


@pytest.mark.parametrize("consent", CONSENTS)
def test_a_contact_with_consent_is_shown(tmp_path: Path, consent: str) -> None:
    """A day or a way in which consent was given is enough; it is part of no record."""
    cells = {"contact_phone": MOBILE, "contact_email": MAIL, "contact_consent": consent}
    write_courses(tmp_path / "classes.csv", [ROW | cells])
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert (found.phone, found.email, problems) == (MOBILE, MAIL, ())
    assert consent not in repr(read_shown_rows(tmp_path / "classes.csv")[0].cells["contact_consent"])


@pytest.mark.parametrize("consent", NO_CONSENTS)
def test_a_bare_yes_and_a_refusal_are_no_consent(tmp_path: Path, consent: str) -> None:
    """Whoever says neither when nor how, or takes it back, has not consented."""
    cells = {"contact_phone": MOBILE, "contact_email": MAIL, "contact_consent": consent}
    write_courses(tmp_path / "classes.csv", [ROW | cells])
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert (found.phone, found.email) == ("", "")
    assert [(one.column, "contact_consent" in one.remedy) for one in problems] == [
        ("contact_phone", True),
        ("contact_email", True),
    ]


@pytest.mark.parametrize("column", ["organizer", "venue", "fee_note", "checked_by_role"])
def test_consent_to_a_number_is_none_to_a_name(tmp_path: Path, column: str) -> None:
    """A person's name is shown in no case."""
    write_courses(tmp_path / "classes.csv", [ROW | {column: PERSON, "contact_consent": "同意書 2026-04-01"}])
    courses, problems = read_courses(tmp_path / "classes.csv")
    assert [one.column for one in problems] == [column]
    assert PERSON not in repr((courses, problems))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("organizer", "公益財団法人川崎市国際交流協会"),
        ("organizer", "山田日本語クラブ"),
        ("organizer", "Sakura Japanese Club"),
        ("organizer", "特定非営利活動法人まどぐち"),
        ("venue", "松本ビル3階"),
        ("venue", "平野コミュニティセンター"),
        ("venue", "小杉 こども文化センター"),
        ("venue", "見本小学校 1年1組"),
        ("fee_note", "プリント・コピー代 100円、初回無料"),
        ("fee_note", "くわしくは 044-000-0000 へ"),
        ("area", "市内に住んでいる人、働いている人"),
        ("breaks", "8月・年末年始"),
        ("contact_phone", "0800-000-0000"),
        ("contact_phone", "050-0000-0000"),
        ("contact_email", "office@example.or.jp"),
        ("checked_by_role", "国際交流協会 事務局"),
    ],
)
def test_groups_buildings_and_offices_are_nobodys_own(tmp_path: Path, column: str, cell: str) -> None:
    """Many are called as people are, and an office's number may be told."""
    write_courses(tmp_path / "classes.csv", [ROW | {column: cell}])
    assert read_courses(tmp_path / "classes.csv")[1] == ()


@pytest.mark.parametrize("word", ["はい", "yes", "表示しない", "TRUE", "たぶん"])
def test_a_hidden_organiser_is_in_no_record(tmp_path: Path, word: str) -> None:
    """For that any word but a no is enough: who doubts does not show."""
    write_courses(tmp_path / "classes.csv", [ROW | {"hide_organizer": word}])
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert found.organizer == ""
    assert "まどぐち" not in repr((found, problems, read_shown_rows(tmp_path / "classes.csv")))
    write_courses(tmp_path / "classes.csv", [ROW | {"hide_organizer": "いいえ"}])
    assert read_courses(tmp_path / "classes.csv")[0][0].organizer == "まどぐち日本語の会"


def test_rows_that_cannot_be_read_are_not_quoted(tmp_path: Path) -> None:
    """A row with a cell too many, lines above the header and a file without one may hold anybody's number."""
    private = {"contact_phone": MOBILE, "organizer": PERSON, "languages": "英語"}  # which is a column's name as well
    cells = [(ROW | private).get(column, "") for column in COLUMNS]
    header, row = ",".join(COLUMNS), ",".join(cells)
    for text in (f"{PERSON} {MOBILE}\n{header}\n{row}\n", f"{header}\n{row},{MOBILE}\n", f"{row}\n{MOBILE}\n"):
        (tmp_path / "classes.csv").write_text(text, encoding="utf-8")
        courses, problems = read_courses(tmp_path / "classes.csv")
        assert problems
        assert [part for part in (MOBILE, PERSON) if part in repr((courses, problems))] == []
        assert not any(one.fatal and not one.whole_file for one in problems)  # visitors are told of fatal ones


def test_a_page_in_a_cell_is_no_text(tmp_path: Path) -> None:
    """What is far too long to be looked through for names is shown nowhere, and holds nobody up."""
    texts = ("organizer", "venue", "address", "weeks", "breaks", "area", "fee_note", "childcare", "name_en")
    write_courses(tmp_path / "classes.csv", [ROW | dict.fromkeys(texts, "国" * 30_000)])
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert {one.column for one in problems} == set(texts)
    assert max(len(one.value) for one in problems) < 300
    assert "国国" not in repr(found)
