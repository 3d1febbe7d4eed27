"""What filters leave, all at once: rows and classes, those that fit, may fit, are near, or are online."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data.courses.records import Course
from pages.address.links import Links
from pages.address.view import View
from pages.answers.answers import list_answers
from pages.answers.atlas import Atlas
from pages.answers.found import Found
from pages.answers.scene import Scene
from pages.languages.language import ENGLISH
from tests.courses import make_course
from tests.pages.answers.shipped import ATLAS

DAY = date(2026, 4, 1)
SAKAI_WARD, OSAKA, KOBE, SENDAI = "271411", "271004", "281000", "041009"
ASHIYA, AMAGASAKI, IBARAKI = "282065", "282022", "272116"  # have no row
COURSES = tuple(
    make_course(code, id=name, **facts)
    for name, code, facts in (
        ("sakai", "271403", {}),
        ("ward", SAKAI_WARD, {"weekdays": ("日",)}),
        ("full", OSAKA, {"accepting": "full"}),
        ("osaka", OSAKA, {}),
        ("kobe", KOBE, {"weekdays": ()}),
        ("ashiya", ASHIYA, {"weekdays": ("水",)}),
        ("amagasaki", AMAGASAKI, {}),
        ("ibaraki", IBARAKI, {}),
        ("online", SENDAI, {"mode": "online", "weekdays": ("土", "月")}),
    )
)
TAUGHT = replace(ATLAS, courses=COURSES)


def name(courses: Sequence[Course]) -> list[str]:
    """The ids of classes."""
    return [course.id for course in courses]


ALL = ["sakai", "osaka", "amagasaki", "ibaraki", "online", "full"]  # on Saturdays
IN_OSAKA = ["sakai", "osaka", "ibaraki", "online", "full"]
FROM_KOBE = ["amagasaki", "osaka", "sakai", "ibaraki", "online", "full"]


@pytest.mark.parametrize(
    ("asked", "rows", "fitting", "unsure"),
    [
        ({"days": ("sat",)}, ["sendai", "osaka", "sakai"], ALL, ["kobe"]),
        ({"days": ("sun",)}, ["sakai"], ["ward"], ["kobe"]),
        ({"days": ("sat",), "prefectures": ("osaka",)}, ["osaka", "sakai"], IN_OSAKA, []),
        ({"days": ("mon",), "prefectures": ("osaka",)}, [], ["online"], []),
        ({"days": ("mon",), "prefectures": ("hyogo",)}, ["kobe"], ["online"], ["kobe"]),
        ({"days": ("sat",), "prefectures": ("tottori",)}, [], ["online"], []),
        ({"days": ("sat",), "query": "Sakai"}, ["sakai"], ["sakai", "online"], []),
        ({"days": ("sun",), "query": "堺市堺区"}, ["sakai"], ["ward"], []),
        ({"days": ("sat",), "query": "Osaka Prefecture"}, ["osaka", "sakai"], IN_OSAKA, []),
        ({"days": ("wed",), "query": "Ashiya, Hyogo"}, [], ["ashiya"], []),
        ({"days": ("sat",), "query": "Ashiya, Hyogo"}, [], ["online"], []),
        ({"days": ("sat",), "query": "Kobe", "prefectures": ("osaka",)}, [], ["online"], []),
        ({"days": ("sat",), "query": "qqqq"}, [], ["online"], []),
        ({"days": ("sat",), "speaks": "xx"}, [], ALL, ["kobe"]),
        ({"days": ("sat",), "city": "kobe"}, ["sendai", "osaka", "sakai"], FROM_KOBE, ["kobe"]),
        ({"query": "Osaka"}, ["osaka"], ["osaka", "online", "full"], []),
    ],
    ids=str,
)
def test_filters_hold_all_at_once(
    asked: dict[str, Any], rows: list[str], fitting: list[str], unsure: list[str]
) -> None:
    """Class, place, search and language: what is online fits wherever; who is full comes last; unsure is apart."""
    found = Found(TAUGHT, View(**asked), DAY)
    assert [city.slug for city in found.rows.cities] == rows
    assert name(found.courses.fitting) == fitting
    assert name(found.courses.unsure) == unsure


def test_the_nearest_are_offered_where_none_fits() -> None:
    """Asked for a place that is not listed, by its name or its postal code: those that fit, and how far they are."""
    for query in ("Ashiya, Hyogo", "659-0064"):
        found = Found(TAUGHT, View(days=("sat",), query=query), DAY).courses
        assert name(found.nearby) == ["amagasaki", "osaka", "sakai", "ibaraki"]
        assert [round(found.km[course]) for course in found.nearby] == [9, 18, 24, 26]
    assert Found(TAUGHT, View(days=("wed",), query="Ashiya, Hyogo"), DAY).courses.nearby == ()
    assert Found(TAUGHT, View(days=("mon",), prefectures=("osaka",)), DAY).courses.nearby == ()


def test_a_venue_counts_before_the_office_of_its_city() -> None:
    """Distances are to where the class is held, if that is known."""
    far = make_course(OSAKA, id="far", latitude=34.36, longitude=135.33)
    found = Found(replace(TAUGHT, courses=(far, *COURSES)), View(days=("sat",), city="osaka"), DAY).courses
    assert name(found.fitting)[:5] == ["osaka", "amagasaki", "sakai", "ibaraki", "far"]


def test_without_rows_that_fit_the_map_shows_those_that_were_asked_for() -> None:
    """Nobody is sent to the whole of Japan, and nothing is said to be unknown that is."""
    scene = Scene(TAUGHT, View(days=("mon",), query="Sakai"), Links("map"), ENGLISH, today=DAY)
    assert (scene.result.cities, [city.slug for city in scene.shown]) == ((), ["sakai"])
    said = [answer.text for answer in list_answers(scene)]
    assert said == ["Other places of this name, not in this table:"]


def test_where_nobody_lists_classes_their_filters_leave_all_rows() -> None:
    """A link from a map with classes says so, and offers the way back."""
    view = View(days=("sat",), free=True, lang="vi")
    scene = Scene(ATLAS, view, Links("map"), ENGLISH, today=DAY)
    assert len(scene.result.cities) == 20
    [answer] = list_answers(scene)
    assert answer.text == "No class is listed here with its days yet."
    assert [offer.url for offer in answer.offers] == ["?lang=vi"]


def test_thousands_of_classes_are_found_in_a_moment() -> None:
    """A page with a filter costs no more for all classes of Japan than a few pages without."""
    many = tuple(make_course(code, id=str(number)) for number in range(400) for code in (OSAKA, KOBE, ASHIYA, SENDAI))
    found = Found(replace(TAUGHT, courses=many), View(days=("sat",), city="kobe"), DAY)
    assert (len(found.courses.fitting), len(found.courses.km), len(found.rows.cities)) == (1600, 50, 3)


def test_an_empty_atlas_finds_nothing() -> None:
    """Neither rows nor classes are needed."""
    assert Found(Atlas((), {}, ()), View(days=("sat",), query="x"), DAY).rows.cities == ()
