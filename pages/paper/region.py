"""The part of Japan that some cities lie in: its bounds, and its land as paths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from data.boundaries import read_polygons
from pages.maps.land_paths import Bounds, project_all, stretch, unstretch, write_paths

Spot = tuple[str, float, float]  # a prefecture's code, longitude and latitude in degrees WGS84
JAPAN: Bounds = (128.5, 29.5, 146.1, 45.9)  # its main islands
SHAPE = 4 / 3  # of a part's width to its height
MARGIN = 0.12  # of what has to be seen, as surroundings on each side
LEAST_DEGREES, MOST_DEGREES = 1.2, 11.0  # of longitude; what needs more is no part of Japan any more
BESIDE_DEGREES = 0.1  # from one part of a prefecture to another that belongs to the picture
BEYOND = 0.02  # of the extent: land is drawn so far beyond the frame, that its cut edge is not seen
DETAIL_PX, LEAST_ISLAND_PX2 = 1.2, 5  # by which an outline may be off; islands that are drawn
STAMP_DETAIL_PX, STAMP_ISLAND_PX2 = 5, 30  # the same of Japan as a stamp
TENTHS_PER_PX = 10  # paths are in tenths of a px, without points


@lru_cache(maxsize=256)  # sheets of all languages have the same
def frame_region(spots: tuple[Spot, ...]) -> Bounds | None:
    """Return the bounds of what lies around these spots: their parts of their prefectures; None where it is too much.

    Islands of a prefecture that are far from its spots are left out.
    """
    if not spots:
        return None
    polygons = read_polygons()
    parts = [part for code, *place in spots for part in _list_parts(polygons[code], Point(*place))]
    points = [Point(*place) for _, *place in spots]
    west, low, east, high = shapely.total_bounds(shapely.transform([*parts, *points], stretch))
    width, height = ((size * (1 + 2 * MARGIN)) for size in (east - west, high - low))
    width = max(LEAST_DEGREES, width, height * SHAPE)
    x, y = (west + east) / 2, (low + high) / 2
    south, north = (unstretch(y + sign * width / SHAPE / 2) for sign in (-1, 1))
    return (x - width / 2, south, x + width / 2, north) if width <= MOST_DEGREES else None


def frame_japan(spots: Sequence[tuple[float, float]]) -> Bounds:
    """Return the bounds of the main islands and of these spots, longitude and latitude, with some sea around them."""
    west, south, east, north = JAPAN
    for longitude, latitude in spots:
        west, east = min(west, longitude - 1), max(east, longitude + 1)
        south, north = min(south, latitude - 1), max(north, latitude + 1)
    return west, south, east, north


@lru_cache(maxsize=128)
def draw_region(bounds: Bounds, codes: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Draw the land inside of bounds, and of it the prefectures of these codes, as two paths."""
    west, south, east, north = bounds
    beyond = BEYOND * (east - west)
    box = west - beyond, south - beyond, east + beyond, north + beyond
    clipped = {code: shapely.clip_by_rect(area, *box) for code, area in read_polygons().items()}
    inside = {code: area for code, area in clipped.items() if not area.is_empty}
    drawn = shapely.transform(list(inside.values()), lambda xy: project_all(bounds, xy))
    simple = dict(zip(inside, shapely.coverage_simplify(drawn, DETAIL_PX), strict=True))
    home = (area for code, area in simple.items() if code in codes)
    whole, part = (write_paths(areas, LEAST_ISLAND_PX2, TENTHS_PER_PX) for areas in (simple.values(), home))
    return whole, part


@lru_cache(maxsize=8)
def draw_stamp(bounds: Bounds) -> str:
    """Draw the land inside of bounds as it can be seen at the size of a stamp."""
    drawn = shapely.transform(list(read_polygons().values()), lambda xy: project_all(bounds, xy))
    land = shapely.union_all(shapely.coverage_simplify(drawn, STAMP_DETAIL_PX))
    return write_paths([land], STAMP_ISLAND_PX2, TENTHS_PER_PX)


def _list_parts(area: BaseGeometry, point: Point) -> list[BaseGeometry]:
    """List the part of an area that a point is on or nearest to, and those beside it."""
    parts = list(shapely.get_parts(area))
    home = min(parts, key=point.distance)
    return [part for part in parts if part.distance(home) <= BESIDE_DEGREES]
