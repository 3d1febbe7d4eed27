"""The land of a drawing: the outlines of prefectures as SVG paths, on a map and in its insets; and where a place is."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

from data.boundaries import PREFECTURES_FILE
from pages.health.broken import note_broken, note_whole
from pages.maps.insets import Inset
from pages.maps.land_paths import Bounds, project, shift, stretch, write_paths

MAIN_ISLANDS = (128.5, 28.0, 145.5, 45.9)  # west, south, east, north in degrees WGS84, with some sea for labels
MARGIN_DEGREES = 1.0  # around a city outside of that
DETAIL_DEGREES = 0.06  # by which an outline may be off, 1.2 px of the main islands
INSET_DETAIL_DEGREES = 0.016  # the same of an inset
MIN_ISLAND_PX2 = 1.5
STEPS_PER_PX = 4  # outlines are written in quarters of a px, without points: nobody sees less than that


def widen_bounds(bounds: Bounds, spots: Iterable[tuple[float, float]]) -> Bounds:
    """Widen the bounds so that all spots, longitude and latitude, are in them."""
    west, south, east, north = bounds
    for longitude, latitude in spots:
        if not (west <= longitude <= east and south <= latitude <= north):
            west, east = (
                min(west, math.floor(longitude - MARGIN_DEGREES)),
                max(east, math.ceil(longitude + MARGIN_DEGREES)),
            )
            south, north = (
                min(south, math.floor(latitude - MARGIN_DEGREES)),
                max(north, math.ceil(latitude + MARGIN_DEGREES)),
            )
    return west, south, east, north


def find_land(bounds: Bounds, inset: Inset | None = None) -> str:
    """Draw the land of a map, or of an inset in it."""
    return _attempt(partial(_draw_inset_land, bounds, inset) if inset else partial(_draw_land, bounds))


def find_chosen(bounds: Bounds, spots: tuple[tuple[float, float], ...]) -> str:
    """Draw the prefectures that the spots, longitude and latitude, lie in; of each the part with the spot."""
    return _attempt(partial(_draw_chosen, bounds, spots))


def _attempt(draw: Callable[[], str]) -> str:
    """Draw something; nothing where the file of the land cannot be read, and then try again the next time."""
    part = f"outlines {PREFECTURES_FILE.name}"
    try:
        land = draw()
    except Exception as error:
        note_broken(part, f"{PREFECTURES_FILE}: {error}; bring back the file as it was shipped")
        return ""
    note_whole(part)
    return land


@cache
def _draw_land(bounds: Bounds) -> str:
    """Draw the prefectures' outlines as one path."""
    return write_paths(_place_land(bounds, DETAIL_DEGREES), MIN_ISLAND_PX2, STEPS_PER_PX)


@lru_cache(maxsize=64)
def _draw_chosen(bounds: Bounds, spots: tuple[tuple[float, float], ...]) -> str:
    """Draw the parts of the land that the spots lie in."""
    parts = _place_land(bounds, DETAIL_DEGREES)
    nearest = {int(shapely.distance(parts, shapely.Point(project(bounds, *spot))).argmin()) for spot in spots}
    return write_paths((parts[number] for number in sorted(nearest)), 0, STEPS_PER_PX)


@lru_cache(maxsize=64)
def _draw_inset_land(bounds: Bounds, inset: Inset) -> str:
    """Draw what an inset shows of it, in more detail."""
    parts = shapely.get_parts(shapely.clip_by_rect(_place_land(bounds, INSET_DETAIL_DEGREES), *inset.shown))
    drawn = shapely.transform(parts, lambda xy: inset.magnify((0, 0)) + xy * inset.times)
    return write_paths(drawn, MIN_ISLAND_PX2, STEPS_PER_PX)


def _place_land(bounds: Bounds, detail: float) -> npt.NDArray[np.object_]:
    return shapely.transform(_read_land(detail), lambda xy: shift(bounds, xy))


@cache
def _read_land(detail: float) -> npt.NDArray[np.object_]:
    """Read the prefectures' polygons, latitudes stretched; a border that two share stays one when it is simplified."""
    features = json.loads(PREFECTURES_FILE.read_text(encoding="utf-8"))["features"]
    stretched = shapely.transform([shape(feature["geometry"]) for feature in features], stretch)
    return shapely.get_parts(shapely.coverage_simplify(stretched, detail))
