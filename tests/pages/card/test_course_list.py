"""The classes of a city on its card: what fits now first and in full, the others folded, online ones of elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.courses.records import Course
from pages.address.view import View
from pages.card.card import Section
from pages.card.city_cards import describe_brief_card, describe_whole_card
from pages.card.course_list import CourseList, add_lines, describe_courses, describe_courses_briefly, find_courses
from pages.edition.links import StaticLinks
from tests.courses import make_course
from tests.pages.card.classes import read_varied, show
from tests.pages.samples import make_place
from tests.varied_courses import ASAO_WARD, EDOGAWA, KAWASAKI

ORDER = [
    "Japanese class, mornings",  # Tuesday
    "Japanese online in the evening",  # Wednesday
    "見本区にほんごカフェ",  # Thursday, in a ward
    "こども日本語ひろば",  # Sunday
    "見本日本語サロン",  # on a day that is not known
    "見本夜間日本語教室",  # paused
    "土曜にほんご",  # full
    "見本漢字クラス",  # over
]


def outline(found: CourseList | None) -> tuple[list[str], dict[str, list[str]]]:
    """Return the names of classes in full, and of those behind each line."""
    assert found
    return [card.name for card in found.shown], {
        fold.text: [card.name for card in fold.courses] for fold in found.folds
    }


def test_without_filters_the_first_that_take_people_stand_in_full() -> None:
    """By weekday and time; full and paused ones follow, then what is over; online ones of elsewhere are offered."""
    assert outline(describe_courses(make_place(KAWASAKI), show())) == (
        ORDER[:3],
        {"More classes (5)": ORDER[3:], "Online classes of other places (1)": ["堺オンラインにほんご"]},
    )


@pytest.mark.parametrize(
    ("view", "shown", "folds"),
    [
        (
            View(learner="child"),
            ["こども日本語ひろば", "土曜にほんご"],
            {
                "It is not known whether these fit: ask (2)": ["見本日本語サロン", "見本夜間日本語教室"],
                "Other classes (4)": [*ORDER[:3], "見本漢字クラス"],
                "Online classes of other places (1)": ["堺オンラインにほんご"],
            },
        ),
        (
            View(days=("wed",), online=True),
            ["Japanese online in the evening", "見本夜間日本語教室"],
            {
                "It is not known whether these fit: ask (1)": ["見本日本語サロン"],
                "Other classes (5)": [ORDER[0], ORDER[2], ORDER[3], "土曜にほんご", "見本漢字クラス"],
            },
        ),
        (
            View(days=("sun",), time="evening"),
            [],
            {
                "It is not known whether these fit: ask (1)": ["見本日本語サロン"],
                "Other classes (7)": [*ORDER[:4], *ORDER[5:]],
            },
        ),
    ],
)
def test_with_filters_those_that_fit_come_first(view: View, shown: list[str], folds: dict[str, list[str]]) -> None:
    """What may fit is told apart from what does not, which is there all the same; what is over never fits."""
    assert outline(describe_courses(make_place(KAWASAKI), show(replace(view, city="kawasaki")))) == (shown, folds)


def test_a_city_whose_classes_are_all_over_shows_them() -> None:
    """Somebody may ask there; on the card they say that they are over."""
    [over] = [course for course in read_varied() if course.id == "old"]
    found = describe_courses(make_place(KAWASAKI), show(courses=(over,)))
    assert outline(found) == (["見本漢字クラス"], {})
    assert found
    assert found.shown[0].notices == ("It ended on March 31, 2026: ask whether there is a new one.",)


def test_a_wards_resident_sees_the_citys_classes_too() -> None:
    """As the ward's own, each with its place."""
    found = describe_courses(make_place(ASAO_WARD), show())
    assert len(find_courses(make_place(ASAO_WARD), show())) == 8
    assert found
    assert found.shown[0].facts[2].items[0].text == "Kawasaki"


def test_where_there_is_no_class_nothing_is_drawn() -> None:
    """Not even a heading; the shipped table has none."""
    assert describe_courses(make_place(KAWASAKI), show(courses=())) is None
    assert describe_courses_briefly(make_place(KAWASAKI), show(courses=()), "?city=kawasaki") is None
    nothing = describe_courses(make_place(EDOGAWA), show(courses=(make_course(),)))
    assert nothing is None


def make_online(number: int, code: str = "271403") -> Course:
    """An online class of Sakai."""
    return make_course(code, id=f"net-{number}", name=f"オンライン{number}", mode="online")


def test_few_of_many_online_classes_are_offered() -> None:
    """Those of the own prefecture first, and a link to all; in the edition only where there are classes anyway."""
    courses = (*(make_online(number) for number in range(9)), make_online(9, "141003"))
    found = describe_courses(make_place(KAWASAKI), show(courses=courses))
    assert found
    assert not found.has_own
    [fold] = found.folds
    assert (fold.text, len(fold.courses), fold.courses[0].name) == (
        "Online classes of other places (10)",
        5,
        "オンライン9",
    )
    assert fold.more
    assert fold.more.url == "?online=yes"
    static = replace(show(courses=courses), links=StaticLinks("map"))
    assert describe_courses(make_place(KAWASAKI), static) is None


def test_in_a_list_a_city_has_its_first_classes_in_brief() -> None:
    """And leads to the others."""
    found = describe_courses_briefly(make_place(KAWASAKI), show(View(free=True)), "?city=kawasaki")
    assert found
    assert ([card.name for card in found.shown], found.is_brief) == (
        ["Japanese online in the evening", *ORDER[2:4]],
        True,
    )
    assert found.more
    assert (found.more.text, found.more.url) == ("More classes (5)", "?city=kawasaki")


def test_a_popup_has_their_number_and_the_first() -> None:
    """Before the links to lists of classes; without classes it stays as it is."""
    section = Section("class", "Japanese classes", ())
    told = add_lines(section, make_place(KAWASAKI), show())
    assert told.heading == "Japanese classes (8)"
    assert [item.text for item in told.items] == [*ORDER[:3], "More classes (5)"]
    assert add_lines(section, make_place(KAWASAKI), show(courses=())) is section


@pytest.mark.parametrize(("speaks", "fields"), [("vi", ["class", "counter"]), (None, ["class", "department"])])
def test_counters_stand_behind_the_classes_for_whoever_asks_for_a_language(
    speaks: str | None, fields: list[str]
) -> None:
    """On the card and in the list."""
    scene = show(View(city="kawasaki", speaks=speaks))
    assert scene.opened
    for card in (describe_whole_card(scene.opened, scene), describe_brief_card(scene.opened, scene, "")):
        assert [section.field for section in card.sections][:2] == fields


def test_the_counter_that_speaks_the_readers_language_comes_first() -> None:
    """Of two counters of Kawasaki one speaks Thai, the other Spanish; English, which anybody gets, changes nothing."""
    firsts = []
    for code in ("en", "id", "es", "ja"):
        scene = replace(show(language=code), links=StaticLinks("map"))
        assert scene.opened
        sections = describe_whole_card(scene.opened, scene).sections
        firsts.append(next(section for section in sections if section.field == "counter").items[0].text)
    center, plaza = "多文化共生総合相談ワンストップセンター(川崎市国際交流センター)", "かわさき多文化共生プラザ"
    assert firsts == [center, center, plaza, center]
