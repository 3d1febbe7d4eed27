"""What a city said last counts, and from the 366th day on a confirmation is older than a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.records import Check, CheckAnswer, CheckedField, Leftover
from data.standing import NEVER, Standing, find_word, judge_city, judge_field, list_filled
from tests.pages.samples import make_city

DAY = date(2026, 4, 1)
LATER = date(2026, 6, 1)


def say(field: CheckedField, day: date = DAY, answer: CheckAnswer = "right") -> Check:
    """Make a city's word on a field."""
    return Check("271403", field, "", day.isoformat(), "担当者", "A mail.", answer=answer)


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "confirmed"), (365, "confirmed"), (366, "outdated"), (3660, "outdated"), (-1, "confirmed")],
)
def test_a_confirmation_is_older_than_a_year_after_366_days(days: int, state: str) -> None:
    """For 365 days it is fresh; the day is told in either case."""
    city = make_city("271403", emails=("a@b.jp",), checks=(say("email"),))
    standing = judge_field(city, "email", DAY + timedelta(days))
    assert (standing.state, standing.day) == (state, DAY)
    assert judge_city(city, DAY + timedelta(days)) == standing


def test_the_last_word_on_a_field_counts() -> None:
    """The later day, of one day the later row, a word on the whole line included."""
    first, second, all_of_it = say("email"), say("email", LATER), say("all", LATER, "withdrawn")
    assert find_word((), "email") is None
    assert find_word((second, first), "email") is second
    assert find_word((second, all_of_it), "email") is all_of_it
    assert find_word((all_of_it, second), "email") is second
    assert find_word((second, all_of_it), "website") is all_of_it


@pytest.mark.parametrize(
    ("checks", "standing"),
    [
        ((), NEVER),
        ((say("website"),), NEVER),  # of which nothing is listed
        ((say("email"),), Standing("partly", DAY)),
        ((say("email", LATER), say("department")), Standing("confirmed", DAY)),
        ((say("email", LATER), say("department", date(2025, 5, 31))), Standing("outdated", date(2025, 5, 31))),
    ],
)
def test_a_line_stands_as_its_fields_do(checks: tuple[Check, ...], standing: Standing) -> None:
    """A line is confirmed where all that it shows is, since the oldest of the days."""
    city = make_city("271403", departments=("Division",), emails=("a@b.jp",), checks=checks)
    assert judge_city(city, LATER) == standing


def test_a_line_of_which_all_is_withdrawn_is_withdrawn() -> None:
    """Since the day of the last word; a field withdrawn beside a confirmed one leaves the line confirmed."""
    gone = say("all", answer="withdrawn")
    assert judge_city(make_city("271403", checks=(gone,)), LATER) == Standing("withdrawn", DAY)
    city = make_city("271403", emails=("a@b.jp",), checks=(gone, say("email", LATER)))
    assert judge_city(city, LATER) == Standing("confirmed", LATER)
    assert judge_field(city, "class", LATER) == Standing("withdrawn", DAY)


def test_text_that_is_no_link_fills_a_field_too() -> None:
    """What a reader sees as text is something that a city can confirm."""
    city = make_city("271403", emails=("a@b.jp",), leftovers=(Leftover("class", "ask us"),))
    assert list_filled(city) == ("email", "class")
