"""The map of a printed sheet: nothing is pressed there, so marks are as small as can be read, near their places."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from data.boundaries import PREFECTURES_FILE
from data.records import City
from geocache.coordinates import Coordinate
from pages.health.broken import note_broken
from pages.languages.language import Language
from pages.maps.drawn_map import MAIN_ISLANDS, WIDTH_PX, Bounds, Mark, SvgMap, draw_map, find_land, project, widen
from pages.maps.region import draw_japan, draw_region, frame_region

FEW = 4  # so many cities have their names on the map; of more each has a number
DISC_PX = 17.0  # of a number's disc
ROUNDS = 200  # of pushing discs apart
Middle = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Inset:
    """Japan as a stamp: size in px, land as a path in tenths of a px, and a part's frame: left, top, width, height."""

    width: float
    height: float
    land: str
    frame: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PaperMap:
    """A drawing; `home` is the path of the prefectures it is about, in tenths of a px.

    Where it is of a part of Japan, `inset` shows where. `discs` and `leaders` are paths: numbers stand on discs, and a
    disc beside its place has a line.
    """

    drawn: SvgMap
    home: str = ""
    discs: str = ""
    leaders: str = ""
    inset: Inset | None = None


def draw_paper_map(cities: Sequence[City], places: Collection[Coordinate], language: Language) -> PaperMap:
    """Draw the part of Japan that the cities lie in, or all of it; one city without its number, many without names."""
    by_code = {place.code: place for place in places}
    placed = {city: by_code[city.code] for city in cities if city.code in by_code}
    region, land, home = _find_region(placed)
    spots = [(place.longitude, place.latitude) for place in placed.values()]
    view = region or widen(MAIN_ISLANDS, spots)
    if len(cities) <= FEW:
        drawn = draw_map(cities, places, language, numbered=len(cities) > 1, bounds=view)
        lines = [((mark.point_x, mark.point_y), (mark.x, mark.y)) for mark in drawn.marks]
        paper = PaperMap(replace(drawn, land=land or find_land(view)), home, leaders=_draw_lines(lines))
    else:
        paper = _draw_numbers(cities, placed, view, land or find_land(view), home)
    return _place_in_japan(paper, region) if region else paper


def _find_region(placed: dict[City, Coordinate]) -> tuple[Bounds | None, str, str]:
    """Find the bounds, the land and the marked prefectures of the part that the cities lie in, if it is one."""
    codes = frozenset(city.prefecture.code for city in placed)
    try:
        bounds = frame_region(
            [(city.prefecture.code, place.longitude, place.latitude) for city, place in placed.items()]
        )
        return (bounds, *(draw_region(bounds, codes) if bounds else ("", "")))
    except Exception as error:
        note_broken(
            f"outlines {PREFECTURES_FILE.name}", f"{PREFECTURES_FILE}: {error}; bring back the file as it was shipped"
        )
        return None, "", ""


def _place_in_japan(paper: PaperMap, region: Bounds) -> PaperMap:
    corners = [(region[0], region[3]), (region[2], region[1])]
    view = widen(MAIN_ISLANDS, corners)
    (left, top), (right, bottom) = (project(view, *corner) for corner in corners)
    height = round(project(view, view[2], view[1])[1])
    frame = left, top, round(right - left, 1), round(bottom - top, 1)
    return replace(paper, inset=Inset(WIDTH_PX, height, draw_japan(view), frame))


def _draw_numbers(
    cities: Sequence[City], placed: dict[City, Coordinate], view: Bounds, land: str, home: str
) -> PaperMap:
    """Draw each city's number on its place, or as near as the others let it."""
    height = round(project(view, view[2], view[1])[1])
    points = [project(view, place.longitude, place.latitude) for place in placed.values()]
    middles = spread_discs(points, WIDTH_PX, height)
    numbers = {city: str(number) for number, city in enumerate(cities, start=1)}
    marks = tuple(
        Mark(city, numbers[city], *middle, DISC_PX, *point)
        for city, middle, point in zip(placed, middles, points, strict=True)
    )
    moved = [
        (point, middle) for point, middle in zip(points, middles, strict=True) if math.dist(point, middle) > DISC_PX / 2
    ]
    return PaperMap(
        SvgMap(WIDTH_PX, height, land, "".join(f"M{x:g} {y:g}h0" for (x, y), _ in moved), marks),
        home,
        "".join(f"M{x:g} {y:g}h0" for x, y in middles),
        _draw_lines(moved),
    )


def _draw_lines(lines: Iterable[tuple[Middle, Middle]]) -> str:
    return "".join(f"M{x:g} {y:g}L{to_x:g} {to_y:g}" for (x, y), (to_x, to_y) in lines)


def spread_discs(points: Sequence[Middle], width: float, height: float) -> list[Middle]:
    """Push discs on these points apart until none covers another, none further than it must, all inside the frame."""
    middles = list(points)
    for _ in range(ROUNDS):
        crowded = False
        for one, other in combinations(range(len(middles)), 2):
            crowded |= _push_apart(middles, one, other)
        middles = [(_keep(x, width), _keep(y, height)) for x, y in middles]
        if not crowded:
            break
    return [(round(x, 1), round(y, 1)) for x, y in middles]


def _push_apart(middles: list[Middle], one: int, other: int) -> bool:
    """Move two discs that cover each other away by the same; tell whether they did."""
    (x, y), (other_x, other_y) = middles[one], middles[other]
    distance = math.dist(middles[one], middles[other])
    lacking = DISC_PX - distance
    if lacking <= 0:
        return False
    # those on one point part in a direction of their own
    angle = math.atan2(other_y - y, other_x - x) if distance else one + other
    step_x, step_y = math.cos(angle) * (lacking + 0.1) / 2, math.sin(angle) * (lacking + 0.1) / 2
    middles[one], middles[other] = (x - step_x, y - step_y), (other_x + step_x, other_y + step_y)
    return True


def _keep(place: float, size: float) -> float:
    return min(max(place, DISC_PX / 2), size - DISC_PX / 2)
