"""Slips in classes.csv are worth a look, never a problem: cities and teachers write it as they like."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from data.folder import DataFiles
from data.inspection.ages import list_aged
from data.inspection.cells import Told, read_files
from data.inspection.edits import compare_rows
from data.inspection.inspection import inspect_tables
from data.portals import PORTALS_FILE
from data.table.courses import read_courses
from tests.courses import ROW, write_courses
from tests.data.tables import write_table
from tests.tools.damage_kinds import KINDS, Grid

OTHER = ROW | {"id": "wed-pm", "weekdays": "水"}


def write(folder: Path, *rows: dict[str, str]) -> DataFiles:
    """Write rows of classes.csv beside an empty table."""
    files = write_table(folder, [])
    write_courses(files.classes, rows)
    return files


def inspect(folder: Path, *rows: dict[str, str]) -> list[Told]:
    """Return what is odd about rows of classes.csv."""
    told = inspect_tables(write(folder, *rows), PORTALS_FILE)
    return [one for one in told if one.problem.file == "classes.csv"]


def test_usual_rows_are_not_odd(tmp_path: Path) -> None:
    """Full-width digits, waves, brackets and two weekly patterns of one class are as people write."""
    free = {
        "fee_yen": "１，０００円",
        "start": "９：５０",
        "area": "市内在住・在勤（在学も可）",
        "fee_note": "教材費は別〜",
    }
    assert inspect(tmp_path, ROW, OTHER, ROW | free | {"id": "x", "weekdays": "土"}) == []


@pytest.mark.parametrize(
    ("cells", "column", "part"),
    [
        ({"weekdays": "火・金"}, "name", "Line 2 says the same"),
        ({"contact_phone": "011-000-0000"}, "contact_phone", "another prefecture"),
        ({"area": "市内\u200b在住"}, "area", "U+200B"),
        ({"organizer": "å¹Œå¸‚ä¼š"}, "organizer", "another encoding"),
        ({"url": "https://www.example.orgg/"}, "url", "No address ends in"),
    ],
)
def test_an_odd_cell_is_worth_a_look(tmp_path: Path, cells: dict[str, str], column: str, part: str) -> None:
    """It is named by row and column, and fails no check."""
    (told,) = inspect(tmp_path, ROW, OTHER | cells)
    assert (told.problem.row, told.problem.column, told.notice) == (3, column, True)
    assert part in told.problem.message


def test_classes_that_are_over_or_that_nobody_has_looked_at_are_told(tmp_path: Path) -> None:
    """Lines of both, on the day that they become so; a class with an end that has not come yet is neither."""
    old = ROW | {"id": "b", "valid_until": "", "checked_on": "2026-02-01"}
    fresh = ROW | {"id": "c", "valid_until": "", "checked_on": "", "source_date": "2026-11"}
    files = write(tmp_path, ROW, old, fresh)
    assert [one.file for one in list_aged(files, date(2027, 3, 31))] == []
    over, unchecked = list_aged(files, date(2027, 9, 1))
    assert (over.file, over.column, over.value) == ("classes.csv", "valid_until", "lines 2")
    assert (unchecked.column, unchecked.value) == ("checked_on", "lines 3")


def test_an_edited_contact_is_not_quoted(tmp_path: Path) -> None:
    """Whoever looks at what was edited since the last commit reads no private number, old or new."""
    before, after = "090-0000-1234", "090-0000-5678"
    rows = [ROW | {"contact_phone": before, "fee_note": f"問合せ {before}", "area": "市内"}]
    old = read_files(write(tmp_path, *rows), PORTALS_FILE).classes
    rows = [ROW | {"contact_phone": after, "fee_note": f"問合せ {after}", "area": "市外"}]
    told = list(compare_rows(old, read_files(write(tmp_path, *rows), PORTALS_FILE).classes))
    assert [(one.column, one.value) for one in told] == [("area", "市外")]
    assert [part for part in ("1234", "5678") if part in repr(told)] == []


def test_no_damage_of_a_cell_breaks_the_reader(tmp_path: Path) -> None:
    """What slips of hands and programs do to each cell is read or told; nothing raises."""
    dice = random.Random(7)
    grid = Grid(tuple(ROW), (tuple(ROW.values()), tuple(OTHER.values())))
    damaged = [
        dict(zip(ROW, after.rows[0], strict=True))
        for kind in KINDS.values()
        for column in range(len(ROW))
        if (after := kind(grid, 0, column, dice))
    ]
    write_courses(tmp_path / "classes.csv", damaged)
    courses, problems = read_courses(tmp_path / "classes.csv")
    assert len(damaged) > 400
    assert len({(course.code, course.id) for course in courses}) == len(courses) > len(damaged) / 2
    assert all(problem.row and problem.column for problem in problems)
