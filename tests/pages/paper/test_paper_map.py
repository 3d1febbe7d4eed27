"""The map of a printed sheet: the part of Japan that it is about, numbers on their places."""

import math
import re
from itertools import combinations

import pytest

from data.folder import locate_files
from data.places.gazetteer import find_place
from geocache.coordinates import Coordinate
from pages.answers.atlas import Atlas, load_atlas
from pages.health.broken import list_broken
from pages.languages.language import load_language
from pages.maps.land_paths import WIDTH_PX
from pages.paper import paper_map
from pages.paper.paper_map import PaperMap, draw_paper_map
from pages.paper.paper_marks import DISC_PX, spread_discs
from pages.paper.region import SHAPE
from tests.pages.samples import make_city

ENGLISH = load_language()


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def draw(atlas: Atlas, *slugs: str) -> PaperMap:
    """Draw these cities of the table, or all."""
    cities = [city for city in atlas.cities if not slugs or city.slug in slugs]
    return draw_paper_map(cities, atlas.coordinates.values(), ENGLISH)


def draw_places(*codes: str) -> PaperMap:
    """Draw places of the gazetteer."""
    places = [find_place(code) for code in codes]
    spots = [
        Coordinate(one.code, one.ja, one.latitude or 0, one.longitude or 0, "gazetteer", "", "", "")
        for one in places
        if one
    ]
    return draw_paper_map([make_city(code) for code in codes], spots, ENGLISH)


def test_neighbours_fill_the_map(atlas: Atlas) -> None:
    """Kanagawa's three are far apart on a map of their prefecture, which is marked; a stamp shows where that is."""
    paper = draw(atlas, "yokohama", "kawasaki", "sagamihara")
    points = [(mark.point_x, mark.point_y) for mark in paper.marks]
    assert min(math.dist(*pair) for pair in combinations(points, 2)) > 20
    assert [mark.label for mark in paper.marks] == ["1 Yokohama", "2 Kawasaki", "3 Sagamihara"]
    assert paper.width / paper.height == pytest.approx(SHAPE, rel=0.01)
    assert len(paper.home) > 100
    assert paper.stamp
    left, top, width, height = paper.stamp.frame
    assert (0 < left < left + width < paper.stamp.width, 0 < top < top + height < paper.stamp.height) == (True, True)
    assert max(width, height) < 60
    assert 500 < len(paper.stamp.land) < 3000


def test_one_city_has_its_prefecture_around_it(atlas: Atlas) -> None:
    """All of it is on the map, near islands too, and its name has no number."""
    paper = draw(atlas, "kobe")
    assert [mark.label for mark in paper.marks] == ["Kobe"]
    starts = [(int(x), int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)", paper.home)]
    assert all(0 < x < paper.width * 10 and 0 < y < paper.height * 10 for x, y in starts)
    assert len(starts) > 1


def test_cities_far_apart_are_on_a_map_of_all_of_japan(atlas: Atlas) -> None:
    """There is no part of Japan that they all lie in."""
    paper = draw(atlas, "sapporo", "kumamoto")
    assert (paper.stamp, paper.home) == (None, "")
    assert len(paper.land) > 5000


def test_many_cities_are_numbers_on_their_places(atlas: Atlas) -> None:
    """Each of the twenty is near its place, none covers another, and lines are short."""
    paper = draw(atlas)
    marks = paper.marks
    assert [mark.label for mark in marks] == [str(number) for number in range(1, 21)]
    assert all(math.dist((one.x, one.y), (other.x, other.y)) > DISC_PX - 0.5 for one, other in combinations(marks, 2))
    assert all(math.dist((mark.x, mark.y), (mark.point_x, mark.point_y)) < 2 * DISC_PX for mark in marks)
    assert paper.discs.count("M") == 20


def test_discs_on_one_place_part_inside_the_frame() -> None:
    """Fifty on one corner."""
    middles = spread_discs([(0.0, 0.0)] * 50, (WIDTH_PX, 250))
    assert all(math.dist(*pair) > DISC_PX * 0.9 for pair in combinations(middles, 2))
    assert all(0 < x < WIDTH_PX and 0 < y < 250 for x, y in middles)


@pytest.mark.parametrize("codes", [("472018",), ("134210",), ("134210", "131016")])
def test_islands_are_parts_of_japan_too(codes: tuple[str, ...]) -> None:
    """Naha, and the Ogasawara islands, on a map of their own or with what is far away."""
    paper = draw_places(*codes)
    assert all(0 < mark.point_x < paper.width and 0 < mark.point_y < paper.height for mark in paper.marks)
    assert paper.land


def test_a_city_without_a_place_is_not_on_the_map() -> None:
    """The sheet has its facts all the same."""
    paper = draw_paper_map([make_city("011002")], (), ENGLISH)
    assert (paper.marks, paper.stamp) == ((), None)


def test_a_broken_outline_costs_the_land_only(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cities are then on an empty map, health tells of the file, and it is tried again."""

    def fail(*_: object) -> None:
        raise ValueError("no outlines")

    monkeypatch.setattr(paper_map, "frame_region", fail)
    paper = draw(atlas, "kobe")
    assert (paper.stamp, paper.land, [mark.label for mark in paper.marks]) == (None, "", ["Kobe"])
    assert "outlines prefectures.geojson" in list_broken()
    monkeypatch.undo()
    assert draw(atlas, "kobe").stamp
    assert "outlines prefectures.geojson" not in list_broken()
