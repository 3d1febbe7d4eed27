"""Checks the coordinate file against the table, the gazetteer and the prefectures' boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.boundaries import measure_outside_km
from data.inspection.words import is_slip
from data.records import Place, Problem, Table
from data.table.days import read_day
from geocache.answer import format_query
from geocache.coordinates import PROVIDERS, Coordinate, CoordinateFile, read_coordinates
from geocache.distance import measure_km

# Offices on piers and small islands fall outside the simplified outlines, by 0.27 km at most in the gazetteer.
COAST_KM = 2.0
# Wide, because OpenStreetMap's point of a large city may be the middle of its area and not its hall.
NEAR_KM = 30.0

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
    elif far := _explain_distance(coordinate, place):
        found = f"{coordinate.latitude},{coordinate.longitude}"
        yield Problem(name, row, "latitude", found, far, _CORRECT, fatal=False)
    yield from _check_claims(coordinate, place, name, row)


def _check_claims(coordinate: Coordinate, place: Place, name: str, row: int | None) -> Iterator[Problem]:
    """Yield what a row claims of itself and cannot be: provider, query, matched name, day."""
    claims: dict[str, tuple[object, str]] = {
        "provider": (
            re.fullmatch("[a-z]{3,}", coordinate.provider),
            "A provider is one word, such as gazetteer or hand.",
        ),
        "date": (_has_come(coordinate.date), "It is no day up to today, written as 2026-11-22."),
    }
    written = coordinate.provider
    near = next((known for known in PROVIDERS if is_slip(known, written) or known.startswith(written)), written)
    if written and near != written:
        claims["provider"] = (None, f"It is nearly {near!r}.")
    if coordinate.provider in PROVIDERS:
        query = format_query(place)
        claims["query"] = (coordinate.query == query, f"What is asked about {place.ja} is {query!r}.")
    if coordinate.provider in {"gazetteer", "boundary"}:
        claims["matched_name"] = (coordinate.matched_name == place.ja, f"It is called {place.ja} there.")
    for column, (is_right, message) in claims.items():
        if not is_right:
            yield Problem(name, row, column, str(getattr(coordinate, column)), message, _CORRECT, fatal=False)


def _explain_distance(coordinate: Coordinate, place: Place) -> str | None:
    """Say why a point inside the prefecture is not where its provider has it, or too far from the gazetteer's."""
    if place.latitude is None or place.longitude is None:
        return None
    if coordinate.provider == "gazetteer":
        exact = (coordinate.latitude, coordinate.longitude) == (place.latitude, place.longitude)
        return None if exact else f"The gazetteer has {place.latitude},{place.longitude}."
    km = measure_km((place.latitude, place.longitude), (coordinate.latitude, coordinate.longitude))
    if km <= NEAR_KM:
        return None
    return f"The point lies {km:.1f} km from the gazetteer's; {NEAR_KM:g} km are allowed."


def _has_come(date: str) -> bool:
    day = read_day(date)
    return (
        day is not None and day.year >= 2000 and day <= datetime.now(UTC).date() + timedelta(days=1)
    )  # it has begun somewhere on earth


def _describe_missing(name: str, place: Place) -> Problem:
    message = f"{place.ja} ({place.prefecture.ja}) of the table has no coordinate."
    return Problem(name, None, "code", place.code, message, _FILL)
