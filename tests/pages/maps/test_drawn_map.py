"""The drawn map: every listed city named and hittable, all of Japan as dots."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from data.folder import locate_files
from data.places.gazetteer import find_place
from geocache.coordinates import Coordinate
from pages.answers.atlas import Atlas, load_atlas
from pages.languages.language import Language, list_languages, load_language
from pages.maps.drawn_map import MAX_LABELS, Mark, draw_map
from pages.maps.label_plan import TARGET_PX
from pages.maps.label_text import measure_text
from pages.maps.land_paths import WIDTH_PX
from tests.pages.samples import SAPPORO, TEN, make_city

ENGLISH = load_language()


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def locate(code: str) -> Coordinate:
    """Put a place where the gazetteer has its office."""
    place = find_place(code)
    assert place is not None
    assert place.latitude is not None
    assert place.longitude is not None
    return Coordinate(code, place.ja, place.latitude, place.longitude, "gazetteer", "", "", "")


def are_apart(one: Mark, other: Mark) -> bool:
    """Tell whether two labels' targets share no area."""
    return abs(one.x - other.x) >= (one.width + other.width) / 2 or abs(one.target_y - other.target_y) >= TARGET_PX


def test_each_shipped_city_is_a_target_of_its_own(atlas: Atlas) -> None:
    """All twenty are named; at 360 px each is 44 px high and wide at least, none covered, none cut off."""
    drawing = draw_map(atlas.cities, atlas.coordinates.values(), ENGLISH)
    assert [mark.city for mark in drawing.marks] == list(atlas.cities)
    assert (drawing.width, drawing.target) == (WIDTH_PX, 44)
    assert all(mark.width >= TARGET_PX for mark in drawing.marks)
    assert all(mark.x - mark.width / 2 >= 0 and mark.x + mark.width / 2 <= WIDTH_PX for mark in drawing.marks)
    assert all(TARGET_PX / 2 <= mark.target_y <= drawing.height - TARGET_PX / 2 for mark in drawing.marks)
    assert all(are_apart(one, other) for one, other in combinations(drawing.marks, 2))


LONGEST_PX, LONG_PX = 65, 38  # of a leader to the middle of its name, beyond half the name's own width; and on average


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_names_lie_near_their_dots(atlas: Atlas, language: Language) -> None:
    """All twenty, in any language: no leader is long, none crosses another, and no name covers a dot."""
    marks = draw_map(atlas.cities, atlas.coordinates.values(), language).marks
    ways = [math.hypot(mark.x - mark.point_x, mark.y - mark.point_y) for mark in marks]
    assert sum(ways) / len(ways) <= LONG_PX
    assert all(
        way <= LONGEST_PX + max(0, mark.width / 2 - TARGET_PX / 2) for way, mark in zip(ways, marks, strict=True)
    )
    lines = [LineString([(mark.point_x, mark.point_y), (mark.x, mark.y)]) for mark in marks]
    assert [(one, other) for one, other in combinations(lines, 2) if one.crosses(other)] == []
    seen = [box(mark.x - mark.width / 2, mark.y - 11, mark.x + mark.width / 2, mark.y + 11) for mark in marks]
    assert [mark.label for mark in marks if any(one.contains(Point(mark.point_x, mark.point_y)) for one in seen)] == []


def test_crowded_cities_are_drawn_again_in_the_sea(atlas: Atlas) -> None:
    """Around Tokyo and Osaka the names stand in insets, which cover no city; elsewhere not."""
    drawing = draw_map(atlas.cities, atlas.coordinates.values(), ENGLISH)
    by_frame = {
        inset.place.frame: [drawing.marks[one].label for one in inset.place.members] for inset in drawing.insets
    }
    assert list(by_frame.values()) == [
        ["Saitama", "Chiba", "Yokohama", "Kawasaki", "Sagamihara"],
        ["Kyoto", "Osaka", "Sakai", "Kobe"],
    ]
    for (left, top, right, bottom), labels in by_frame.items():
        inside = [mark.label for mark in drawing.marks if left < mark.point_x < right and top < mark.point_y < bottom]
        assert inside == labels
    assert all(inset.land for inset in drawing.insets)
    alone = draw_map(atlas.cities[:3], atlas.coordinates.values(), ENGLISH, among=atlas.cities)
    assert alone.insets == ()


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 19)), st.sampled_from(list_languages()))
def test_some_of_the_cities_are_targets_too(atlas: Atlas, chosen: set[int], language: Language) -> None:
    """Whichever are chosen, and in any language: each is named, none covered, no label far from its place."""
    cities = [atlas.cities[number] for number in sorted(chosen)]
    drawing = draw_map(cities, atlas.coordinates.values(), language, among=atlas.cities)
    assert [mark.city for mark in drawing.marks] == cities
    assert all(are_apart(one, other) for one, other in combinations(drawing.marks, 2))
    assert all(abs(mark.x - mark.point_x) + abs(mark.y - mark.point_y) < WIDTH_PX for mark in drawing.marks)


def test_the_prefectures_of_a_few_cities_stand_out(atlas: Atlas) -> None:
    """Of three cities of Kanagawa that one is marked, once; of all twenty none is."""
    three = [city for city in atlas.cities if city.prefecture.ja == "神奈川県"]
    drawing = draw_map(three, atlas.coordinates.values(), ENGLISH, among=atlas.cities)
    assert len(three) == 3
    assert drawing.chosen.count("M") == 1
    assert draw_map(atlas.cities, atlas.coordinates.values(), ENGLISH, among=atlas.cities).chosen == ""


def test_land_is_small_enough_to_be_sent_with_each_page(atlas: Atlas) -> None:
    """The outlines take a few KB, whatever is shown."""
    assert 5_000 < len(draw_map((), (), ENGLISH).land) < 16_000
    assert draw_map((), (), ENGLISH).land == draw_map(atlas.cities, atlas.coordinates.values(), ENGLISH).land


def test_a_far_city_widens_the_view() -> None:
    """Naha and the Ogasawara islands are on the map when they are listed."""
    codes = ("472018", "134210")
    drawing = draw_map([make_city(code) for code in codes], [locate(code) for code in codes], ENGLISH)
    assert len(drawing.marks) == 2
    assert all(0 <= mark.point_x <= WIDTH_PX and 0 <= mark.point_y <= drawing.height for mark in drawing.marks)


def test_a_city_without_a_place_is_left_out() -> None:
    """Nothing is drawn where nothing is known."""
    drawing = draw_map(TEN, [locate(SAPPORO.code)], ENGLISH)
    assert [mark.city for mark in drawing.marks] == [SAPPORO]


def test_too_many_cities_are_dots() -> None:
    """Where labels cannot all stand there are none, and each place has its dot."""
    codes = [f"{number:05}" for number in range(MAX_LABELS + 1)]
    cities = [make_city("011002", number=code) for code in codes]
    drawing = draw_map(cities, [locate("011002")], ENGLISH)
    assert drawing.marks == ()
    assert drawing.dots.count("M") == 1


@pytest.mark.parametrize(("narrow", "wide"), [("Iijima", "Mamama"), ("Kobe", "神戸市役所"), ("Tsu", "Fukushima")])
def test_wider_words_get_wider_labels(narrow: str, wide: str) -> None:
    """The estimate knows thin letters, and that kanji are twice as wide."""
    assert measure_text(narrow) < measure_text(wide)


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_a_numbered_map_has_every_number(language: Language) -> None:
    """Where the names do not all fit beside their numbers, the numbers stand alone."""
    atlas = load_atlas(locate_files({}))
    marks = draw_map(atlas.cities, atlas.coordinates.values(), language, numbered=True).marks
    assert [mark.label.split()[0] for mark in marks] == [str(number) for number in range(1, 21)]
