"""The published calendar, read back by vobject: its dates are those of the classes, and text stays text."""

from __future__ import annotations

import io
from datetime import date, time, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from data.courses.patterns import list_dates, list_known_dates
from data.courses.records import Breaks, Course, Weeks
from data.hours import WEEKDAYS
from data.offices import Source
from data.published.calendar_format import write_calendar
from data.published.content_lines import CONTROLS
from tests.courses import make_course
from tests.data.courses.weekly_patterns import PATTERNS, UNKNOWN, YEAR, WrittenPattern
from tests.data.published.samples import TEXT

HALF_PAST_SIX = time(18, 30)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
NUMBERS = st.lists(st.integers(1, 5), min_size=1, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
WEEKS = st.one_of(
    st.just(Weeks("every")), st.just(Weeks("alternate")), NUMBERS.map(lambda numbers: Weeks("of the month", numbers))
)
BREAKS = st.builds(
    Breaks,
    text=st.just("as written"),
    months=st.lists(st.integers(1, 12), max_size=3, unique=True).map(tuple),
    weeks=st.just(()) | NUMBERS,
    on_holidays=st.booleans(),
)
COURSES = st.builds(
    lambda **changes: make_course(**changes),
    weekdays=st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True).map(
        lambda signs: tuple(sign for sign in WEEKDAYS if sign in signs)
    ),
    weeks=WEEKS,
    breaks=st.none() | BREAKS,
    start=st.times(max_value=time(22)).map(lambda moment: moment.replace(microsecond=0, second=0)),
    valid_from=st.none() | DAYS,
    valid_until=st.none() | DAYS,
)


def read_events(text: str) -> list[Any]:
    """Read all events of a calendar."""
    [calendar] = vobject.readComponents(io.StringIO(text, newline=""))
    return list(calendar.contents.get("vevent", []))


def list_occurrences(event: Any) -> tuple[date, ...]:
    """List the dates of an event by an independent reader of rules; each is at its time in Japan."""
    rules = event.getrruleset(addRDate=True)
    moments = list(rules) if rules else [event.dtstart.value]
    begin = event.dtstart.value
    assert begin.utcoffset() == timedelta(hours=9)
    assert {moment.timetz() for moment in moments} == {begin.timetz()}
    return tuple(moment.date() for moment in moments)


def tidy(text: str) -> str:
    """What a calendar can tell of a text."""
    return CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_a_calendar_has_the_dates_of_the_pattern(pattern: WrittenPattern) -> None:
    """Over a year: 5th weeks, Augusts, alternate weeks, 2nd and 4th, public holidays, periods."""
    course = pattern.make_course()
    [event] = read_events(write_calendar([course]))
    found = [day for day in list_occurrences(event) if YEAR[0] <= day <= YEAR[1]]
    assert (len(found), tuple(found)) == (pattern.count, list_dates(course, *YEAR))
    assert pattern.list_days(pattern.held) <= {*found}
    assert event.dtstart.value.time() == HALF_PAST_SIX
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1, minutes=30)


@given(COURSES)
def test_a_calendar_has_the_dates_of_any_pattern(course: Course) -> None:
    """The dates that another program reads are those that we list; without any there is no event."""
    dates = list_known_dates(course)
    events = read_events(write_calendar([course]))
    assert [list_occurrences(event) for event in events] == ([dates] if dates else [])


@pytest.mark.parametrize("pattern", UNKNOWN, ids=lambda pattern: f"{pattern}-{pattern.valid_from}")
def test_what_is_not_known_is_no_event_of_the_year(pattern: WrittenPattern) -> None:
    """No day, no weeks, no parity: no event. What begins later begins later."""
    dates = {day for event in read_events(write_calendar([pattern.make_course()])) for day in list_occurrences(event)}
    assert {day for day in dates if YEAR[0] <= day <= YEAR[1]} == set()


def test_an_event_says_what_its_dates_do_not() -> None:
    """Where, what it costs, what is to be asked: in English and Japanese; sure only where end and breaks are known."""
    breaks = Breaks("8月・年末年始", months=(8,), is_read=False)
    known = make_course(
        name_en="Saturday Japanese",
        venue="市民会館",
        address="堺市1-1",
        latitude=34.57,
        longitude=135.48,
        url="https://example.org/a;b,c",
        fee_yen=1200,
        fee_unit="month",
        childcare=True,
        childcare_note="1歳から",
        breaks=breaks,
        valid_until=YEAR[1],
    )
    bare = make_course(id="2", mode="online", fee_yen=None, end=None, accepting="full", url="javascript:x\r\nX-A:1")
    first, second = read_events(write_calendar([known, bare]))
    assert (first.summary.value, first.location.value) == ("土曜にほんご / Saturday Japanese", "市民会館, 堺市1-1")
    assert (first.url.value, first.geo.value) == ("https://example.org/a;b,c", "34.57;135.48")
    assert (first.status.value, second.status.value, first.transp.value) == ("TENTATIVE", "TENTATIVE", "TRANSPARENT")
    said = first.description.value
    assert "¥1,200 a month / 1,200円(月)" in said
    assert "休み: 8月・年末年始 (not all" in said
    assert "Childcare / 保育: yes / あり; 1歳から" in said
    assert "is not known" not in said
    assert second.location.value == "online / オンライン"
    assert second.description.value.startswith("FULL NOW / 今は満員\nAsk before you go")
    assert "Whether it goes on after 2027-03-31 is not known" in second.description.value
    assert not {"dtend", "url", "geo", "x-a"} & set(second.contents)
    sure = make_course(valid_until=YEAR[1], breaks=Breaks("8月", (8,)))
    assert read_events(write_calendar([sure]))[0].status.value == "CONFIRMED"


def test_an_event_is_known_again() -> None:
    """The same class keeps its UID when its facts change, and bytes change only with them, never with the clock."""
    course = make_course()
    moved = make_course(start=time(10), end=time(11), name="日曜にほんご", weekdays=("日",))
    others = [make_course(id="sat-2"), make_course(code="011002"), make_course(id=""), make_course(id="", name="別")]
    first, second = (read_events(write_calendar([one]))[0].uid.value for one in (course, moved))
    assert first == second
    assert len({event.uid.value for event in read_events(write_calendar([course, *others]))}) == 5
    text = write_calendar([course])
    assert (write_calendar([make_course()]), "DTSTAMP:20260401T000000Z" in text) == (text, True)
    checked = make_course(checked_on=date(2026, 10, 3))
    assert "DTSTAMP:20261003T000000Z" in write_calendar([checked])


def test_without_a_class_it_is_a_calendar_all_the_same() -> None:
    """With its time zone, which the standard needs to hold something."""
    text = write_calendar([])
    assert read_events(text) == []
    assert (text.startswith("BEGIN:VCALENDAR\r\n"), text.count("BEGIN:"), text.endswith("END:VCALENDAR\r\n")) == (
        True,
        3,
        True,
    )


@given(st.lists(TEXT, min_size=9, max_size=9))
def test_hostile_text_stays_in_its_event(texts: list[str]) -> None:
    """Whatever cells hold, there is one event with what was there, and no line is too long or torn."""
    injected = f"{texts[0]}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil;x"
    course = make_course(
        name=injected,
        id=texts[1],
        name_en=texts[2] or "x",
        venue=texts[3],
        address=f"{texts[4]}\nATTACH:https://evil.example/",
        area=texts[5],
        fee_note=texts[6],
        organizer=texts[7],
        source=Source(texts[8], "2026-04-01"),
    )
    text = write_calendar([course])
    [event] = read_events(text)
    assert event.summary.value == tidy(f"{injected} / {texts[2] or 'x'}")
    assert (len(event.contents["summary"]), "attach" in event.contents) == (1, False)
    assert tidy(texts[5]) in event.description.value
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert write_calendar([course]) == text
