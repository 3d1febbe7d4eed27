"""What cities confirmed is shown only while the very same cell stands in the table."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.folder import DataFiles, locate_files
from data.records import Check, City
from data.table.table import read_table
from tests.data.tables import write_table

HEADER = "code,city,field,value,date,role,evidence\n"
SAKAI = ("1", "Osaka", "Sakai", "Division A", "https://a.jp/", "x[at]a.jp", "https://c.jp/ (C)")


def write_checks(folder: Path, text: str) -> DataFiles:
    """Write a table of one city with these confirmations."""
    files = write_table(folder, [SAKAI])
    files.checks.write_text(text, encoding="utf-8")
    return files


def test_a_confirmation_stands_with_its_city(tmp_path: Path) -> None:
    """A row that fits is read whole; quotation marks and line breaks in it are text."""
    row = '271403,堺市,email,x[at]a.jp,2026-04-01,"Staff, Division A","Answer:\n""yes"""\n'
    table = read_table(write_checks(tmp_path, HEADER + row))
    evidence = 'Answer:\n"yes"'
    expected = Check("271403", "email", "x[at]a.jp", "2026-04-01", "Staff, Division A", evidence, 3)
    assert (table.problems, table.cities[0].checks) == ((), (expected,))


@pytest.mark.parametrize("text", [None, HEADER])
def test_none_is_no_problem(tmp_path: Path, text: str | None) -> None:
    """Without the file, or with its header alone, nothing is confirmed and nothing is wrong."""
    files = write_table(tmp_path, [SAKAI])
    if text:
        files.checks.write_text(text, encoding="utf-8")
    table = read_table(files)
    assert (table.problems, table.cities[0].checks) == ((), ())


def test_the_shipped_file_confirms_nothing_yet() -> None:
    """No city has confirmed anything so far, and none is invented."""
    table = read_table(locate_files({}))
    assert [city.checks for city in table.cities] == [()] * 20
    assert table.problems == ()


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("271403,Sakai,email,y[at]a.jp,2026-04-01,Staff,A mail.", ["value"]),
        ("271403,Sakai,class,https://c.jp/,2026-04-01,Staff,A part of the cell.", ["value"]),
        ("281000,Kobe,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["code"]),
        ("271404,Sakai,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["code"]),
        ("271403,Kobe,email,x[at]a.jp,2026-04-01,Staff,A mail.", ["city"]),
        ("271403,Sakai,phone,x[at]a.jp,2026-04-01,Staff,A mail.", ["field"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-31,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,4/1/2026,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,1 April 2026,Staff,A mail.", ["date"]),
        (f"271403,Sakai,email,x[at]a.jp,{datetime.now(UTC).year + 1}-12-31,Staff,A mail.", ["date"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-01,,A mail.", ["role"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-01,山田課長,A mail.", ["role"]),
        ("271403,Sakai,email,x[at]a.jp,2026-04-01,Staff,A mail of y@gmail.com.", ["evidence"]),
        ("271404,Sakai,phone,,soon, ,", ["code", "field", "date", "value", "role", "evidence"]),
    ],
)
def test_all_that_is_wrong_is_named_at_once(tmp_path: Path, row: str, columns: list[str]) -> None:
    """A row that does not fit confirms nothing; each problem names file, row, column and remedy, and costs no city."""
    table = read_table(write_checks(tmp_path, HEADER + row))
    assert [city.checks for city in table.cities] == [()]
    found = [(problem.file, problem.row, problem.column, problem.fatal) for problem in table.problems]
    assert found == [("checks.csv", 2, column, False) for column in columns]
    assert all(problem.message and problem.remedy for problem in table.problems)


@pytest.mark.parametrize("text", ["code,city\n271403,Sakai\n", "nothing\n", "\n", '"open', HEADER + "271403,Sakai\n"])
def test_a_broken_file_costs_no_city(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with checks.csv, the table is shown and the problem told."""
    table = read_table(write_checks(tmp_path, text))
    assert len(table.cities) == 1
    assert {problem.file for problem in table.problems} == {"checks.csv"}


def read_city(folder: Path, *rows: str, corrections: str = "") -> tuple[City, list[str]]:
    """Read the city of these rows, and what is told of checks.csv by column and remedy."""
    text = f"{HEADER.strip()},answer\n" + "".join(f"{row}\n" for row in rows)
    files = write_table(folder, [SAKAI], corrections)
    files.checks.write_text(text, encoding="utf-8")
    files.department_names.write_text(
        "code,city,department,name,year,source\n271403,Sakai,Division A,国際課,2024,https://a.jp/\n", encoding="utf-8"
    )
    table = read_table(files)
    return table.cities[0], [problem.column or "" for problem in table.problems if problem.file == "checks.csv"]


REMOVED = "271403,堺市,all,,2026-04-01,担当者,A mail.,withdrawn"


def test_what_a_city_has_withdrawn_is_nowhere(tmp_path: Path) -> None:
    """A line removed has no department, link, address, name, text or doubt left; nothing is wrong with that."""
    doubt = (
        "code,city,field,source_value,better_value,applied,reason,source\n"
        "271403,Sakai,email,x[at]a.jp,,no,Perhaps old.,https://a.jp/\n"
    )
    city, wrong = read_city(tmp_path, REMOVED, corrections=doubt)
    assert wrong == []
    assert (city.departments, city.websites, city.emails, city.classes, city.leftovers) == ((), (), (), (), ())
    assert (city.corrections, city.department_names) == ((), ())
    assert [check.answer for check in city.checks] == ["withdrawn"]
    assert read_table(write_table(tmp_path, [SAKAI])).problems == ()


def test_a_field_alone_can_be_withdrawn(tmp_path: Path) -> None:
    """The others stay, and what was confirmed of them."""
    city, wrong = read_city(
        tmp_path,
        "271403,堺市,email,x[at]a.jp,2026-04-01,担当者,A mail.,withdrawn",
        "271403,堺市,department,Division A,2026-04-01,担当者,A mail.,right",
    )
    assert (wrong, city.emails, city.departments) == ([], (), ("Division A",))
    assert [(check.field, check.answer) for check in city.checks] == [("email", "withdrawn"), ("department", "right")]


def test_a_withdrawal_outlasts_a_change_of_the_cell(tmp_path: Path) -> None:
    """Nothing is shown against a city's will because the source has written it anew; the editor is told to ask."""
    city, wrong = read_city(tmp_path, "271403,堺市,email,old[at]a.jp,2026-04-01,担当者,A mail.,withdrawn")
    assert (wrong, city.emails) == (["value"], ())


def test_a_later_word_brings_a_field_back(tmp_path: Path) -> None:
    """The city confirms one field after it had withdrawn all: that one is shown, the others are not."""
    city, wrong = read_city(tmp_path, REMOVED, "271403,堺市,email,x[at]a.jp,2026-06-01,担当者,A mail.,right")
    assert (wrong, city.emails, city.websites) == ([], ("x@a.jp",), ())
    assert len(city.checks) == 2


def test_the_last_of_several_confirmations_is_told(tmp_path: Path) -> None:
    """Of each field the card has the last word alone; the earlier row is no problem."""
    rows = [f"271403,堺市,email,x[at]a.jp,{day},担当者,A mail.," for day in ("2026-04-01", "2025-04-01")]
    city, wrong = read_city(tmp_path, *rows)
    assert (wrong, [check.date for check in city.checks]) == ([], ["2026-04-01"])


def test_a_corrected_cell_is_confirmed_as_it_is_shown(tmp_path: Path) -> None:
    """What a reader sees is what a city answers for: a correction applied later undoes the confirmation."""
    correction = (
        "code,city,field,source_value,better_value,applied,reason,source\n"
        "271403,Sakai,email,x[at]a.jp,new[at]a.jp,yes,The city says so.,A mail.\n"
    )
    city, wrong = read_city(
        tmp_path,
        "271403,堺市,email,x[at]a.jp,2026-04-01,担当者,A mail.,right",
        "271403,堺市,email,new[at]a.jp,2026-04-01,担当者,A mail.,right",
        corrections=correction,
    )
    assert (wrong, city.emails, [check.value for check in city.checks]) == (["value"], ("new@a.jp",), ["new[at]a.jp"])


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("271403,堺市,all,,2026-04-01,担当者,A mail.,right", ["field"]),
        ("271403,堺市,all,,2026-04-01,担当者,A mail.,", ["field"]),
        ("271403,堺市,email,x[at]a.jp,2026-04-01,担当者,A mail.,gone", ["answer"]),
        ("271403,堺市,all,,2026-04-01,,,withdrawn", ["role", "evidence"]),
        ("271403,堺市,email,,2026-04-01,担当者,A mail.,withdrawn", ["value"]),
    ],
)
def test_answers_are_one_of_two_words(tmp_path: Path, row: str, columns: list[str]) -> None:
    """A whole line can be withdrawn, not confirmed: that is said field by field, so that no change undoes it all."""
    city, wrong = read_city(tmp_path, row)
    assert (wrong, city.checks) == (columns, ())
