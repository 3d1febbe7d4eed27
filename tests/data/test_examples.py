"""The made-up tables say that they are made up, and are right otherwise."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from data.check import check_shipped
from data.courses.records import Weeks
from data.folder import locate_files
from data.table.course_columns import COLUMNS, WORDS
from data.table.courses import read_courses
from data.table.offices import read_offices
from data.table.table import read_table

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
FILES = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".csv", ".tsv"})
SIGN = re.compile("例：|Example:")


def read_example(path: Path) -> list[dict[str, str]]:
    """Read the rows of a file, in its own encoding."""
    text = path.read_bytes().decode(
        "cp932" if path.parent.name == "one-city" and path.name == "classes.csv" else "utf-8-sig"
    )
    return list(csv.DictReader(text.splitlines(), delimiter="\t" if path.suffix == ".tsv" else ","))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(EXAMPLES)))
def test_every_row_says_that_it_is_made_up(path: Path) -> None:
    """By a name that begins so; addresses lead to example.org, numbers to nobody. City halls alone are real."""
    rows = read_example(path)
    assert rows
    if path.name == "coordinates.csv":
        assert {row["provider"] for row in rows} == {"gazetteer"}
        return
    assert [row for row in rows if not any(map(SIGN.match, filter(None, row.values())))] == []
    text = " ".join(cell for row in rows for cell in row.values())
    assert set(re.findall(r"https?://([^/\s]+)|(?:@|\[at\])(\S+)", text)) <= {("example.org", ""), ("", "example.org")}
    numbers = re.findall(r"\b0\d{1,4}-\d{1,4}-\d{4}\b", text)
    assert [number for number in numbers if not number.endswith("-0000")] == []
    assert [number for number in numbers if set(number.split("-")[1]) != {"0"}] == []


def test_the_three_cities_are_right() -> None:
    """No problem in any of their tables; counters with hours as offices write them."""
    files = locate_files({"MADOGUCHI_DATA": str(EXAMPLES)})
    assert check_shipped(files) == ()
    assert (len(read_table(files).cities), len(read_offices(files)[0].counters)) == (3, 3)


def test_sixty_classes_show_all_that_a_row_can_say() -> None:
    """Each column is filled somewhere, each of its words is there, and so is what is not known."""
    courses, problems = read_courses(EXAMPLES / "classes.csv")
    assert (len(courses), problems) == (60, ())
    rows = read_example(EXAMPLES / "classes.csv")
    lacking = {column for column in COLUMNS if not any(row[column] for row in rows)}
    assert lacking == {"name_kana"}
    words = ("mode", "level", "accepting", "how_to_join", "fee_unit", "organizer_kind")
    assert {column: {WORDS[column][row[column]] for row in rows if row[column]} for column in words} == {
        column: set(WORDS[column].values()) - ({"other"} if column == "organizer_kind" else set()) for column in words
    }
    kinds = {course.weeks.kind for course in courses if course.weeks}
    assert kinds == {"every", "of the month", "alternate", "as written"}
    assert {course.childcare for course in courses} == {True, False, None}


def test_a_city_of_its_own_is_read_as_excel_saves_it() -> None:
    """Japanese headings, Shift_JIS, days and times as they are written; that is told, and nothing else."""
    courses, problems = read_courses(EXAMPLES / "one-city" / "classes.csv")
    assert [problem.value[:9] for problem in problems] == ["Shift_JIS"]
    assert len(courses) == 5
    first, second = courses[:2]
    assert (first.weekdays, first.weeks, str(first.start), first.fee_yen) == (
        ("土",),
        Weeks("of the month", (2, 4)),
        "10:00:00",
        100,
    )
    assert (str(second.start), second.fee_yen, str(second.valid_until)) == ("18:30:00", 0, "2027-03-31")


def test_the_template_has_every_column_and_one_row_to_write_over(tmp_path: Path) -> None:
    """A spreadsheet in Japan opens it as UTF-8; copied as it is, it is right."""
    template = EXAMPLES / "classes-template.csv"
    assert template.read_bytes().startswith(b"\xef\xbb\xbf")
    shutil.copy(template, tmp_path / "classes.csv")
    courses, problems = read_courses(tmp_path / "classes.csv")
    assert (problems, [course.name for course in courses]) == ((), ["例：この行を書きかえてください"])
    assert len(read_example(template)[0]) == len(COLUMNS)
    assert not any(heading.isascii() for heading in read_example(template)[0] if heading not in {"ID", "URL"})
