"""The map of Japan as a drawing: outlines, a dot for each city hall, and a named label that links to its city."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

from data.boundaries import PREFECTURES_FILE
from data.records import City
from geocache.coordinates import Coordinate
from pages.health.broken import note_broken, note_whole
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.maps.label_layout import (
    MOVES_QUICKLY,
    MOVES_THOROUGHLY,
    MOVES_UNAIDED,
    Frame,
    Label,
    Middle,
    Search,
    place_labels,
)

WIDTH_PX = 336.0  # a phone of 360 px less its margins, so that there a target is as large as drawn
TARGET_PX = 44.0  # the height of a label's target and its least width
VISIBLE_HEIGHT_PX = 26.0  # the height of what is seen of it
LETTER_PX = 6.8  # the width of a Latin letter, at the size the style sheet sets
NARROW, WIDE = frozenset("Iijltfr'-. "), frozenset("MWmw")
NARROW_SHARE, WIDE_SHARE, FULL_WIDTH_SHARE = 0.6, 1.5, 1.8  # of that width: such letters, and a Japanese sign
PADDING_PX = 11.0  # left and right of the text together
MAX_LABELS = 30  # more do not fit
MAIN_ISLANDS = (129.0, 28.0, 145.8, 45.9)  # west, south, east, north in degrees WGS84, with some sea for labels
MARGIN_DEGREES = 1.0  # around a city outside of that
DETAIL_DEGREES = 0.045  # by which an outline may be off, a px of the main islands
MIN_ISLAND_PX2 = 1.5
TENTHS_PER_PX = 10  # outlines are written in tenths of a px, without points

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A city's label: its text, its box's middle and width, and the point it belongs to, in px.

    Where it is a link, `url` is where it leads and `name` what it is called, with its prefecture; else both are empty.
    """

    city: City
    label: str
    x: float
    y: float
    width: float
    point_x: float
    point_y: float
    url: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SvgMap:
    """The drawing: size in px, land and dots as SVG paths (land in tenths of a px), labels; none where too many.

    `linked` tells whether labels are links: of a drawing on paper none is.
    """

    width: float
    height: float
    land: str
    dots: str
    marks: tuple[Mark, ...]
    linked: bool = False
    target: float = TARGET_PX
    seen: float = VISIBLE_HEIGHT_PX


def draw_map(
    cities: Sequence[City],
    places: Collection[Coordinate],
    language: Language,
    *,
    numbered: bool = False,
    among: Sequence[City] = (),
    link: Callable[[City], str] | None = None,
) -> SvgMap:
    """Draw the cities that have a place; the main islands are always in view, and further what a city needs.

    With `numbered` each label begins with the city's place in the sequence, from 1, and is that alone where the names
    do not all fit. `among` are all the cities that others of these maps show: a map of some of them is drawn quickly,
    its labels about where they stand when all are shown. `link` makes the address a label leads to.
    """
    some = len(cities) < len(among)
    whole = draw_map(among, places, language, numbered=numbered).marks if some and len(among) <= MAX_LABELS else ()
    aside = {mark.city: (mark.x - mark.point_x, mark.y - mark.point_y) for mark in whole}
    numbers = {city: f"{number} " if numbered else "" for number, city in enumerate(cities, start=1)}
    by_code = {place.code: place for place in places}
    placed = [city for city in cities if city.code in by_code]
    spots = tuple((by_code[city.code].longitude, by_code[city.code].latitude) for city in placed)
    bounds = _widen(MAIN_ISLANDS, spots)
    points = tuple(_project(bounds, *spot) for spot in spots)
    height = round(_project(bounds, bounds[2], bounds[1])[1])
    start = tuple(
        (x + aside[city][0], y + aside[city][1]) for city, (x, y) in zip(placed, points, strict=True) if aside
    )
    search = Search(MOVES_QUICKLY if start else MOVES_UNAIDED if some else MOVES_THOROUGHLY, start)
    names = [name_place(city.place, language).label for city in placed]
    marks = _label(
        placed, [numbers[city] + name for city, name in zip(placed, names, strict=True)], points, height, search
    )
    if numbered and not marks:
        marks = _label(placed, [numbers[city].strip() for city in placed], points, height, search)
    if link:
        marks = tuple(replace(mark, url=link(mark.city), name=_name_fully(mark.city, language)) for mark in marks)
    return SvgMap(WIDTH_PX, height, _find_land(bounds), _draw_dots(points), marks, linked=link is not None)


def _name_fully(city: City, language: Language) -> str:
    name, prefecture = name_place(city.place, language).text, name_prefecture(city.prefecture, language)
    return language.gettext("{city}, {prefecture}").format(city=name, prefecture=prefecture)


def _label(
    cities: Sequence[City], labels: Sequence[str], points: tuple[Middle, ...], height: float, search: Search
) -> tuple[Mark, ...]:
    """Place the cities' labels; none where they do not all fit."""
    widths = tuple(max(TARGET_PX, measure_text(label)) for label in labels)
    middles = _place_labels(points, widths, height, search) if len(cities) <= MAX_LABELS else None
    return tuple(
        Mark(city, label, round(x, 1), round(y, 1), width, *point)
        for city, label, (x, y), width, point in zip(
            cities, labels, middles or (), widths, points, strict=bool(middles)
        )
    )


def measure_text(text: str) -> float:
    """Estimate the width of a label with this text in px, rather too wide than too narrow."""
    letters = sum(
        NARROW_SHARE
        if sign in NARROW
        else WIDE_SHARE
        if sign in WIDE
        else FULL_WIDTH_SHARE
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )
    return round(letters * LETTER_PX + PADDING_PX, 1)


@lru_cache(maxsize=256)
def _place_labels(
    points: tuple[Middle, ...], widths: tuple[float, ...], height: float, search: Search
) -> tuple[Middle, ...] | None:
    labels = [Label(x, y, width) for (x, y), width in zip(points, widths, strict=True)]
    return place_labels(labels, Frame(WIDTH_PX, height, TARGET_PX, VISIBLE_HEIGHT_PX), search)


def _widen(bounds: Bounds, spots: Iterable[tuple[float, float]]) -> Bounds:
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


def _project(bounds: Bounds, longitude: float, latitude: float) -> tuple[float, float]:
    """Return the px of a place in the Mercator projection of these bounds."""
    west, _, east, north = bounds
    scale = WIDTH_PX / (east - west)
    return round((longitude - west) * scale, 1), round((_stretch(north) - _stretch(latitude)) * scale, 1)


def _stretch(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _find_land(bounds: Bounds) -> str:
    """Draw the land; none where its file cannot be read, and then try again the next time."""
    part = f"outlines {PREFECTURES_FILE.name}"
    try:
        land = _draw_land(bounds)
    except Exception as error:
        note_broken(part, f"{PREFECTURES_FILE}: {error}; bring back the file as it was shipped")
        return ""
    note_whole(part)
    return land


@cache
def _draw_land(bounds: Bounds) -> str:
    """Draw the prefectures' outlines as one path."""
    west, _, east, north = bounds
    scale = WIDTH_PX / (east - west)
    drawn = shapely.transform(_read_land(), lambda xy: (xy - [west, _stretch(north)]) * [scale, -scale])
    return "".join(_draw_ring(part.exterior.coords) for part in drawn if part.area >= MIN_ISLAND_PX2)


@cache
def _read_land() -> npt.NDArray[np.object_]:
    """Read the prefectures' polygons, latitudes stretched; a border that two share stays one when it is simplified."""
    features = json.loads(PREFECTURES_FILE.read_text(encoding="utf-8"))["features"]
    areas = [shape(feature["geometry"]) for feature in features]
    stretched = shapely.transform(areas, lambda xy: np.column_stack([xy[:, 0], [_stretch(y) for y in xy[:, 1]]]))
    return shapely.get_parts(shapely.coverage_simplify(stretched, DETAIL_DEGREES))


def _draw_ring(ring: Iterable[tuple[float, ...]]) -> str:
    points = [(round(x * TENTHS_PER_PX), round(y * TENTHS_PER_PX)) for x, y in ring]
    (x, y), steps = points[0], []
    for next_x, next_y in points[1:-1]:
        steps.append(f"{next_x - x} {next_y - y}")
        x, y = next_x, next_y
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _draw_dots(points: Iterable[tuple[float, float]]) -> str:
    """Draw each point as a line without length, which its round ends make a dot; equal ones once."""
    return "".join(dict.fromkeys(f"M{x:g} {y:g}h0" for x, y in points))
