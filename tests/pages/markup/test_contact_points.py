"""Counters for machines that read pages: schema.org's contact points."""

from data.folder import locate_files
from data.offices import Counter
from data.table.offices import read_offices
from pages.markup.contact_points import build_contact_points

COUNTERS = read_offices(locate_files({}))[0].counters


def find_counter(code: str) -> Counter:
    """Return the counter of a city or prefecture."""
    return next(counter for counter in COUNTERS if counter.code == code)


def test_a_counter_has_number_languages_and_hours() -> None:
    """As a phone's assistant asks for them."""
    [point] = build_contact_points([find_counter("011002")])
    assert (point["@type"], point["telephone"], point["availableLanguage"]) == (
        "ContactPoint",
        "011-211-3678",
        ["en", "zh", "vi"],
    )
    hours = {one["dayOfWeek"].rpartition("/")[2]: (one["opens"], one["closes"]) for one in point["hoursAvailable"]}
    assert hours["Monday"] == ("09:30", "17:00")
    assert hours["Wednesday"] == ("09:30", "19:00")
    assert "Sunday" not in hours


def test_a_gap_at_noon_is_two_times() -> None:
    """Who comes at half past twelve stands before a closed door."""
    [point] = build_contact_points([find_counter("010006")])
    mondays = [one for one in point["hoursAvailable"] if one["dayOfWeek"].endswith("Monday")]
    assert [(one["opens"], one["closes"]) for one in mondays] == [("09:00", "12:00"), ("13:00", "17:00")]


def test_each_number_is_a_point_and_what_is_not_known_is_left_out() -> None:
    """A counter with neither number nor page is none."""
    assert len(build_contact_points([find_counter("160008")])) == 2
    assert build_contact_points([find_counter("100005")]) == []
    for point in build_contact_points(COUNTERS):
        assert all(point.values())
        assert point.get("telephone") or point.get("url")
