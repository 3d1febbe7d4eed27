"""Japanese classes (classes.csv): one row is one class at one place with one weekly pattern."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from data.courses.records import Course
from data.japan_time import get_today
from data.privacy.masking import mask_text
from data.records import Problem
from data.table.course_columns import ALIASES, COLUMNS, NEEDED
from data.table.course_fields import read_course
from data.table.course_row import CourseRow, is_plain_id, open_row
from data.table.sheets import Sheet, SheetRow, name_columns, read_sheet
from data.table.variants import find_variant, get_splitter

_ID_REMEDY = "Write one that stays as it is, such as sat-am; links to the class rest on it."


@dataclass(frozen=True, slots=True)
class _CourseFile:
    """What was read of a file: each row with the class it is, if it can be used, and what is wrong with the file."""

    sheet: Sheet
    rows: tuple[tuple[CourseRow, Course | None], ...]
    problems: tuple[Problem, ...]


def read_courses(path: Path) -> tuple[tuple[Course, ...], tuple[Problem, ...]]:
    """Read the classes and what is wrong with the rest of them; no file means none. Never raises.

    The file may have another suffix than `path`. A row is left out where its place, its name or its source is not
    known; else the cell that is wrong counts as not known. What a problem quotes of a person's own is masked.
    """
    reading = _read_file(path)
    courses = tuple(_give_ids(reading.rows))
    wrong = [problem for row, _ in reading.rows for problem in sorted(row.problems, key=_find_place)]
    return courses, (*reading.problems, *name_columns(wrong, reading.sheet))


def read_shown_rows(path: Path) -> tuple[SheetRow, ...]:
    """Read the rows as their cells stand there, but for what must not be shown, which is masked. Never raises."""
    return tuple(row.hide() for row, _ in _read_file(path).rows)


def _read_file(path: Path) -> _CourseFile:
    chosen, several = find_variant(path)
    if not chosen.exists():
        return _CourseFile(Sheet(), (), ())
    optional = tuple(column for column in COLUMNS if column not in NEEDED)
    sheet = read_sheet(chosen, COLUMNS, get_splitter(chosen), needed=NEEDED, optional=optional, aliases=ALIASES)
    problems = (*several, *(_mask_problem(problem, sheet) for problem in sheet.problems))
    if sheet.missing:
        return _CourseFile(sheet, (), problems)
    today = get_today()
    opened = [open_row(chosen.name, row) for row in sheet.rows]
    return _CourseFile(sheet, tuple((row, read_course(row, today)) for row in opened), problems)


def _mask_problem(problem: Problem, sheet: Sheet) -> Problem:
    """Return a problem of a file without what it quotes of rows, which may be anybody's; visitors need not see it.

    What lacks the needed columns may be no header but a row.
    """
    if problem.row is None or (problem.row == sheet.header_line and not sheet.missing):
        return problem
    return replace(problem, value=mask_text(problem.value), fatal=problem.whole_file)


def _find_place(problem: Problem) -> int:
    """Find where a problem's column stands among the columns."""
    return COLUMNS.index(problem.column) if problem.column else -1


def _give_ids(rows: Iterable[tuple[CourseRow, Course | None]]) -> Iterator[Course]:
    """Yield the classes, each with an ID that no other of its place has; one that was made for it is told."""
    seen: dict[tuple[str, str], int] = {}
    for row, course in rows:
        if course is None:
            continue
        fault = _judge_id(course.id, seen.get((course.code, course.id)))
        if fault:
            course = replace(course, id=_make_id(course, seen))
            row.tell("id", f"{fault} It is called {course.id} now, and otherwise when it changes.", _ID_REMEDY)
        seen[course.code, course.id] = row.line
        yield course


def _judge_id(text: str, first: int | None) -> str:
    """Say what is wrong with an ID; `first` is the line that has it already."""
    if not is_plain_id(text):
        return "An ID is needed: letters, digits, hyphens, at most 60."
    return f"Line {first} has it as well, in the same city." if first else ""


def _make_id(course: Course, taken: Mapping[tuple[str, str], int]) -> str:
    """Make an ID of what tells a class from others."""
    said = repr((course.name, course.venue, course.weekdays, course.start, course.levels))
    made = f"x{hashlib.blake2b(said.encode(), digest_size=4).hexdigest()}"
    numbered = (f"{made}-{number}" for number in count(2))
    return next(name for name in chain([made], numbered) if (course.code, name) not in taken)
