"""Checking the file: each thing that can be wrong with it is told, all at once, with its remedy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.places.gazetteer import find_place
from data.records import City, Place, Table
from geocache.answer import format_query
from geocache.check import check_coordinates
from geocache.coordinates import Coordinate, write_coordinates
from geocache.gazetteer import find_offline


def city_of(code: str) -> City:
    """Make a city of the table of which only the place matters."""
    place = find_place(code)
    assert place is not None
    return City("1", 4, place, place.code, place.en, (), (), (), ())


def row_of(place: Place) -> Coordinate:
    """Make a right row."""
    point = find_offline(place).point
    assert point is not None
    query = format_query(place)
    return Coordinate(
        place.code, place.ja, point.latitude, point.longitude, point.provider, query, point.matched_name, "2026-11-22"
    )


SAKAI, KITAKYUSHU, OSAKA_PREFECTURE = map(city_of, ("271403", "401005", "270008"))
TABLE = Table((SAKAI, KITAKYUSHU, OSAKA_PREFECTURE))
ROWS = {city.code: row_of(city.place) for city in TABLE.cities}


def check(folder: Path, *rows: Coordinate) -> list[str]:
    """Check a file of these rows against the table; return the problems as they are told."""
    path = folder / "coordinates.csv"
    write_coordinates(path, rows)
    return [str(problem) for problem in check_coordinates(TABLE, path)]


def test_right_file_has_no_problem(tmp_path: Path) -> None:
    """Each city has its one right row: nothing is told."""
    assert check(tmp_path, *ROWS.values()) == []


def test_absent_file_misses_every_city(tmp_path: Path) -> None:
    """Without a file each city is named."""
    problems = check_coordinates(TABLE, tmp_path / "coordinates.csv")
    assert [problem.value for problem in problems] == [city.code for city in TABLE.cities]
    assert all("python -m geocache" in problem.remedy for problem in problems)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"latitude": 36.2110, "longitude": 136.2314}, "km outside 大阪府"),
        ({"latitude": 34.5, "longitude": 135.2}, "km outside 大阪府"),
        ({"name": "坂井市"}, "is 堺市 in the gazetteer"),
        ({"latitude": 135.483041, "longitude": 34.573362}, "look swapped"),
        ({"latitude": 0.0, "longitude": 0.0}, "outside Japan"),
        ({"latitude": 34.57}, "The gazetteer has 34.57333333"),
        ({"latitude": 34.9, "provider": "hand"}, "km from the gazetteer"),
        ({"provider": "gazeteer"}, "nearly 'gazetteer'"),
        ({"provider": "堺市"}, "one word"),
        ({"query": "堺市"}, "'堺市, 大阪府'"),
        ({"matched_name": "堺"}, "called 堺市 there"),
        ({"date": "2999-01-01"}, "no day up to today"),
    ],
)
def test_wrong_row_is_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """A wrong row is told with its line, what was found, what is allowed and what to do."""
    wrong = replace(ROWS[SAKAI.code], **changes)
    problems = check(tmp_path, wrong, ROWS[KITAKYUSHU.code], ROWS[OSAKA_PREFECTURE.code])
    assert told in problems[0]
    assert problems[0].startswith("coordinates.csv, line 3, column ")


def test_a_pier_is_near_enough(tmp_path: Path) -> None:
    """A point 1 km off the coast is allowed: the outlines are simplified."""
    pier = replace(ROWS[SAKAI.code], latitude=34.60, longitude=135.405, provider="hand")
    assert check(tmp_path, pier, ROWS[KITAKYUSHU.code], ROWS[OSAKA_PREFECTURE.code]) == []


def test_orphan_is_told(tmp_path: Path) -> None:
    """A row of no city of the table is named."""
    orphan = row_of(city_of("261009").place)
    (problem,) = check(tmp_path, orphan, *ROWS.values())
    assert "line 2, column code" in problem
    assert "京都市" in problem
    assert "belongs to no city" in problem


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """A missing city, a wrong name, a wrong place and an orphan are told together."""
    wrong = replace(ROWS[SAKAI.code], name="x", latitude=36.2, longitude=136.2)
    assert len(check(tmp_path, wrong, ROWS[OSAKA_PREFECTURE.code], row_of(city_of("261009").place))) == 4
