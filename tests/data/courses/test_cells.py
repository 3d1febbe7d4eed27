"""Weekdays, weeks, times of day and breaks as organisers write them."""

from __future__ import annotations

from datetime import time

import pytest

from data.courses.cells import read_breaks, read_time, read_weekdays, read_weeks
from data.courses.records import Breaks, Weeks


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("火・金", ("火", "金")),
        ("金曜日・火曜日", ("火", "金")),
        ("月-金", ("月", "火", "水", "木", "金")),
        ("", ()),
        ("第2土", None),
        ("祝", None),
        ("毎日", None),
    ],
)
def test_weekdays_are_read_in_the_weeks_order(cell: str, expected: tuple[str, ...] | None) -> None:
    """Any usual way to write weekdays is read; weeks of the month and holidays are none."""
    assert read_weekdays(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("毎週", Weeks("every")),
        ("第2・第4", Weeks("of the month", (2, 4))),
        ("第1、3週", Weeks("of the month", (1, 3))),
        ("第二・第四", Weeks("of the month", (2, 4))),
        ("隔週", Weeks("alternate")),
        ("月によって違います", Weeks("as written", text="月によって違います")),
        ("", None),
    ],
)
def test_weeks_are_read_or_kept_as_written(cell: str, expected: Weeks | None) -> None:
    """The small grammar is read, anything else stays as text."""
    assert read_weeks(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("9:50", time(9, 50)),
        ("９：５０", time(9, 50)),
        ("18時30分", time(18, 30)),
        ("午後6時30分", time(18, 30)),
        ("午後6時半", time(18, 30)),
        ("午前10時", time(10)),
        ("6:30 pm", time(18, 30)),
        ("午後12時30分", time(12, 30)),
        ("午前12時", time(0)),
        ("25:00", None),
        ("午後18時", None),
        ("夕方", None),
        ("", None),
    ],
)
def test_times_of_day_are_read(cell: str, expected: time | None) -> None:
    """Clock times in Japanese and in digits are read, anything else is not guessed."""
    assert read_time(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("8月・第5週・祝日", Breaks("8月・第5週・祝日", (8,), (5,), on_holidays=True)),
        ("8月", Breaks("8月", (8,))),
        ("年末年始", Breaks("年末年始", is_read=False)),
        ("8月・お盆", Breaks("8月・お盆", (8,), is_read=False)),
        ("13月", Breaks("13月", is_read=False)),
        ("", None),
    ],
)
def test_breaks_are_read_and_kept(cell: str, expected: Breaks | None) -> None:
    """What is understood of a break counts; the text stays, and it is known whether it says more."""
    assert read_breaks(cell) == expected
