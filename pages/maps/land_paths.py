"""Land as SVG paths: the Mercator projection of a part of the world, and outlines written in few bytes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Bounds = tuple[float, float, float, float]  # west, south, east, north in degrees WGS84
Places = npt.NDArray[np.float64]  # one a row: longitude and latitude in degrees, or x and y in px
WIDTH_PX = 336.0  # a phone of 360 px less its margins, so that there a target is as large as drawn


@lru_cache(maxsize=2048)  # the same places stand on the maps of all languages
def project(bounds: Bounds, longitude: float, latitude: float) -> tuple[float, float]:
    """Return the px of a place in the projection of these bounds, to a tenth."""
    [(x, y)] = project_all(bounds, np.array([[longitude, latitude]]))
    return round(float(x), 1), round(float(y), 1)


def project_all(bounds: Bounds, places: Places) -> Places:
    """Return the px of places in the projection of these bounds."""
    return shift(bounds, stretch(places))


def shift(bounds: Bounds, stretched: Places) -> Places:
    """Return the px of places whose latitudes are stretched already."""
    west, _, east, north = bounds
    [(left, top)] = stretch(np.array([[west, north]]))
    scale = WIDTH_PX / (east - west)
    return np.column_stack([(stretched[:, 0] - left) * scale, (top - stretched[:, 1]) * scale])


def measure_height(bounds: Bounds) -> float:
    """Return the height in px of a drawing with these bounds."""
    return round(project(bounds, bounds[2], bounds[1])[1])


def stretch(places: Places) -> Places:
    """Return latitudes as the projection has them, in degrees of longitude."""
    return np.column_stack([places[:, 0], np.degrees(np.arcsinh(np.tan(np.radians(places[:, 1]))))])


def unstretch(stretched: float) -> float:
    """Return the latitude of one that is stretched."""
    return math.degrees(math.atan(math.sinh(math.radians(stretched))))


def write_paths(areas: Iterable[BaseGeometry], least_px2: float, steps_per_px: int) -> str:
    """Write the outlines of areas in px as one path, in so many whole steps to a px; no part smaller than the least."""
    parts = shapely.get_parts([*areas])
    return "".join(
        _write_ring(part.exterior.coords, steps_per_px)
        for part in parts
        if part.geom_type == "Polygon" and part.area >= least_px2
    )


def _write_ring(ring: Iterable[tuple[float, ...]], steps_per_px: int) -> str:
    points = [(round(x * steps_per_px), round(y * steps_per_px)) for x, y in ring][:-1]
    steps = (f"{to_x - x} {to_y - y}" for (x, y), (to_x, to_y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")
