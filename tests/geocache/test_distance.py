"""Distances along the ellipsoid, and the nearest cities."""

from __future__ import annotations

import random

import pytest

from geocache.coordinates import Coordinate
from geocache.distance import RankedPoint, measure_km, rank_nearest


def make(code: str, latitude: float, longitude: float) -> Coordinate:
    """Make a coordinate of which only code and point matter."""
    return Coordinate(code, "", latitude, longitude, "", "", "", "")


def test_one_degree_of_latitude() -> None:
    """A degree of latitude at 35° north measures 110.95 km on the WGS84 ellipsoid, not the sphere's 111.19."""
    assert measure_km((34.5, 135.0), (35.5, 135.0)) == pytest.approx(110.95, abs=0.01)
    assert measure_km((35.0, 135.0), (35.0, 135.0)) == 0


def test_nearest_come_first() -> None:
    """Candidates are ranked by km, equals by code, and cut at the limit."""
    candidates = [make("3", 36.0, 135.0), make("2", 35.1, 135.0), make("1", 35.1, 135.0)]
    nearest = rank_nearest(35.0, 135.0, candidates, 2)
    assert [near.code for near in nearest] == ["1", "2"]
    assert nearest[0] == RankedPoint("1", measure_km((35.0, 135.0), (35.1, 135.0)))


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (5, 1)])
def test_limit_bounds_the_answer(limit: int, count: int) -> None:
    """A limit below one gives none, one above the number of candidates gives all."""
    assert len(rank_nearest(35.0, 135.0, [make("1", 35.1, 135.0)], limit)) == count


def test_no_candidate_is_lost_to_a_guess() -> None:
    """All over the globe the nearest are those that measuring every candidate finds."""
    luck = random.Random(18)
    for _ in range(20):
        points = [(luck.uniform(-90, 90), luck.uniform(-180, 180)) for _ in range(40)]
        points += [(20 + luck.random() / 100, 170 + luck.random() / 100) for _ in range(10)]
        here, *others = points
        measured = sorted((measure_km(here, point), f"{number}") for number, point in enumerate(others))
        nearest = rank_nearest(*here, [make(f"{number}", *point) for number, point in enumerate(others)], 5)
        assert [(near.km, near.code) for near in nearest] == measured[:5]
