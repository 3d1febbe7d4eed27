"""Where a class is: its municipality by code and name, and the point of its venue."""

from __future__ import annotations

import re
import unicodedata

from data.places.codes import is_valid_code, read_code
from data.places.gazetteer import find_place, identify_places, search_places
from data.records import Place
from data.table.course_row import CourseRow

COAST_KM = 2.0  # the boundaries are simplified
_LATITUDES, _LONGITUDES = (20.0, 46.0), (122.0, 154.0)  # of Japan
_LEFT_OUT = "so the row is left out"


def read_place(row: CourseRow) -> Place | None:
    """Return the place of a row; None where it cannot be told, or the city's name contradicts its code."""
    cell, city = row.cells["code"], row.cells["city"]
    code = read_code(cell)
    place = find_place(code or "")
    if code is None or place is None:
        row.tell("code", f"{_judge_code(code)}, {_LEFT_OUT}.", _suggest_code(city))
        return None
    if city and not _is_name(city, place):
        row.tell("city", f"The code {place.code} is {place.ja}, {_LEFT_OUT}.", "Correct the city or the code.")
        return None
    if unicodedata.normalize("NFKC", cell) != code:
        remedy = f"Write {code}; format the column as text, since a spreadsheet drops leading zeros."
        row.tell("code", f"It was read as {code}, {place.ja}.", remedy)
    return place


def read_point(row: CourseRow, *, is_online: bool) -> tuple[float, float] | None:
    """Return latitude and longitude of the venue; None where they are not known or cannot be right, which is told."""
    written = [column for column in ("latitude", "longitude") if row.cells[column]]
    if not written:
        return None
    if is_online:
        row.tell(written[0], "An online class has no place on the map, so it is not shown there.", "Empty both cells.")
        return None
    latitude, longitude = (
        row.read(column, _read_degrees, "degrees such as 35.5308") for column in ("latitude", "longitude")
    )
    if len(written) == 1:
        missing = "longitude" if written == ["latitude"] else "latitude"
        row.tell(missing, f"There is a {written[0]} without it, so neither is used.", "Fill in both, or none.")
    if latitude is None or longitude is None:
        return None
    if fault := _find_fault(latitude, longitude, row.place):
        row.tell("latitude", f"{fault}, so the point is not used.", "Copy both numbers anew, or empty both cells.")
        return None
    return latitude, longitude


def _judge_code(code: str | None) -> str:
    if code is None:
        return "A code of six digits is needed"
    return "No place has this code" if is_valid_code(code) else "Its last digit, the check digit, is not right"


def _suggest_code(city: str) -> str:
    """Say what the code of a city is, where its name is that of one place alone."""
    places = search_places(city) if city else ()
    if len(places) == 1:
        return f"{places[0].ja} ({places[0].prefecture.ja}) has {places[0].code}."
    return "Copy it from the list 全国地方公共団体コード, or from the map's address of the city."


def _is_name(city: str, place: Place) -> bool:
    """Tell whether a name is that of a place, or, of a ward, that of its city."""
    found = identify_places(place.prefecture, city)
    return any(one == place or (place.kind == "ward" and place.ja.startswith(one.ja)) for one in found)


def _read_degrees(cell: str) -> float | None:
    text = unicodedata.normalize("NFKC", cell).replace(" ", "").rstrip("°度")
    return float(text) if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,15})?", text) else None


def _find_fault(latitude: float, longitude: float, place: Place | None) -> str | None:
    """Say why a point cannot be the venue's."""
    if _is_within(latitude, _LONGITUDES) and _is_within(longitude, _LATITUDES):
        return "Latitude and longitude have changed places"
    if not (_is_within(latitude, _LATITUDES) and _is_within(longitude, _LONGITUDES)):
        return "The point is not in Japan"
    outside = _measure_outside_km(place.prefecture.code, latitude, longitude) if place else 0.0
    return f"The point lies {outside:.1f} km outside {place.prefecture.ja}" if place and outside > COAST_KM else None


def _measure_outside_km(prefecture: str, latitude: float, longitude: float) -> float:
    """Measure how far outside a prefecture a point is; 0 where the outlines cannot be read, which is told elsewhere."""
    from data.boundaries import measure_outside_km  # here, since most classes have no point

    try:
        return measure_outside_km(prefecture, latitude, longitude)
    except (OSError, ValueError, KeyError):
        return 0.0


def _is_within(degrees: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= degrees <= bounds[1]
