"""Which classes fit."""

from __future__ import annotations

import shutil
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from data.folder import locate_files
from data.table.looks import COLUMNS
from pages.address.view import View
from pages.answers.atlas import Atlas, AtlasKeeper
from pages.answers.courses import CourseResult, filter_courses, judge_course
from tests.courses import ROW, make_course, write_courses
from tests.workbooks import write_workbook


@pytest.mark.parametrize(
    ("course", "view", "expected"),
    [
        ({}, {"days": ("sat",)}, True),
        ({}, {"days": ("mon", "sat")}, True),
        ({}, {"days": ("mon",)}, False),
        ({"weekdays": ()}, {"days": ("mon",)}, None),
        ({}, {"time": "evening"}, True),
        ({"start": time(16, 59)}, {"time": "evening"}, False),
        ({"start": None}, {"time": "evening"}, None),
        ({}, {"free": True}, True),
        ({"fee_yen": 100}, {"free": True}, False),
        ({"fee_yen": None}, {"free": True}, None),
        ({"mode": "both"}, {"online": True}, True),
        ({"mode": "in person"}, {"online": True}, False),
        ({}, {"online": True}, None),
        ({"audience": "anyone"}, {"learner": "child"}, True),
        ({}, {"learner": "child"}, False),
        ({"audience": None}, {"learner": "child"}, None),
        ({"childcare": True}, {"children": True}, True),
        ({"audience": "anyone", "childcare": False}, {"children": True}, True),
        ({"childcare": False}, {"children": True}, False),
        ({}, {"children": True}, None),
        ({}, {"childcare": True}, None),
        ({"fee_yen": None}, {"days": ("mon",), "free": True}, False),
        ({}, {}, True),
    ],
)
def test_a_class_fits_does_not_or_may(course: dict[str, Any], view: dict[str, Any], expected: bool | None) -> None:
    """What is not known is never taken for no: such a class may fit, unless something else contradicts."""
    assert judge_course(make_course(**course), View(**view)) is expected


def test_no_filter_offers_a_class_that_is_over_and_full_ones_come_last() -> None:
    """A class of last year is offered by no filter; one that takes nobody now stands behind the others."""
    over = make_course(valid_until=date(2026, 3, 31))
    full, open_, unknown = make_course(id="2", accepting="full"), make_course(id="3"), make_course(id="4", weekdays=())
    atlas = Atlas((), {}, (), courses=(over, full, open_, unknown))
    assert filter_courses(atlas, View(days=("sat",)), date(2026, 4, 1)) == CourseResult((open_, full), (unknown,))


def test_classes_are_read_anew_whatever_their_file_is_called(tmp_path: Path) -> None:
    """A workbook that appears, changes or goes is noticed at once; what links did when they were looked at is there."""
    files = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    shutil.copy(locate_files({}).cities, files.cities)
    shutil.copy(locate_files({}).coordinates, files.coordinates)
    files.links.write_text(f"{','.join(COLUMNS)}\n{ROW['url']},ok,2026-10-01,2026-10-01,,,\n", encoding="utf-8")
    keeper = AtlasKeeper(files)
    assert keeper.get().courses == ()
    workbook = files.classes.with_suffix(".xlsx")
    write_workbook(workbook, [list(ROW), list(ROW.values())])
    (course,) = keeper.get().courses
    assert course.look is not None
    assert (course.look.found, keeper.get().problems) == ("ok", ())
    write_workbook(workbook, [list(ROW), list(ROW.values()), list((ROW | {"id": "b"}).values())])
    assert len(keeper.get().courses) == 2
    write_workbook(workbook, [["x"]])
    assert (len(keeper.get().courses), keeper.get().kept_from is not None) == (2, True)
    write_courses(files.classes, [ROW, ROW | {"id": "b"}, ROW | {"id": "c"}])
    assert len(keeper.get().courses) == 3
    assert "was read" in keeper.get().problems[0].message
