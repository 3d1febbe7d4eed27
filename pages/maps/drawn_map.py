"""The map of Japan as a drawing: outlines, a dot for each city hall, and a named label that links to its city."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from data.records import City
from geocache.coordinates import Coordinate
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.maps.asked_places import AskedPlace
from pages.maps.drawn_land import find_chosen, find_land
from pages.maps.insets import Inset
from pages.maps.label_layout import MOVES_QUICKLY, MOVES_THOROUGHLY, MOVES_UNAIDED
from pages.maps.label_plan import TARGET_PX, Plan, Spot, arrange_labels
from pages.maps.label_text import VISIBLE_HEIGHT_PX, AskedMark, measure_text
from pages.maps.land_paths import WIDTH_PX, project

MAX_LABELS = 30  # more do not fit
FEW_CITIES, FEW_PREFECTURES = 8, 3  # at most, for these to stand out


@dataclass(frozen=True, slots=True)
class Mark:
    """A city's label: its text, the middle and width of what is seen, its target's middle, and its point, in px.

    Where it is a link, `url` is where it leads and `name` what it is called, with its prefecture; else both are empty.
    """

    city: City
    label: str
    x: float
    y: float
    target_y: float
    width: float
    point_x: float
    point_y: float
    url: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SvgInset:
    """A part of the map that is drawn again, larger: where, and its land as an SVG path."""

    place: Inset
    land: str


@dataclass(frozen=True, slots=True)
class SvgMap:
    """The drawing: size in px, land and dots as SVG paths (land in quarters of a px), labels; none where too many.

    `chosen` are the prefectures of a few cities, which stand out.

    `linked` tells whether labels are links: of a drawing on paper none is.
    """

    width: float
    height: float
    land: str
    dots: str
    marks: tuple[Mark, ...]
    insets: tuple[SvgInset, ...] = ()
    chosen: str = ""
    asked: tuple[AskedMark, ...] = ()
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
    asked: Sequence[AskedPlace] = (),
) -> SvgMap:
    """Draw the cities that have a place; the main islands are always in view, and further what a city needs.

    With `numbered` each label begins with the city's place in the sequence, from 1, and is that alone where the names
    do not all fit. `among` are all the cities that others of these maps show: a map of some of them is drawn quickly,
    its labels about where they stand when all are shown. `link` makes the address a label leads to. `asked` are places
    without a row that the map is about.
    """
    some = len(cities) < len(among)
    whole = draw_map(among, places, language, numbered=numbered).marks if some and len(among) <= MAX_LABELS else ()
    aside = {mark.city: (mark.x - mark.point_x, mark.target_y - mark.point_y) for mark in whole}
    numbers = {city: f"{number} " if numbered else "" for number, city in enumerate(cities, start=1)}
    by_code = {place.code: place for place in places}
    placed = [city for city in cities if city.code in by_code]
    spots = tuple((by_code[city.code].longitude, by_code[city.code].latitude) for city in placed)
    plan = Plan(spots, tuple(aside[city] for city in placed) if aside else (), _find_spots(asked))
    marked = _mark_asked(plan, asked)
    plan = replace(plan, taken=tuple(mark.area for mark in marked))
    plan = replace(plan, moves=MOVES_QUICKLY if aside else MOVES_UNAIDED if some else MOVES_THOROUGHLY)
    names = [name_place(city.place, language).label for city in placed]
    marks, insets = _label(placed, [numbers[city] + name for city, name in zip(placed, names, strict=True)], plan)
    if numbered and not marks:
        marks, insets = _label(placed, [numbers[city].strip() for city in placed], plan)
    if link:
        marks = tuple(replace(mark, url=link(mark.city), name=_name_fully(mark.city, language)) for mark in marks)
    again = tuple(SvgInset(inset, find_land(plan.bounds, inset)) for inset in insets)
    dots = _draw_dots([*plan.points, *((mark.point_x, mark.point_y) for mark in marks)])
    few = some and 0 < len(placed) <= FEW_CITIES and len({city.prefecture for city in placed}) <= FEW_PREFECTURES
    chosen = find_chosen(plan.bounds, plan.asked or plan.spots) if few or 0 < len(asked) <= FEW_PREFECTURES else ""
    return SvgMap(WIDTH_PX, plan.height, find_land(plan.bounds), dots, marks, again, chosen, marked, link is not None)


def _find_spots(asked: Sequence[AskedPlace]) -> tuple[Spot, ...]:
    return tuple((place.lng, place.lat) for place in asked)


def _mark_asked(plan: Plan, asked: Sequence[AskedPlace]) -> tuple[AskedMark, ...]:
    """Place the dots of what was asked for; a prefecture has none."""
    points = [project(plan.bounds, place.lng, place.lat) for place in asked]
    return tuple(
        AskedMark(round(x, 1), round(y, 1), place.name, place.lang)
        for (x, y), place in zip(points, asked, strict=True)
        if place.name
    )


def _name_fully(city: City, language: Language) -> str:
    name, prefecture = name_place(city.place, language).text, name_prefecture(city.prefecture, language)
    return language.gettext("{city}, {prefecture}").format(city=name, prefecture=prefecture)


def _label(cities: Sequence[City], labels: Sequence[str], plan: Plan) -> tuple[tuple[Mark, ...], tuple[Inset, ...]]:
    """Place the cities' labels, some of them in insets; none where they do not all fit."""
    widths = tuple(max(TARGET_PX, measure_text(label)) for label in labels)
    arranged = arrange_labels(plan, widths) if len(cities) <= MAX_LABELS else None
    if arranged is None:
        return (), ()
    boxes, points, insets = arranged
    marks = tuple(
        Mark(city, label, round(box.x, 1), round(box.y + box.tuck, 1), round(box.y, 1), width, *point)
        for city, label, box, width, point in zip(cities, labels, boxes, widths, points, strict=True)
    )
    return marks, insets


def _draw_dots(points: Iterable[tuple[float, float]]) -> str:
    """Draw each point as a line without length, which its round ends make a dot; equal ones once."""
    return "".join(dict.fromkeys(f"M{x:g} {y:g}h0" for x, y in points))
