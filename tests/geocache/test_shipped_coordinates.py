"""The shipped coordinate file itself: twenty city halls, each where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.folder import locate_files
from data.places.gazetteer import find_place
from data.table.table import read_table
from geocache.check import check_coordinates
from geocache.coordinates import Coordinate, format_coordinates, read_coordinates
from geocache.distance import measure_km
from tests.data.outlines import find_prefectures_at

FILES = locate_files({})
SHIPPED = read_coordinates(FILES.coordinates)


def test_file_lies_in_the_repository() -> None:
    """The file is shipped, so that a fresh clone geocodes nothing."""
    assert FILES.coordinates == Path(__file__).parents[2] / "geocache" / "coordinates.csv"
    assert FILES.coordinates.is_file()


def test_each_city_of_the_table_has_its_row() -> None:
    """Twenty cities, twenty rows, no problem of any kind."""
    table = read_table(FILES)
    assert len(SHIPPED.coordinates) == 20
    assert check_coordinates(table, FILES.coordinates) == ()


def test_file_is_as_the_command_writes_it() -> None:
    """Nobody has to look at differences in form: written anew it is the same bytes."""
    assert format_coordinates(SHIPPED.coordinates.values()).encode() == FILES.coordinates.read_bytes()


@pytest.mark.parametrize("coordinate", SHIPPED.coordinates.values(), ids=lambda coordinate: coordinate.name)
def test_point_is_the_city_hall(coordinate: Coordinate) -> None:
    """A row lies within 1 km of the gazetteer's city hall, in the right prefecture, and says where it is from."""
    place = find_place(coordinate.code)
    assert place is not None
    assert place.latitude is not None
    assert place.longitude is not None
    assert measure_km((coordinate.latitude, coordinate.longitude), (place.latitude, place.longitude)) < 1
    assert find_prefectures_at(coordinate.latitude, coordinate.longitude) == (place.prefecture.code,)
    assert (coordinate.name, coordinate.matched_name) == (place.ja, place.ja)
    assert (coordinate.provider, coordinate.query) == ("gazetteer", f"{place.ja}, {place.prefecture.ja}")
