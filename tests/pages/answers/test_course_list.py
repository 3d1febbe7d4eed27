"""The classes that filters leave, in words: how many, what is not known, where, and which filter to drop."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pages.address.links import Links
from pages.address.view import View
from pages.answers.course_list import list_courses, list_on_paper
from pages.answers.course_summary import count_found, summarize_courses
from pages.answers.scene import Scene
from pages.languages.language import load_language
from tests.courses import make_course
from tests.pages.answers.shipped import ATLAS

COURSES = (
    make_course("271403", id="a", audience="anyone"),
    make_course("271411", id="b", audience="anyone"),
    make_course("271004", id="c", audience="anyone", fee_yen=None, childcare=None),
    make_course("282065", id="d", weekdays=("日",)),
    make_course("011002", id="e", weekdays=(), fee_yen=None),
    make_course("041009", id="f", mode="online", weekdays=("月",)),
)
TAUGHT = replace(ATLAS, courses=COURSES)


def set_scene(language: str = "en", **asked: Any) -> Scene:
    """The page of a view, on a day in spring."""
    return Scene(TAUGHT, View(**asked), Links("map"), load_language(language), today=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"days": ("sat",)}, "3 classes in 2 cities"),
        ({"days": ("sat",), "prefectures": ("osaka",), "free": True}, "2 classes in 1 city"),
        ({"days": ("sun", "mon")}, "1 class in 1 city, 1 class online"),
        ({"days": ("mon",)}, "1 class online"),
        ({"days": ("wed",)}, "No class fits all of this."),
        ({}, "20 cities"),
    ],
    ids=str,
)
def test_classes_are_counted_with_their_cities(asked: dict[str, Any], text: str) -> None:
    """A ward counts as its city; without a filter of classes it is the rows that are counted."""
    assert count_found(set_scene(**asked)) == text


def test_what_is_not_known_is_named() -> None:
    """Apart from what fits, folded; by the words of the filters, of each language."""
    found = list_courses(set_scene(days=("sat",), free=True))
    assert found
    assert [(group.text, group.folded, len(group.found)) for group in found.groups] == [
        ("", False, 2),
        ("2 more where this is not known: Fee, Day. Ask.", True, 2),
    ]
    on_paper = list_on_paper(set_scene(days=("sat",), free=True))
    assert on_paper
    assert [group.folded for group in on_paper.groups] == [False, False]
    [group] = (list_courses(set_scene("vi", days=("wed",))) or on_paper).groups
    assert (group.text, group.folded) == ("Thêm 1 lớp chưa rõ: Ngày trong tuần. Hãy hỏi.", False)


def test_the_way_to_a_place_keeps_the_filters() -> None:
    """A listed city opens, and of a ward its city; any other place is searched for, in the reader's spelling."""
    found = list_courses(set_scene(days=("sat", "sun"), lang="en"))
    assert found
    assert [(one.place.text, one.place.url) for one in found.groups[0].found] == [
        ("Sakai (Osaka)", "?lang=en&day=sat&day=sun&city=sakai"),
        ("Sakai Ward, Sakai (Osaka)", "?lang=en&day=sat&day=sun&city=sakai"),
        ("Osaka (Osaka)", "?lang=en&day=sat&day=sun&city=osaka"),
        ("Ashiya (Hyogo)", "?lang=en&q=Ashiya%2C+Hyogo&day=sat&day=sun"),
    ]


def test_the_nearest_first_with_their_distance() -> None:
    """From the place that was asked for, where none fits, and what is online behind them."""
    found = list_courses(set_scene(days=("sat", "mon"), query="Ashiya, Hyogo"))
    assert found
    assert found.note == "The nearest to Ashiya come first."
    assert [group.text for group in found.groups] == ["None of them there. The nearest:", "Online, from anywhere:"]
    assert [one.place.text for one in found.groups[0].found] == [
        "Osaka (Osaka): 18 km",
        "Sakai (Osaka): 24 km",
        "Sakai Ward, Sakai (Osaka): 24 km",
    ]


def test_where_nothing_fits_each_filter_can_be_dropped() -> None:
    """With the number that is then left; days are dropped together, since any of them will do."""
    asked: dict[str, Any] = {
        "days": ("tue", "wed"),
        "time": "evening",
        "childcare": True,
        "prefectures": ("osaka",),
        "query": "Sakai",
    }
    summary = summarize_courses(set_scene(**asked, lang="en"))
    assert summary
    assert summary.wider == ()  # one alone would not do
    assert [offer.text for offer in summary.chosen] == ["Tue", "Wed", "Evening", "Childcare"]
    assert summary.chosen[0].url == "?lang=en&prefecture=osaka&q=Sakai&day=wed&time=evening&childcare=yes"
    summary = summarize_courses(set_scene(days=("wed", "sun"), prefectures=("osaka",), free=True, lang="en"))
    assert summary
    assert [(offer.text, offer.url) for offer in summary.wider] == [
        ("Without “Osaka”: 1 class", "?lang=en&day=wed&day=sun&free=yes"),
        ("Without “Wed, Sun”: 3 classes", "?lang=en&prefecture=osaka&free=yes"),
    ]


def test_a_long_list_is_in_parts() -> None:
    """Its links lead through all of them; the rows below, which are fewer, have none of their own."""
    many = tuple(make_course("271403", id=str(number)) for number in range(120))
    scene = replace(set_scene(days=("sat",), page=3), atlas=replace(ATLAS, courses=many))
    found = list_courses(scene)
    assert found
    assert [one.course.id for one in found.groups[0].found] == [str(number) for number in range(100, 120)]
    assert [step.url for step in found.steps] == ["?day=sat&page=2"]
