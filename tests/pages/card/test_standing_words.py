"""What a city has said is told once an answer, in few words, and in every language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.records import Check, CheckAnswer, CheckedField, City
from data.standing import FIELDS
from pages.card.card import describe_city
from pages.languages.language import Language, list_languages, load_language
from tests.pages.samples import make_city

ENGLISH = load_language("en")
DAY = date(2026, 4, 1)


def say(field: CheckedField, day: date = DAY, answer: CheckAnswer = "right", role: str = "Staff") -> Check:
    """Make a city's word on a field."""
    return Check("271403", field, "", day.isoformat(), role, "A mail.", answer=answer)


def describe(*checks: Check) -> City:
    """A city with a department and an address, and what it has said."""
    return make_city("271403", departments=("Division",), emails=("a@b.jp",), checks=checks)


@pytest.mark.parametrize(
    ("checks", "days", "texts"),
    [
        ((), 0, ["Not yet confirmed by the city."]),
        ((say("department"), say("email")), 365, ["Confirmed by the city on April 1, 2026."]),
        (
            (say("department"), say("email")),
            366,
            ["Confirmed by the city on April 1, 2026. That was more than a year ago: please ask."],
        ),
        ((say("email"),), 0, ["Confirmed by the city on April 1, 2026: E-mail."]),
        (
            (say("email", date(2026, 3, 1)), say("department")),
            0,
            [
                "Confirmed by the city on April 1, 2026: Department in charge (as listed).",
                "Confirmed by the city on March 1, 2026: E-mail.",
            ],
        ),
        (
            (say("email", role="Section chief"), say("department")),
            0,
            [
                "Confirmed by the city on April 1, 2026: Department in charge (as listed).",
                "Confirmed by the city on April 1, 2026: E-mail.",
            ],
        ),
    ],
)
def test_an_answer_is_told_once(checks: tuple[Check, ...], days: int, texts: list[str]) -> None:
    """Fields confirmed together in one line; which ones only where some are not; old ones with what to do."""
    card = describe_city(describe(*checks), ENGLISH, today=DAY + timedelta(days))
    assert [said.text for said in card.standing] == texts


def test_without_a_day_nothing_is_said() -> None:
    """Whoever draws a card and knows no day does not say how old a confirmation is."""
    assert describe_city(describe(say("email")), ENGLISH).standing == ()


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_what_is_withdrawn_says_so_in_place_of_its_lines(language: Language) -> None:
    """A field withdrawn has one line of plain words, no link and no address; the card says where to ask."""
    card = describe_city(make_city("271403", checks=(say("all", answer="withdrawn"),)), language, today=DAY)
    shown = [[(item.kind, item.url) for item in section.items] for section in card.sections]
    assert shown == [[("text", None)]] * len(FIELDS)
    [said] = card.standing
    assert said.text
    assert said.evidence == ""
