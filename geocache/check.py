"""Checks the coordinate file against the table, the gazetteer and the prefectures' boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.boundaries import measure_outside_km
from data.records import Place, Problem, Table
from geocache.coordinates import Coordinate, CoordinateFile, read_coordinates

# Offices on piers and small islands fall outside the simplified outlines, by 0.27 km at most in the gazetteer.
COAST_KM = 2.0

_FILL = "Run `python -m geocache`."
_CORRECT = "Correct the point and write `hand` as provider, or delete the row and run `python -m geocache`."


def check_coordinates(table: Table, path: Path) -> tuple[Problem, ...]:
    """Return everything wrong with the coordinate file of a table; empty if each city has its one right row."""
    file = read_coordinates(path)
    places = {city.code: city.place for city in table.cities}
    return (
        *file.problems,
        *(_describe_missing(path.name, place) for code, place in places.items() if code not in file.coordinates),
        *_check_rows(file, places, path.name),
    )


def _check_rows(file: CoordinateFile, places: dict[str, Place], name: str) -> Iterator[Problem]:
    """Yield the problems of the usable rows, line by line."""
    for code, coordinate in file.coordinates.items():
        row = file.rows.get(code)
        if code not in places:
            message = f"The row ({coordinate.name}) belongs to no city of the table."
            remedy = "Delete the row, or put the city back into the table."
            yield Problem(name, row, "code", code, message, remedy)
        else:
            yield from _check_row(coordinate, places[code], name, row)


def _check_row(coordinate: Coordinate, place: Place, name: str, row: int | None) -> Iterator[Problem]:
    """Yield what contradicts the gazetteer or the boundaries in one row."""
    if coordinate.name != place.ja:
        message = f"The code {place.code} is {place.ja} in the gazetteer."
        remedy = f"Write {place.ja} if the point is right, else delete the row and run `python -m geocache`."
        yield Problem(name, row, "name", coordinate.name, message, remedy)
    outside = measure_outside_km(place.prefecture.code, coordinate.latitude, coordinate.longitude)
    if outside > COAST_KM:
        found = f"{coordinate.latitude},{coordinate.longitude}"
        message = f"The point lies {outside:.1f} km outside {place.prefecture.ja}; {COAST_KM:g} km are allowed."
        yield Problem(name, row, "latitude", found, message, _CORRECT)


def _describe_missing(name: str, place: Place) -> Problem:
    message = f"{place.ja} ({place.prefecture.ja}) of the table has no coordinate."
    return Problem(name, None, "code", place.code, message, _FILL)
