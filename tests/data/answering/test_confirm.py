"""`python -m data confirm`: an answer becomes rows, all else stays byte for byte, and what is private is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.answering.appending import append_rows
from data.answering.judging import tidy
from data.folder import locate_files
from data.privacy.judging import judge_role, judge_text
from data.records import City
from data.standing import judge_city
from data.table.confirmations import CHECK_COLUMNS, read_checks
from data.table.table import read_table
from tests.data.commands import DAY, Command, Done
from tests.hostile import TEXTS
from tests.pages.samples import make_place

ROLE, EVIDENCE = "国際課 担当者", "掲載アドレスからの返信"
TODAY = date.fromisoformat(DAY)


@pytest.fixture
def shipped(tmp_path: Path) -> Command:
    """The command on a copy of the shipped tables."""
    return Command.on_shipped(tmp_path / "tables")


def read_city(command: Command, slug: str) -> City:
    """Read a city of the command's tables."""
    table = read_table(locate_files({"MADOGUCHI_DATA": str(command.folder)}))
    return next(city for city in table.cities if city.slug == slug)


def answer(command: Command, *words: str, day: str = DAY, role: str = ROLE, evidence: str = EVIDENCE) -> Done:
    """Take an answer that may be refused."""
    return command.run("confirm", *words, "--day", day, "--role", role, "--evidence", evidence)


@pytest.mark.parametrize("name", ["sakai", "271403", "27140", "堺市", "Sakai", "堺"])
def test_a_city_is_named_as_one_likes(shipped: Command, name: str) -> None:
    """By slug, by code, by its name in any spelling; all its fields are confirmed by one command."""
    done = answer(shipped, name, "all")
    assert (done.code, done.err, len(done.out.splitlines())) == (0, "", 4)
    assert judge_city(read_city(shipped, "sakai"), TODAY).state == "confirmed"


def test_all_means_the_fields_of_which_something_is_listed(shipped: Command) -> None:
    """A field that is empty needs no answer; a row each, so that a change of one cell costs no other."""
    answer(shipped, "sakai", "all")
    city = read_city(shipped, "sakai")
    assert [check.field for check in city.checks] == ["department", "website", "email", "class"]
    assert {(check.date, check.role, check.evidence) for check in city.checks} == {(DAY, ROLE, EVIDENCE)}


def test_other_rows_stay_byte_for_byte(shipped: Command) -> None:
    """Whatever stands in the file, in whatever form, is the beginning of the new one."""
    path = shipped.folder / "checks.csv"
    path.write_bytes(
        b"\xef\xbb\xbfcode,city,evidence,role,date,value,field\r\n"
        + '271403,"堺市","a ""b""\nc",担当者,2026/4/1, kokusai[at]city.sakai.lg.jp ,email\r\n'.encode()
        + b"what,is,this,row"  # without a line end
    )
    before = path.read_bytes()
    assert answer(shipped, "kobe", "email").code == 0
    after = path.read_bytes()
    assert after.startswith(before + b"\r\n281000,")
    assert after.endswith(b",email\r\n")
    assert [check.code for check in read_checks(path)[0]] == ["271403", "281000"]


def test_a_file_without_the_column_gets_it_with_a_withdrawal(shipped: Command) -> None:
    """An older file needs no editing by hand; its rows stay as they are."""
    path = shipped.folder / "checks.csv"
    row = '271403,堺市,email,kokusai[at]city.sakai.lg.jp,2026-04-01,担当者,"A mail; 1,2"\n'
    path.write_text(f"code,city,field,value,date,role,evidence\n{row}", encoding="utf-8")
    assert answer(shipped, "kobe", "all", "--withdraw").code == 0
    header, first, second = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert (header, first) == ("code,city,field,value,date,role,evidence,answer\n", row)
    assert second.endswith(",withdrawn\n")
    assert [check.answer for check in read_checks(path)[0]] == ["right", "withdrawn"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_form_of_a_file_is_kept(encoding: str, separator: str) -> None:
    """A spreadsheet's encoding, marks and separators stay, so that it opens the file as before."""
    before = separator.join(CHECK_COLUMNS) + "\r\n" + separator.join(["271403", "堺市", *["x"] * 6]) + "\r\n"
    row = dict.fromkeys(CHECK_COLUMNS, "") | {"code": "281000", "city": "神戸市", "evidence": 'a,b;c\t"d"'}
    after = append_rows(before.encode(encoding), CHECK_COLUMNS, [row])
    assert after.startswith(before.encode(encoding))
    assert after.decode(encoding).splitlines()[2].startswith(f"281000{separator}神戸市{separator}")


def test_no_file_yet_is_no_problem(shipped: Command) -> None:
    """The first answer makes the file; an empty one is filled."""
    path = shipped.folder / "checks.csv"
    path.unlink()
    assert answer(shipped, "kobe", "email").code == 0
    path.write_text("")
    assert answer(shipped, "kobe", "email").code == 0
    assert path.read_text(encoding="utf-8").splitlines()[0] == ",".join(CHECK_COLUMNS)


def test_what_is_withdrawn_is_gone_and_can_come_back(shipped: Command) -> None:
    """A field, then the whole line, then one field confirmed by a later answer."""
    assert answer(shipped, "kobe", "email", "--withdraw", day="2026-11-20").code == 0
    city = read_city(shipped, "kobe")
    assert (city.emails, bool(city.departments)) == ((), True)
    assert answer(shipped, "kobe", "all", "--withdraw", day="2026-11-21").code == 0
    assert judge_city(read_city(shipped, "kobe"), TODAY).state == "withdrawn"
    assert answer(shipped, "kobe", "email", day="2026-11-22").code == 0
    city = read_city(shipped, "kobe")
    assert (city.emails, city.departments) == (("chiikikyousei@city.kobe.lg.jp",), ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "new@city.kobe.lg.jp"),
        ("website", "https://www.city.kobe.lg.jp/new/"),
        ("class", "https://www.kicc.jp/new/ (Kobe classes)"),
        ("department", "New International Division"),
    ],
)
def test_a_better_value_is_shown_and_confirmed(shipped: Command, field: str, value: str) -> None:
    """The correction says why and where from; the source's value stays visible; no check complains."""
    assert answer(shipped, "kobe", field, "--corrected", value).code == 0
    city = read_city(shipped, "kobe")
    [row] = [row for row in city.corrections if row.applied]
    assert (row.better_value, row.source) == (value, f"{EVIDENCE} ({ROLE}, {DAY})")
    assert [(check.field, check.value) for check in city.checks] == [(field, value)]
    table = read_table(locate_files({"MADOGUCHI_DATA": str(shipped.folder)}))
    assert [
        problem for problem in table.problems if problem.column != "department"
    ] == []  # its Japanese name is of the old


def test_a_doubt_that_may_be_settled_is_named(shipped: Command) -> None:
    """The editor, not the command, deletes it."""
    assert "corrections.csv, line 2, doubts this field" in answer(shipped, "sendai", "class").out


@pytest.mark.parametrize(
    ("words", "day", "told"),
    [
        (("nowhere", "email"), DAY, "CITY: found 'nowhere'. It is not in the table"),
        (("kobe", "email"), "2026-11-28", "--day: found '2026-11-28'. It has yet to come: today is 2026-11-27"),
        (("kobe", "email"), "2025-11-26", "--day: found '2025-11-26'. It is more than 365 days ago"),
        (("kobe", "email"), "11/27/2026", "--day: found '11/27/2026'. It is no day."),
        (("kobe", "all", "email"), DAY, "All is every field already."),
        (("kobe", "all", "--corrected", "x"), DAY, "A better value is of one field."),
        (("kobe", "email", "--corrected", "a@b.jp", "--withdraw"), DAY, "corrected or withdrawn, not both"),
        (("kobe", "email", "--corrected", "kobe@gmail.com"), DAY, "A private person's mail provider."),
        (("kobe", "email", "--corrected", "ask us"), DAY, "It is no list of e-mail addresses."),
        (("kobe", "website", "--corrected", "javascript:alert(1)"), DAY, "It is no list of web addresses."),
        (("kobe", "department", "--corrected", "山田太郎"), DAY, "This may be a person's name."),
        (("kobe", "email", "--corrected", "chiikikyousei[at]city.kobe.lg.jp"), DAY, "The source says the same."),
        (("osaka", "department", "--corrected", "A Division"), DAY, "already has another value in place"),
    ],
)
def test_what_cannot_be_is_refused(shipped: Command, words: tuple[str, ...], day: str, told: str) -> None:
    """With what was found, what is allowed and what to do; nothing is written."""
    before = {path.name: path.read_bytes() for path in shipped.folder.iterdir() if path.suffix == ".csv"}
    done = answer(shipped, *words, day=day)
    assert (done.code, told in done.err) == (1, True), done.err
    assert {path.name: path.read_bytes() for path in shipped.folder.iterdir() if path.suffix == ".csv"} == before


def test_all_that_is_wrong_is_told_at_once(shipped: Command) -> None:
    """Whoever mends it needs one round."""
    done = answer(shipped, "nowhere", "all", "email", day="soon", role="山田", evidence=" ")
    assert [line.partition(":")[0] for line in done.err.splitlines()] == [
        "CITY",
        "--day",
        "--role",
        "--role",
        "--evidence",
        "FIELD",
        "Nothing was written.",
    ]


def test_an_answer_is_taken_once_and_in_order(shipped: Command) -> None:
    """The same again is named with its line; one from before a later word does not count."""
    assert answer(shipped, "kobe", "email").code == 0
    assert "That is noted already, in line 2 of checks.csv." in answer(shipped, "kobe", "email").err
    assert f"the city said something on {DAY}, which counts" in answer(shipped, "kobe", "all", day="2026-11-26").err
    assert answer(shipped, "kobe", "email", "--withdraw").code == 0


def test_nothing_that_is_not_listed_can_be_confirmed(tmp_path: Path, shipped: Command) -> None:
    """An empty field is nothing to say yes to; what a city would add needs a source."""
    assert answer(shipped, "kobe", "all", "--withdraw").code == 0
    done = answer(shipped, "kobe", "email", "website", day=DAY)
    assert done.code == 0  # its cells are still in the source, and the later row brings them back
    path = shipped.folder / "cities.tsv"
    path.write_text(path.read_text("utf-8").replace("chiikikyousei[at]city.kobe.lg.jp", ""), "utf-8")
    assert "The map shows nothing there for 神戸市." in answer(shipped, "kobe", "email").err


def test_a_formula_is_refused(shipped: Command) -> None:
    """A spreadsheet would run it; no cell of the file begins so."""
    before = (shipped.folder / "checks.csv").read_bytes()
    assert "A spreadsheet would take it for a formula." in answer(shipped, "kobe", "email", evidence="=1+1").err
    assert (shipped.folder / "checks.csv").read_bytes() == before


WORDS = st.one_of(st.sampled_from(TEXTS), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
KOBE = make_place("281000")


@given(WORDS, WORDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_words_come_back_as_they_were_or_are_refused(tmp_path: Path, role: str, evidence: str) -> None:
    """Taken words are read back in one line; refused ones leave the file as it was."""
    folder = tmp_path / "tables"
    command = Command(folder) if folder.exists() else Command.on_shipped(folder)
    path = folder / "checks.csv"
    path.write_text(f"{','.join(CHECK_COLUMNS)}\n", encoding="utf-8")
    before = path.read_bytes()
    done = answer(command, "kobe", "email", role=f"担当者 {role}", evidence=f"返信 {evidence}")
    if done.code == 0:
        [check] = read_checks(path)[0]
        assert (check.role, check.evidence) == (tidy(f"担当者 {role}"), tidy(f"返信 {evidence}"))
        assert not [*judge_role(check.role, KOBE), *judge_text(check.evidence, KOBE)]
    else:
        assert (done.code, path.read_bytes()) == (1, before)
        assert "Nothing was written." in done.err


def test_tables_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """Another code than a refusal; no traceback."""
    (tmp_path / "cities.tsv").write_text("nothing")
    assert answer(Command(tmp_path), "kobe", "email").code == 2


def test_a_row_that_the_file_cannot_hold_is_not_written(shipped: Command) -> None:
    """A file in an encoding without Japanese stays as it is, with the remedy."""
    path = shipped.folder / "checks.csv"
    path.write_bytes(f"{','.join(CHECK_COLUMNS)}\n121002,Chiba,department,é è,2026-04-01,staff,x,\n".encode("cp1252"))
    before = path.read_bytes()
    done = answer(shipped, "kobe", "email")
    assert (done.code, path.read_bytes()) == (2, before)
    assert "Save the file as UTF-8." in done.err
