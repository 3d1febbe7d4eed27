"""Open or closed: the shipped counters at fixed instants of Japanese time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.folder import locate_files
from data.offices import Counter
from data.table.offices import read_offices
from pages.answers.japan_time import JAPAN_TIME
from pages.answers.opening import State, read_hours, tell_opening

COUNTERS = read_offices(locate_files({}))[0].counters


def find(name: str) -> Counter:
    """Find a shipped counter by a part of its name."""
    (counter,) = [counter for counter in COUNTERS if name in counter.name]
    return counter


def at(text: str) -> datetime:
    """Read an instant of Japanese time."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=JAPAN_TIME)


SAPPORO, HOKKAIDO, KANAGAWA = "さっぽろ", "北海道外国人", "多言語支援センターかながわ"
SENDAI, NAGOYA, YOKOHAMA, AICHI = "仙台多文化", "名古屋国際センター", "横浜市多文化", "あいち多文化"
HIROSHIMA, SAKAI, AOMORI, TOKYO = "広島市・安芸郡", "堺市立多文化", "青森県外国人", "東京都多言語"


@pytest.mark.parametrize(
    ("name", "instant", "state", "changes"),
    [
        # Sapporo: Monday to Friday 9:30-17:00, Wednesday to 19:00; nothing is said of holidays and New Year
        (SAPPORO, "2026-11-26 09:29", "closed", "2026-11-26 09:30"),
        (SAPPORO, "2026-11-26 09:30", "open", "2026-11-26 17:00"),
        (SAPPORO, "2026-11-26 17:00", "closed", "2026-11-27 09:30"),
        (SAPPORO, "2026-11-25 18:30", "open", "2026-11-25 19:00"),  # late Wednesday
        (SAPPORO, "2026-11-27 18:00", "closed", "2026-11-30 09:30"),  # Friday evening
        (SAPPORO, "2026-11-23 10:00", "ask", None),  # Labour Thanksgiving Day, a Monday
        (SAPPORO, "2026-11-21 10:00", "closed", None),  # the Saturday before it: Monday cannot be told
        (SAPPORO, "2026-12-29 10:00", "ask", None),  # no holiday, but public offices are closed
        (SAPPORO, "2027-01-03 10:00", "closed", "2027-01-04 09:30"),  # a Sunday at New Year
        (SAPPORO, "2027-01-04 10:00", "open", "2027-01-04 17:00"),
        # Hokkaido and Kanagawa: a lunch gap
        (HOKKAIDO, "2026-11-26 12:30", "closed", "2026-11-26 13:00"),
        (KANAGAWA, "2026-11-26 11:59", "open", "2026-11-26 12:00"),
        (KANAGAWA, "2026-11-26 17:14", "open", "2026-11-26 17:15"),
        # Kanagawa: closed on holidays and at New Year
        (KANAGAWA, "2026-11-23 10:00", "closed", "2026-11-24 09:00"),
        (KANAGAWA, "2026-09-22 10:00", "closed", "2026-09-24 09:00"),  # the day between two holidays is one
        (KANAGAWA, "2026-12-28 17:30", "closed", "2027-01-04 09:00"),
        (KANAGAWA, "2027-01-01 10:00", "closed", "2027-01-04 09:00"),
        # Sendai: every day and on holidays, not at New Year
        (SENDAI, "2026-11-23 10:00", "open", "2026-11-23 17:00"),
        (SENDAI, "2026-11-29 16:59", "open", "2026-11-29 17:00"),  # a Sunday
        (SENDAI, "2026-12-30 10:00", "closed", "2027-01-04 09:00"),
        # Nagoya: Tuesday to Sunday; nothing is said of holidays
        (NAGOYA, "2026-11-30 10:00", "closed", "2026-12-01 09:00"),  # a plain Monday
        (NAGOYA, "2026-11-23 10:00", "ask", None),  # a holiday Monday: such houses often open then
        (NAGOYA, "2026-11-24 10:00", "ask", None),  # … and rest on the Tuesday after it
        (NAGOYA, "2026-11-28 18:00", "open", "2026-11-28 19:00"),
        # Yokohama: the second and fourth Saturday, 10:00-13:00
        (YOKOHAMA, "2026-11-14 12:59", "open", "2026-11-14 13:00"),
        (YOKOHAMA, "2026-11-28 13:00", "closed", "2026-11-30 10:00"),
        (YOKOHAMA, "2026-11-21 11:00", "closed", None),  # the third; the Monday after it is a holiday
        (YOKOHAMA, "2026-12-05 11:00", "closed", "2026-12-07 10:00"),
        # Aichi: New Year is said, holidays are not
        (AICHI, "2026-12-29 10:00", "closed", "2027-01-04 10:00"),
        (AICHI, "2026-11-23 10:00", "ask", None),
        # Hiroshima: closed on 6 August, the day of the bomb
        (HIROSHIMA, "2026-08-06 10:00", "closed", "2026-08-07 09:00"),
        (HIROSHIMA, "2026-08-05 10:00", "open", "2026-08-05 16:00"),
        # Tokyo: holidays are said, New Year is not
        (TOKYO, "2026-12-31 10:00", "ask", None),
        (TOKYO, "2027-01-01 10:00", "closed", "2027-01-04 10:00"),
        (SAKAI, "2026-11-26 12:00", "closed", "2026-11-26 13:00"),
        (AOMORI, "2026-11-28 13:59", "open", "2026-11-28 14:00"),
    ],
)
def test_open_or_closed_at(name: str, instant: str, state: State, changes: str | None) -> None:
    """The state and when it ends; "ask" on days of which the hours do not speak, never open."""
    opening = tell_opening(find(name), at(instant))
    assert opening is not None
    assert (opening.state, opening.changes) == (state, at(changes) if changes else None)


def test_the_instant_counts_and_not_the_clock_it_is_read_on() -> None:
    """The same instant in UTC and in Brazil's time is the same in Japan."""
    noon = at("2026-11-26 11:00")
    told = {tell_opening(find(SAPPORO), noon.astimezone(zone)) for zone in (UTC, JAPAN_TIME)}
    assert [opening.state for opening in told if opening] == ["open"]


def test_it_changes_when_it_is_said_to() -> None:
    """For a year of hours, at the time named the state is another, and a minute before it is not."""
    for name in (SAPPORO, KANAGAWA, SENDAI, YOKOHAMA):
        counter = find(name)
        for hours in range(0, 366 * 24, 7):
            opening = tell_opening(counter, at("2026-04-01 00:30") + timedelta(hours=hours))
            if opening and opening.changes:
                before = tell_opening(counter, opening.changes - timedelta(minutes=1))
                after = tell_opening(counter, opening.changes)
                assert before is not None
                assert after is not None
                assert after.state != opening.state == before.state


READABLE = (
    "北海道 札幌市 青森県 仙台市 茨城県 さいたま市 東京都 神奈川県 横浜市 川崎市"
    " 静岡県 愛知県 名古屋市 堺市 広島市 山口県 愛媛県 福岡市 佐賀県 大分県"
)
AS_WRITTEN = {
    "山形県": "9:30-18:00 (hours of the association's office in 2020)",
    "福岡県": "10:00-17:00 (mainly weekdays; as a rule by appointment)",
    "鹿児島県": "9:00-17:00; open on a holiday Monday (then closed on Tuesday)",
}


def test_which_hours_are_read_and_which_stay_as_written() -> None:
    """Twenty counters have hours that can be read, three are shown as written, of the others none are known."""
    with_hours = [counter for counter in COUNTERS if counter.hours]
    readable = [c.place.ja for c in with_hours if read_hours(c.days, c.hours, c.closed)]
    written = {c.place.ja: c.hours for c in with_hours if not read_hours(c.days, c.hours, c.closed)}
    print(f"{len(readable)} readable: {' '.join(readable)}; as written: {written}")
    assert (" ".join(readable), written) == (READABLE, AS_WRITTEN)


def test_unreadable_hours_tell_nothing() -> None:
    """No state is guessed."""
    counter = find("山形県外国人")
    assert tell_opening(counter, at("2026-11-26 10:00")) is None
    assert tell_opening(replace(counter, hours=""), at("2026-11-26 10:00")) is None
