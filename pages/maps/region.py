"""The part of Japan that some cities lie in: where it ends, and its land, their prefectures marked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from data.boundaries import read_polygons
from pages.maps.drawn_map import WIDTH_PX, Bounds, draw_ring, stretch

Spot = tuple[str, float, float]  # a prefecture's code, longitude and latitude in degrees WGS84
SHAPE = 4 / 3  # of its width to its height
MARGIN = 0.12  # of the prefectures' extent, as surroundings on each side
LEAST_DEGREES, MOST_DEGREES = 1.2, 11.0  # of longitude; what needs more is no part of Japan any more
BESIDE_DEGREES = 0.1  # from one part of a prefecture to another that belongs to the picture
DETAIL_PX = 1.0  # by which an outline may be off
STAMP_DETAIL_PX, STAMP_ISLAND_PX2 = 3, 20  # of Japan as a stamp
LEAST_ISLAND_PX2 = 4
BEYOND = 0.02  # of the extent: land is drawn so far beyond the frame, that its cut edge is not seen


def frame_region(spots: Sequence[Spot]) -> Bounds | None:
    """Return the bounds of what lies around these spots: their parts of their prefectures; None where it is too much.

    Islands of a prefecture that are far from its spots are left out.
    """
    if not spots:
        return None
    polygons = read_polygons()
    parts = [part for code, *place in spots for part in _list_parts(polygons[code], Point(*place))]
    points = [Point(*place) for _, *place in spots]
    west, low, east, high = shapely.total_bounds(shapely.transform([*parts, *points], _stretch_all))
    width, height = ((size * (1 + 2 * MARGIN)) for size in (east - west, high - low))
    width = max(LEAST_DEGREES, width, height * SHAPE)
    x, y = (west + east) / 2, (low + high) / 2
    south, north = (_unstretch(y + sign * width / SHAPE / 2) for sign in (-1, 1))
    return (x - width / 2, south, x + width / 2, north) if width <= MOST_DEGREES else None


@lru_cache(maxsize=128)
def draw_region(bounds: Bounds, codes: frozenset[str]) -> tuple[str, str]:
    """Draw the land inside of bounds, and of it the prefectures of these codes, as two paths in tenths of a px."""
    polygons = read_polygons()
    west, south, east, north = bounds
    beyond = BEYOND * (east - west)
    inside = {
        code: shapely.clip_by_rect(polygon, west - beyond, south - beyond, east + beyond, north + beyond)
        for code, polygon in polygons.items()
    }
    inside = {code: polygon for code, polygon in inside.items() if not polygon.is_empty}
    scale = WIDTH_PX / (east - west)
    drawn = shapely.transform(
        list(inside.values()), lambda xy: (_stretch_all(xy) - [west, stretch(north)]) * [scale, -scale]
    )
    simple = dict(zip(inside, shapely.coverage_simplify(drawn, DETAIL_PX), strict=True))
    return _draw_parts(simple.values()), _draw_parts(area for code, area in simple.items() if code in codes)


@lru_cache(maxsize=8)
def draw_japan(bounds: Bounds) -> str:
    """Draw the land inside of bounds as it can be seen at the size of a stamp, as one path in tenths of a px."""
    west, _, east, north = bounds
    scale = WIDTH_PX / (east - west)
    drawn = shapely.transform(
        list(read_polygons().values()), lambda xy: (_stretch_all(xy) - [west, stretch(north)]) * [scale, -scale]
    )
    land = shapely.union_all(shapely.coverage_simplify(drawn, STAMP_DETAIL_PX))
    return _draw_parts([part for part in shapely.get_parts(land) if part.area >= STAMP_ISLAND_PX2])


def _draw_parts(areas: Iterable[BaseGeometry]) -> str:
    parts = shapely.get_parts([*areas])
    return "".join(draw_ring(part.exterior.coords) for part in parts if part.area >= LEAST_ISLAND_PX2)


def _list_parts(area: BaseGeometry, point: Point) -> list[BaseGeometry]:
    """List the part of an area that a point is on or nearest to, and those beside it."""
    parts = list(shapely.get_parts(area))
    own = min(parts, key=point.distance)
    return [part for part in parts if part.distance(own) <= BESIDE_DEGREES]


def _stretch_all(places: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.column_stack([places[:, 0], [stretch(latitude) for latitude in places[:, 1]]])


def _unstretch(stretched: float) -> float:
    """Return the latitude of what `stretch` made of it."""
    return math.degrees(math.atan(math.sinh(math.radians(stretched))))
