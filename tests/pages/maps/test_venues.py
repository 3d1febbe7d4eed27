"""Where classes are held, as the map's layer gets it: only what a scene shows, each place once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from data.folder import locate_files
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.edition.links import StaticLinks
from pages.edition.map import render_static_map
from pages.languages.language import load_language
from pages.maps.venues import MAX_IN_FULL, MAX_VENUES, describe_venues, list_venues
from tests.courses import make_course
from tests.hostile import HOSTILE
from tests.pages.parsed_html import read_html

ENGLISH = load_language()
TODAY = date(2026, 11, 27)
HALL: dict[str, Any] = {"venue": "市民会館", "latitude": 34.5735, "longitude": 135.4790}
COURSES = (
    make_course(name="土曜", **HALL),
    make_course(name="日曜", name_en="Sunday", id="2", weekdays=("日",), fee_yen=1500, **HALL),
    make_course("271411", name="区", id="3", latitude=34.55, longitude=135.5),  # 堺市堺区; its venue has no name
    make_course("281000", name="神戸", venue="会館", latitude=34.69, longitude=135.2, fee_yen=None, start=None),
    make_course("281000", name="去年", venue="旧館", latitude=34.7, longitude=135.2, valid_until=date(2026, 3, 31)),
    make_course("281000", name="遠隔", mode="online", latitude=34.69, longitude=135.2),
    make_course("281000", name="どこか"),
    make_course("122271", name="浦安", venue="中央公民館", latitude=35.653, longitude=139.902),  # which has no row
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table with a few classes."""
    return replace(load_atlas(locate_files({})), courses=COURSES)


def make_scene(atlas: Atlas, view: View) -> Scene:
    """A page of the app that shows the view."""
    return Scene(atlas, view, Links("map"), ENGLISH, today=TODAY)


@pytest.mark.parametrize(
    ("view", "names"),
    [
        (View(), ["市民会館", "区", "会館"]),
        (View(city="kobe"), ["市民会館", "区", "会館"]),  # what is chosen on the map changes nothing that it is told
        (View(prefectures=("osaka",)), ["市民会館", "区"]),
        (View(query="Kobe"), ["会館"]),
        (View(query="浦安"), ["中央公民館"]),
        (View(days=("sun",)), ["市民会館"]),
        (View(time="evening"), ["市民会館", "区", "中央公民館"]),
        (View(free=True, prefectures=("hyogo",)), []),
    ],
)
def test_a_place_is_shown_where_its_class_is(atlas: Atlas, view: View, names: list[str]) -> None:
    """With a filter those that fit, wherever they are; else those of the cities on the map; none that is over."""
    assert [venue.name for venue in list_venues(make_scene(atlas, view))] == names


def test_classes_at_one_place_share_it(atlas: Atlas) -> None:
    """Each says when it is and what it costs, as far as that is known, and which city's card tells more."""
    hall, ward, kobe = list_venues(make_scene(atlas, View()))
    assert [(one.name, one.lines, one.slug, one.city, one.url) for one in hall.classes] == [
        ("土曜", ("Sat 18:30–20:00, every week · Free of charge",), "sakai", "Sakai", None),
        ("Sunday", ("Sun 18:30–20:00, every week · ¥1,500",), "sakai", "Sakai", None),
    ]
    assert [(one.name, one.slug) for one in ward.classes] == [("区", "sakai")]
    assert [one.lines for one in kobe.classes] == [("Sat until 20:00, every week",)]
    [urayasu] = list_venues(make_scene(atlas, View(query="浦安")))
    assert [(one.slug, one.city) for one in urayasu.classes] == [(None, None)]


def test_very_many_are_told_shortly_or_not_at_all(atlas: Atlas) -> None:
    """What the map is told goes through each visitor's socket: first only the names go, then a filter has to come."""
    many = [make_course(id=str(n), latitude=34.5 + n / 10000, longitude=135.4) for n in range(MAX_VENUES + 1)]
    short = list_venues(make_scene(replace(atlas, courses=tuple(many[: MAX_IN_FULL + 1])), View()))
    assert (len(short), {one.lines for venue in short for one in venue.classes}) == (MAX_IN_FULL + 1, {()})
    late = replace(many[0], start=time(9), end=time(10))
    crowd = replace(atlas, courses=(*many[1:], late))
    assert list_venues(make_scene(crowd, View())) == ()
    assert len(list_venues(make_scene(crowd, View(time="morning")))) == 1


def test_a_map_without_classes_is_told_nothing_of_them() -> None:
    """Not even the words."""
    scene = make_scene(load_atlas(locate_files({})), View())
    assert describe_venues(scene, "venues.js") is None
    static = Scene(scene.atlas, View(lang="en"), StaticLinks("map", "../../", folder="en/map/"), ENGLISH, today=TODAY)
    assert "venues" not in str(render_static_map(static))


def test_in_the_edition_a_class_leads_to_its_citys_page(atlas: Atlas) -> None:
    """By a way from the map's own document, whose data stays data whatever a cell holds."""
    course = replace(COURSES[0], name=HOSTILE, venue=HOSTILE)
    links = StaticLinks("map", "../../", folder="en/map/")
    scene = Scene(replace(atlas, courses=(course,)), View(lang="en"), links, ENGLISH, today=TODAY)
    [data] = read_html(str(render_static_map(scene))).find("script", type="application/json")
    venues = json.loads(data.text)["venues"]
    [place] = venues["places"]
    assert venues["script"].startswith("../../assets/venues.")
    assert (place["name"], place["classes"][0]["name"]) == (HOSTILE, HOSTILE)
    assert place["classes"][0]["url"] == "../city/sakai/"
