"""Records of Japanese classes: one at one place with one weekly pattern. What is not known is None or empty.

A course is a class that somebody described with its days; `City.classes` are the links to lists that a city names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from data.offices import Source
from data.records import Look, Place

Mode = Literal["in person", "online", "both"]
OrganizerKind = Literal["association", "city", "volunteers", "school", "other"]
Level = Literal["first steps", "beginner", "intermediate", "advanced", "individual"]
Audience = Literal["adult", "child", "anyone"]
FeeUnit = Literal["lesson", "hour", "month", "term", "year"]
Accepting = Literal["open", "full", "paused"]
Joining = Literal["come", "contact first", "form"]
WeekKind = Literal["every", "of the month", "alternate", "as written"]
TimeOfDay = Literal["morning", "afternoon", "evening"]

NOON, EVENING = time(12), time(17)


@dataclass(frozen=True, slots=True)
class Weeks:
    """In which weeks a class takes place; `numbers`, 1 to 5, are those of the month that have the weekday."""

    kind: WeekKind
    numbers: tuple[int, ...] = ()
    text: str = ""  # as written, where it cannot be read


@dataclass(frozen=True, slots=True)
class Breaks:
    """When a class takes no place: whole months, weeks of the month (1 to 5), public holidays; `text` is as written.

    Without `is_read` there is more in the text than what was read of it.
    """

    text: str
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    on_holidays: bool = False
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Course:
    """A row of classes.csv: a class at one place with one weekly pattern. Degrees are WGS84, a fee is in yen.

    `place` is the municipality, or the ward, that it lies in or is held for; `latitude` and `longitude` are its
    venue's. `organizer` is empty where the row hides it; contacts are there only where they may be shown.
    """

    place: Place
    id: str  # unique in the place
    name: str  # Japanese
    source: Source
    organizer: str = ""  # Japanese
    organizer_kind: OrganizerKind | None = None
    name_kana: str = ""
    name_en: str = ""
    mode: Mode | None = None
    venue: str = ""  # Japanese
    address: str = ""  # Japanese
    latitude: float | None = None
    longitude: float | None = None
    weekdays: tuple[str, ...] = ()  # signs of data.hours.WEEKDAYS, in the week's order
    weeks: Weeks | None = None
    start: time | None = None
    end: time | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    breaks: Breaks | None = None
    levels: tuple[Level, ...] = ()
    audience: Audience | None = None
    audience_note: str = ""  # Japanese, what stands in brackets behind it: 中学生以上
    area: str = ""  # Japanese: who may come, by where they live or work
    fee_yen: int | None = None  # 0: free of charge
    fee_unit: FeeUnit | None = None
    fee_note: str = ""
    childcare: bool | None = None
    childcare_note: str = ""
    accepting: Accepting | None = None
    joining: Joining | None = None
    languages: tuple[str, ...] = ()  # BCP 47
    url: str | None = None  # safe to link to
    phone: str = ""
    email: str = ""
    volunteers_wanted: bool | None = None
    checked_on: date | None = None
    checked_by: str = ""  # a role
    row: int | None = None  # line of classes.csv, 1-based
    look: Look | None = None  # at its page; None where nobody has looked

    @property
    def code(self) -> str:
        """The six-digit code of its place."""
        return self.place.code

    @property
    def is_online(self) -> bool:
        """Whether one can take part from anywhere."""
        return self.mode in {"online", "both"}

    @property
    def is_free(self) -> bool | None:
        """Whether it costs nothing; None where that is not known."""
        return None if self.fee_yen is None else self.fee_yen == 0

    @property
    def time_of_day(self) -> TimeOfDay | None:
        """When it begins: before noon, before 17:00, or later; None where that is not known."""
        if self.start is None:
            return None
        return "morning" if self.start < NOON else "afternoon" if self.start < EVENING else "evening"

    def is_over(self, today: date) -> bool:
        """Tell whether it was a class of a time that has ended."""
        return self.valid_until is not None and self.valid_until < today
