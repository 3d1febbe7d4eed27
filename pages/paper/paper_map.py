"""The map of a printed sheet: nothing is pressed there, so marks are as small as can be read, near their places."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from data.boundaries import PREFECTURES_FILE
from data.records import City
from geocache.coordinates import Coordinate
from pages.health.broken import note_broken, note_whole
from pages.languages.language import Language
from pages.languages.names import name_place
from pages.maps.label_text import measure_text
from pages.maps.land_paths import WIDTH_PX, Bounds, measure_height, project
from pages.paper.paper_marks import DISC_PX, NAME_HEIGHT_PX, Middle, place_names, spread_discs
from pages.paper.region import draw_region, draw_stamp, frame_japan, frame_region

FEW = 4  # so many cities have their names on the map; of more each has a number


@dataclass(frozen=True, slots=True)
class PaperMark:
    """A name in a box, or a number on a disc: its middle and width, and the point it belongs to, in px."""

    label: str
    x: float
    y: float
    width: float
    point_x: float
    point_y: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """Japan as a stamp: height in px, land as a path, and the frame of a part: left, top, width, height in px."""

    height: float
    land: str
    frame: tuple[float, float, float, float]
    width: float = WIDTH_PX


@dataclass(frozen=True, slots=True)
class PaperMap:
    """A drawing: its height in px; paths of the land and of the prefectures it is about, in tenths of a px.

    Where it is of a part of Japan, `stamp` shows where. Marks with names stand in boxes, with numbers on `discs`; what
    is beside its place has one of the `leaders`, which leads to one of the `dots`. These three are paths.
    """

    height: float
    land: str
    home: str
    marks: tuple[PaperMark, ...]
    discs: str
    leaders: str
    dots: str
    stamp: Stamp | None = None
    width: float = WIDTH_PX
    box_height: float = NAME_HEIGHT_PX


def draw_paper_map(cities: Sequence[City], places: Collection[Coordinate], language: Language) -> PaperMap:
    """Draw the part of Japan that the cities lie in, or all of it; one city without its number, many without names."""
    by_code = {place.code: place for place in places}
    placed = {city: by_code[city.code] for city in cities if city.code in by_code}
    spots = [(place.longitude, place.latitude) for place in placed.values()]
    region, land, home = _find_region(placed)
    view = region or frame_japan(spots)
    height = measure_height(view)
    points = [project(view, *spot) for spot in spots]
    numbers = {city: number for number, city in enumerate(cities, start=1)}
    if len(cities) <= FEW:
        labels = [_name(city, numbers[city] if len(cities) > 1 else None, language) for city in placed]
        widths = [measure_text(label) for label in labels]
        middles = place_names(points, widths, (WIDTH_PX, height))
    else:
        labels, widths = [str(numbers[city]) for city in placed], [DISC_PX] * len(placed)
        middles = spread_discs(points, (WIDTH_PX, height))
    marks = tuple(
        PaperMark(label, *middle, width, *point)
        for label, width, middle, point in zip(labels, widths, middles, points, strict=True)
    )
    paper = PaperMap(height, land, home, marks, *_draw_marks(marks, numbered=len(cities) > FEW))
    return replace(paper, stamp=_draw_stamp(region)) if region else paper


def _name(city: City, number: int | None, language: Language) -> str:
    name = name_place(city.place, language).label
    return f"{number} {name}" if number else name


def _find_region(placed: dict[City, Coordinate]) -> tuple[Bounds | None, str, str]:
    """Find the bounds of the part that the cities lie in, if it is one, its land and their prefectures.

    Where the outlines cannot be read there is no land, and the next time they are tried again.
    """
    part = f"outlines {PREFECTURES_FILE.name}"
    spots = tuple((city.prefecture.code, place.longitude, place.latitude) for city, place in placed.items())
    try:
        bounds = frame_region(spots)
        codes = frozenset(code for code, *_ in spots) if bounds else frozenset()
        land, home = draw_region(bounds or frame_japan([(x, y) for _, x, y in spots]), codes)
    except Exception as error:
        note_broken(part, f"{PREFECTURES_FILE}: {error}; bring back the file as it was shipped")
        return None, "", ""
    note_whole(part)
    return bounds, land, home


def _draw_stamp(region: Bounds) -> Stamp:
    corners = [(region[0], region[3]), (region[2], region[1])]
    view = frame_japan(corners)
    (left, top), (right, bottom) = (project(view, *corner) for corner in corners)
    frame = left, top, round(right - left, 1), round(bottom - top, 1)
    return Stamp(measure_height(view), draw_stamp(view), frame)


def _draw_marks(marks: Sequence[PaperMark], *, numbered: bool) -> tuple[str, str, str]:
    """Draw the discs, the leaders and the dots; a number on its place has neither line nor dot."""
    middles = [(mark.x, mark.y) for mark in marks]
    points = [(mark.point_x, mark.point_y) for mark in marks]
    beside = [
        (point, middle)
        for point, middle in zip(points, middles, strict=True)
        if not numbered or math.dist(point, middle) > DISC_PX / 2
    ]
    leaders = "".join(f"M{x:g} {y:g}L{to_x:g} {to_y:g}" for (x, y), (to_x, to_y) in beside)
    return _draw_dots(middles) if numbered else "", leaders, _draw_dots(point for point, _ in beside)


def _draw_dots(points: Iterable[Middle]) -> str:
    """Draw each point as a line without length, which its round ends make a dot."""
    return "".join(f"M{x:g} {y:g}h0" for x, y in points)
