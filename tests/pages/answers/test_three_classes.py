"""On Saturday evening, free of charge, my child comes along: of sixty made-up classes exactly three."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.folder import locate_files
from pages.address.view import View, format_view, parse_view
from pages.answers.atlas import load_atlas
from pages.answers.courses import filter_courses

EXAMPLES = Path(__file__).parents[3] / "data" / "examples"
ATLAS = load_atlas(locate_files({"MADOGUCHI_DATA": str(EXAMPLES)}))
TODAY = date(2026, 11, 27)
ADDRESS = {"day": ["sat"], "time": ["evening"], "free": ["yes"], "children": ["yes"]}
THREE = {"doyo-oyako", "doyo-hoiku", "doyo-kodomo"}
UNSURE = {"doyo-ryokin", "doyo-hoiku-fumei", "doyo-jikan", "fumei"}


def find_fitting(**params: list[str]) -> set[str]:
    """Return the ids of the classes that meet the filters of an address."""
    return {course.id for course in filter_courses(ATLAS, parse_view(params, ATLAS.cities), TODAY).fitting}


def test_sixty_classes_of_three_cities_are_read_without_a_problem() -> None:
    """The tables of the demo are right, as the check says."""
    assert (len(ATLAS.cities), len(ATLAS.courses), ATLAS.problems) == (3, 60, ())


def test_exactly_three_fit() -> None:
    """In three cities, in person and online, for everybody, for children and with childcare."""
    assert find_fitting(**ADDRESS) == THREE
    found = [course for course in ATLAS.courses if course.id in THREE]
    assert {course.place.ja for course in found} == {"川崎市", "豊田市", "福岡市"}
    assert {(course.mode, course.audience, course.childcare) for course in found} == {
        ("in person", "anyone", None),
        ("in person", "adult", True),
        ("both", "child", None),
    }


@pytest.mark.parametrize(
    ("lacked", "near"),
    [
        ("day", {"nichiyo-yoru", "kinyo-yoru"}),
        ("time", {"doyo-gogo", "doyo-asa", "yume"}),
        ("free", {"doyo-100en", "doyo-getsugaku"}),
        ("children", {"doyo-otona"}),
    ],
)
def test_a_near_miss_lacks_one_thing(lacked: str, near: set[str]) -> None:
    """Without that filter it is found: another day, an hour too early, a hundred yen, adults alone."""
    found = find_fitting(**{name: values for name, values in ADDRESS.items() if name != lacked})
    assert found >= THREE | near
    assert not near & find_fitting(**ADDRESS)


def test_what_is_not_known_is_apart_and_what_is_over_is_nowhere() -> None:
    """A fee, an hour or a childcare that nobody has told may fit; last year's class does not, and then it did."""
    result = filter_courses(ATLAS, parse_view(ADDRESS, ATLAS.cities), TODAY)
    assert {course.id for course in result.unsure} == UNSURE
    last_year = filter_courses(ATLAS, parse_view(ADDRESS, ATLAS.cities), date(2026, 3, 1))
    assert "doyo-kyonen" in {course.id for course in last_year.fitting}


def test_the_three_outlast_their_terms() -> None:
    """The demo can be looked at in any year: they have no end."""
    later = filter_courses(ATLAS, parse_view(ADDRESS, ATLAS.cities), date(2036, 11, 27))
    assert {course.id for course in later.fitting} == THREE


def test_the_address_is_the_view() -> None:
    """Whoever is sent it sees the same three."""
    view = View(days=("sat",), time="evening", free=True, children=True)
    assert format_view(view) == {"day": ["sat"], "time": "evening", "free": "yes", "children": "yes"}
    assert parse_view(ADDRESS, ATLAS.cities) == view
