"""When a class takes place: its days, weeks and times, from when until when, and its breaks."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from data.courses.cells import part_weekdays, read_breaks, read_time, read_times, read_weekdays, read_weeks
from data.courses.records import Breaks, Weeks
from data.table.course_days import read_period_day, read_period_days
from data.table.course_row import CourseRow
from data.table.days import read_day

MAX_YEARS_AHEAD = 5  # later is a slip of a digit
_DAY = "a day such as 2026-04-01, the year first, or a month such as 2026-04"
_ONE_PATTERN = "a time such as 18:30, one in a row: a class at two times has two rows"


def read_days_and_weeks(row: CourseRow) -> tuple[tuple[str, ...], Weeks | None]:
    """Return weekdays and weeks; 第2・第4土曜日 in the cell of the days holds both, where the other is empty."""
    text, weeks = row.cells["weekdays"], row.read_text("weeks")
    before, days = part_weekdays(text)
    if not before or (weeks and read_weeks(weeks) != read_weeks(before)):
        before, days = weeks, text
    allowed = "weekdays such as 火・金 or 月-金; weeks of the month belong in weeks (週)"
    weekdays = row.read("weekdays", lambda _: read_weekdays(days) or None, allowed)
    if read_day(before):
        row.tell("weeks", "A spreadsheet has made a day of it, so it counts as not known.", "Write it as 第1・第3.")
        before = ""
    return weekdays or (), read_weeks(before)


def read_start_and_end(row: CourseRow) -> tuple[time | None, time | None]:
    """Return the times; 9:50-11:50 in the first cell is both, where the second is empty."""
    both = None if row.cells["end"] else read_times(row.cells["start"])
    start = both[0] if both else row.read("start", read_time, _ONE_PATTERN)
    end = both[1] if both else row.read("end", read_time, _ONE_PATTERN)
    if start and end and end <= start:
        message = f"The end is not later than {start:%H:%M}, the start, so it counts as not known."
        row.tell("start" if both else "end", message, "Correct it; 午後6時 is 18:00.")
        return start, None
    return start, end


def read_period(row: CourseRow, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day; 2026-04〜2027-03 in the first cell is both, where the second is empty."""
    both = None if row.cells["valid_until"] else read_period_days(row.cells["valid_from"])
    first = both[0] if both else row.read("valid_from", partial(read_period_day, is_last=False), _DAY)
    last = both[1] if both else row.read("valid_until", partial(read_period_day, is_last=True), _DAY)
    first, last = _drop_far_year(row, "valid_from", first, today), _drop_far_year(row, "valid_until", last, today)
    if first and last and last < first:
        message = f"It is before {first.isoformat()}, the first day, so it counts as not known."
        row.tell("valid_from" if both else "valid_until", message, "Correct one of the two.")
        last = None
    return first, last


def _drop_far_year(row: CourseRow, column: str, day: date | None, today: date) -> date | None:
    """Return a day unless its year is so far ahead that a digit must be wrong, which is told."""
    latest = today.year + MAX_YEARS_AHEAD
    if day is None or day.year <= latest:
        return day
    row.tell(column, f"The year {day.year} is far ahead, so it counts as not known.", f"Write a day up to {latest}.")
    return None


def read_course_breaks(row: CourseRow) -> Breaks | None:
    """Return when it takes no place."""
    return read_breaks(row.read_text("breaks"))
