"""The classes of a static edition: which page shows which, and that the browser judges them as the app does."""

from dataclasses import replace
from datetime import date, time
from itertools import product
from typing import Any

from data.courses.records import Course
from pages.address.view import LEARNERS, SWITCHES, TIMES_OF_DAY, View, format_view
from pages.answers.courses import judge_course, list_missing
from pages.answers.scene import Scene
from pages.edition.links import StaticLinks
from pages.languages.language import ENGLISH
from pages.markup.static_courses import MAX_COURSES, PARAMETERS, SCRIPTS, code_facts, list_static_courses
from tests.courses import make_course
from tests.pages.answers.shipped import ATLAS
from tests.tools.javascript import run_scripts

DAY = date(2026, 4, 1)
SAKAI, OSAKA, SAPPORO, TOTTORI = "271403", "271004", "011002", "312011"
COURSES = [
    make_course(weekdays=days, start=start, audience=audience, fee_yen=fee, mode=mode, childcare=childcare)
    for days, start, audience, fee, mode, childcare in product(
        ((), ("土", "日")),
        (None, time(12)),
        (None, "adult", "anyone"),
        (None, 0, 9),
        (None, "both"),
        (None, True, False),
    )
]
SWITCHED: list[dict[str, Any]] = [
    dict(zip(SWITCHES, on, strict=True)) for on in product((False, True), repeat=len(SWITCHES))
]
VIEWS = [
    View(days=days, time=moment, learner=learner, **switches)
    for days in ((), ("mon", "sat"))
    for moment in (None, *TIMES_OF_DAY)
    for learner in (None, *LEARNERS)
    for switches in SWITCHED
]


def tell_script(view: View) -> dict[str, Any]:
    """A view's filters of classes as the script has them."""
    return {"day": [], **format_view(view)}


def show(atlas_courses: tuple[Course, ...], page: Any = "map", **asked: Any) -> list[list[str]] | None:
    """The ids of the classes in each group of a page."""
    atlas = replace(ATLAS, courses=atlas_courses)
    found = list_static_courses(Scene(atlas, View(lang="en", **asked), StaticLinks(page), ENGLISH, today=DAY))
    return [[one.course.id for one in group.found] for group in found.groups] if found else None


def test_the_browser_judges_as_the_app_does() -> None:
    """Each class that can be, by each filter that can be: whether it fits, and what is not known of it."""
    asked = [(code_facts(course), tell_script(view)) for course in COURSES for view in VIEWS]
    judged = run_scripts(SCRIPTS[:1], "(all) => all.map((one) => window.madoguchiJudge(...one))", asked)
    expected = [
        {
            "fits": judge_course(course, view),
            "missing": [PARAMETERS.get(matter, matter) for matter in list_missing([course], view)],
        }
        for course in COURSES
        for view in VIEWS
    ]
    assert judged == expected


def test_each_page_shows_its_own() -> None:
    """That of the map all that go on, a prefecture's its own, any other none; so does an edition without classes."""
    over = make_course(SAKAI, id="over", valid_until=date(2026, 3, 31))
    courses = (make_course(SAKAI, id="sakai"), make_course(SAPPORO, id="online", mode="online"), over)
    assert show(courses) == [["sakai", "online"]]
    assert show(courses, prefectures=("osaka",)) == [["sakai"]]
    assert show(courses, prefectures=("hokkaido",)) == [["online"]]
    assert show(courses, prefectures=("kyoto",)) is None
    assert show(courses, city="sakai") is show(courses, "cities") is show((over,)) is show(()) is None


def test_of_many_the_map_page_shows_what_no_other_has() -> None:
    """The rest stand on the prefectures' pages, which it links with their numbers."""
    many = tuple(make_course(code, id=str(number)) for code in (SAKAI, SAPPORO) for number in range(MAX_COURSES))
    others = (make_course(TOTTORI, id="tottori"), make_course(OSAKA, id="online", mode="online"))
    assert show((*many, *others)) == [["tottori", "online"]]
    atlas = replace(ATLAS, courses=(*many, *others))
    found = list_static_courses(Scene(atlas, View(lang="en"), StaticLinks("map"), ENGLISH, today=DAY))
    assert found
    assert [(offer.text, offer.url) for offer in found.pages] == [
        ("Hokkaido (100)", "en/prefecture/hokkaido/"),
        ("Osaka (100)", "en/prefecture/osaka/"),
    ]
