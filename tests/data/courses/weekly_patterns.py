"""Weekly patterns as people write them, with what is known of their dates in the fiscal year 2026 from a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.courses.cells import read_breaks, read_weekdays, read_weeks
from data.courses.records import Course
from tests.courses import make_course

YEAR = (date(2026, 4, 1), date(2027, 3, 31))


@dataclass(frozen=True)
class WrittenPattern:
    """Cells of a row, how many dates they mean in the year, some of these (month and day), and some that are none."""

    weekdays: str
    weeks: str
    breaks: str
    count: int
    held: str = ""
    left_out: str = ""
    valid_from: date | None = YEAR[0]
    valid_until: date | None = YEAR[1]

    def __str__(self) -> str:
        return "-".join(filter(None, (self.weekdays, self.weeks, self.breaks))) or "nothing"

    def make_course(self) -> Course:
        """Make the class that such a row describes."""
        return make_course(
            weekdays=read_weekdays(self.weekdays) or (),
            weeks=read_weeks(self.weeks),
            breaks=read_breaks(self.breaks),
            valid_from=self.valid_from,
            valid_until=self.valid_until,
        )

    def list_days(self, text: str) -> set[date]:
        """List days of the year written as 4/11."""
        parts = [tuple(map(int, word.split("/"))) for word in text.split()]
        return {date(2026 if month > 3 else 2027, month, day) for month, day in parts}


PATTERNS = (
    WrittenPattern("土", "毎週", "", 52, "4/4 8/8 12/26 1/2 3/27", "4/5 8/7"),
    WrittenPattern("火・金", "毎週", "", 104, "4/3 4/7 12/29 1/1 3/30", "4/1 4/4"),
    WrittenPattern("月-金", "毎週", "", 261, "4/1 5/4 3/31", "4/4 4/5"),
    WrittenPattern("土", "毎週", "第5週", 48, "5/23 8/22", "5/30 8/29 10/31 1/30"),
    WrittenPattern("土", "毎週", "8月", 47, "7/25 9/5", "8/1 8/29"),
    WrittenPattern("月", "毎週", "祝日", 45, "4/6 9/28", "5/4 7/20 9/21 10/12 11/23 1/11 3/22"),
    WrittenPattern("土", "毎週", "8月・第5週・祝日", 44, "7/25 9/5", "8/8 5/30 10/31 1/30"),
    WrittenPattern("水", "毎週", "8月・12月", 44, "7/29 9/2 1/6", "8/5 12/2 12/30"),
    WrittenPattern("土", "第2・第4", "", 24, "4/11 4/25 3/27", "4/4 4/18 5/30"),
    WrittenPattern("土", "第2・第4", "8月", 22, "7/25 9/12", "8/8 8/22"),
    WrittenPattern("日", "第2・第3・第4", "", 36, "4/12 4/19 4/26", "4/5 5/3 5/31"),
    WrittenPattern("木", "第1", "", 12, "4/2 5/7 3/4", "4/9 5/14"),
    WrittenPattern("水", "第5", "", 5, "4/29 7/29 9/30 12/30 3/31", "5/27 6/24"),
    WrittenPattern("水", "第1・第3・第5", "第5週", 24, "4/1 4/15", "4/29"),
    WrittenPattern("火・金", "第1・第3", "祝日", 45, "4/3 4/7 4/17 4/21", "5/5 11/3 1/1"),
    WrittenPattern("土", "隔週", "", 26, "4/4 4/18 5/2 3/20", "4/11 3/27"),
    WrittenPattern("火・金", "隔週", "", 52, "4/3 4/14 4/17 4/28", "4/7 4/10 4/21"),
    WrittenPattern("土", "隔週", "8月・祝日", 23, "4/11 7/18 9/12", "4/4 8/1 8/15", date(2026, 4, 5)),
    WrittenPattern("日", "隔週", "", 9, "6/7 6/21 9/27", "5/31 6/14", date(2026, 6, 3), date(2026, 9, 30)),
    WrittenPattern("土", "毎週", "8月", 6, "7/4 9/12", "6/27 8/29 9/19", date(2026, 7, 1), date(2026, 9, 18)),
    WrittenPattern("土", "毎週", "", 13, "4/4 6/27", "7/4", date(2024, 10, 1), date(2026, 6, 30)),
)
UNKNOWN = (
    WrittenPattern("土", "", "", 0),
    WrittenPattern("", "毎週", "", 0),
    WrittenPattern("土", "月2回", "", 0),
    WrittenPattern("土", "隔週", "", 0, valid_from=None),
    WrittenPattern("土", "毎週", "", 0, valid_from=date(2027, 4, 1), valid_until=None),
    WrittenPattern("土", "毎週", "", 0, valid_from=None, valid_until=date(2026, 3, 31)),
)
