"""Distances: how far apart two points are, and which cities are nearest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from geographiclib.geodesic import Geodesic

M_PER_KM = 1000


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
    here = (latitude, longitude)
    nearby = [
        RankedPoint(candidate.code, measure_km(here, (candidate.latitude, candidate.longitude)))
        for candidate in candidates
    ]
    return tuple(sorted(nearby, key=lambda near: (near.km, near.code))[: max(limit, 0)])
