"""The land beneath the map's tiles is lighter than its source and still the same land."""

import json

import pytest
import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from data.boundaries import PREFECTURES_FILE
from data.folder import locate_files
from geocache.coordinates import read_coordinates
from pages.maps.outlines import lighten_outlines

SOURCE = PREFECTURES_FILE.read_text(encoding="utf-8")


def read_areas(geojson: str) -> list[BaseGeometry]:
    """Read the areas of a FeatureCollection; where a border touches itself, which no eye sees, it is mended first."""
    return [shapely.make_valid(shape(feature["geometry"])) for feature in json.loads(geojson)["features"]]


@pytest.fixture(scope="module")
def light() -> str:
    """The shipped prefectures, made lighter."""
    return lighten_outlines(SOURCE)


def test_a_quarter_of_the_bytes_and_corners_is_gone_at_least(light: str) -> None:
    """What a phone loads and draws anew at every zoom."""
    corners = [int(shapely.get_num_coordinates(read_areas(text)).sum()) for text in (SOURCE, light)]
    assert len(light) < len(SOURCE) * 0.75
    assert corners[1] < corners[0] * 0.75


def test_every_prefecture_is_still_where_it_was(light: str) -> None:
    """Each keeps its place in the file, its area but for little at the edges, and every island."""
    for before, after in zip(read_areas(SOURCE), read_areas(light), strict=True):
        assert before.symmetric_difference(after).area < before.area / 20
        assert len(shapely.get_parts(after)) >= len(shapely.get_parts(before))


def test_no_gap_opens_between_neighbours(light: str) -> None:
    """A border that two prefectures share is drawn once: together they cover what they covered, without a hole more."""
    before, after = (shapely.union_all(read_areas(text)) for text in (SOURCE, light))
    assert sum(len(part.interiors) for part in shapely.get_parts(after)) <= sum(
        len(part.interiors) for part in shapely.get_parts(before)
    )


def test_the_city_halls_stand_on_the_land(light: str) -> None:
    """No dot is drawn at sea, but for 2 km of a coast that has become straighter."""
    land = shapely.union_all(read_areas(light)).buffer(0.02)
    places = read_coordinates(locate_files({}).coordinates).coordinates.values()
    assert [place.code for place in places if not land.contains(Point(place.longitude, place.latitude))] == []
