"""Wards and postal codes: the listed city that one belongs to, or the question which."""

import pytest

from pages.address.view import View
from pages.answers.filters import filter_cities
from tests.pages.answers.shipped import ATLAS, answer


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("札幌市中央区", ["sapporo"]),
        ("Naka Ward, Yokohama", ["yokohama"]),
        ("060-0000", ["sapporo"]),
        ("430-0926", ["hamamatsu"]),
        ("大阪府堺市北区", ["sakai"]),
        ("Nakagyo", ["kyoto"]),
        ("271403", ["sakai"]),
        ("さいたま市大宮区", ["saitama"]),
    ],
)
def test_a_ward_or_postal_code_shows_its_listed_city(query: str, slugs: list[str]) -> None:
    """Whoever lives in a ward of a listed city gets that city."""
    assert [city.slug for city in filter_cities(ATLAS.cities, View(query=query)).cities] == slugs


def test_a_ward_name_of_several_cities_asks_which() -> None:
    """All listed cities with such a ward are there, and the one of Tokyo is a link."""
    question, others = answer("中央区")
    assert question.text == "These cities have a ward of that name. Which one is yours?"
    assert [offer.ja for offer in others.offers] == ["中央区"]


@pytest.mark.parametrize(
    ("query", "said", "slugs"),
    [
        ("浜松市中区", ["Hamamatsu has had no ward of that name since 2024."], ["hamamatsu"]),
        ("浜松市中区元城町103-2", ["Hamamatsu has had no ward of that name since 2024."], ["hamamatsu"]),
        ("浜北区", ["Hamamatsu has had no ward of that name since 2024."], ["hamamatsu"]),
        ("浜名区", ["This city has a ward of that name."], ["hamamatsu"]),
        ("天竜区", ["This city has a ward of that name."], ["hamamatsu"]),
        (
            "東区",
            [
                "These cities have a ward of that name. Which one is yours?",
                "Hamamatsu has had no ward of that name since 2024.",
            ],
            ["sapporo", "niigata", "hamamatsu", "nagoya", "sakai", "okayama", "hiroshima", "fukuoka", "kumamoto"],
        ),
        ("神戸市中央区加納町6丁目5番1号", [], ["kobe"]),
    ],
)
def test_a_ward_that_is_no_more_finds_its_city_and_says_so(query: str, said: list[str], slugs: list[str]) -> None:
    """Hamamatsu's wards of 2024 are its wards; the former ones still find it."""
    shown = [city.slug for city in filter_cities(ATLAS.cities, View(query=query)).cities]
    assert [slug for slug in shown if slug in slugs] == slugs
    assert [reply.text for reply in answer(query) if not reply.offers] == said


def test_a_postal_code_that_does_not_exist_is_not_taken_for_a_place() -> None:
    """It says so, and how to go on."""
    [said] = answer("999-9999")
    assert said.text == "We do not know the postal code 999-9999. Try the name of a city, in any spelling."
    assert [offer.text for offer in said.offers] == ["Show all cities"]
