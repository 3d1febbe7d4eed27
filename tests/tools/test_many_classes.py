"""The table of very many classes is one that its reader takes."""

from __future__ import annotations

from pathlib import Path

from data.table.courses import read_courses
from tests.tools.many_classes import NUMBER, write_many_classes


def test_three_hundred_classes_in_cp932_are_read(tmp_path: Path) -> None:
    """Each row is a class, of every day and level; nothing is wrong but that the encoding had to be found out."""
    courses, problems = read_courses(write_many_classes(tmp_path))
    assert [problem.value[:9] for problem in problems] == ["Shift_JIS"]
    assert len({(course.code, course.id) for course in courses}) == NUMBER
    assert {day for course in courses for day in course.weekdays} == set("月火水木金土日")
    assert len({course.levels for course in courses}) == 5
