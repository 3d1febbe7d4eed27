"""Distances: how far apart two points are, and which cities are nearest."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from geographiclib.geodesic import Geodesic

M_PER_KM = 1000
SPHERE_KM = 6371.0  # the Earth's mean radius
DOUBT, EQUAL_KM = 1.02, 0.001  # two guesses are this many times, and this much, apart before the larger is the farther


class Located(Protocol):
    """Anything with a code and a point (degrees WGS84), such as a Coordinate."""

    @property
    def code(self) -> str:
        """The six-digit local-government code."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""


@dataclass(frozen=True, slots=True)
class RankedPoint:
    """A city and how far away its point is."""

    code: str
    km: float


def measure_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Measure the distance of two points (latitude, longitude; degrees WGS84) in km along the ellipsoid."""
    return float(Geodesic.WGS84.Inverse(*a, *b, Geodesic.DISTANCE)["s12"]) / M_PER_KM


def rank_nearest(
    latitude: float, longitude: float, candidates: Iterable[Located], limit: int
) -> tuple[RankedPoint, ...]:
    """Return the nearest candidates to a point (degrees WGS84), nearest first, at most `limit`; equals by code."""
    here, most = (latitude, longitude), max(limit, 0)
    guessed = sorted(((_guess_km(here, one), one) for one in candidates), key=lambda pair: pair[0])
    enough = guessed[:most][-1][0] * DOUBT + EQUAL_KM if guessed[:most] else 0.0
    nearby = [
        RankedPoint(candidate.code, measure_km(here, (candidate.latitude, candidate.longitude)))
        for km, candidate in guessed
        if km <= enough
    ]
    return tuple(sorted(nearby, key=lambda near: (near.km, near.code))[:most])


def _guess_km(here: tuple[float, float], there: Located) -> float:
    """Measure a distance on a sphere: a fiftieth of the work, and less than one per cent wrong."""
    latitude, other = math.radians(here[0]), math.radians(there.latitude)
    between = math.sin((other - latitude) / 2) ** 2
    between += math.cos(latitude) * math.cos(other) * math.sin(math.radians(there.longitude - here[1]) / 2) ** 2
    return 2 * SPHERE_KM * math.asin(math.sqrt(min(between, 1.0)))
