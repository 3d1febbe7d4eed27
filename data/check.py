"""Checks everything that data/ ships: the tables, their corrections, the outlines under them, the look-up files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from data.check_lookups import check_portals, check_postal_blocks, check_postal_runs
from data.courses.records import Course
from data.folder import DataFiles
from data.history.change_file import read_changes
from data.inspection.inspection import inspect_tables
from data.links.addresses import list_addresses
from data.lookups import read_lookups
from data.offices import Offices
from data.pieces import list_broken_pieces
from data.places.gazetteer import list_prefectures
from data.places.postal import BLOCKS_FILE, RUNS_FILE
from data.portals import PORTALS_FILE, list_portals
from data.records import City, FieldName, Problem, Table
from data.standing import is_withdrawn
from data.table.courses import read_courses
from data.table.looks import check_addresses, read_looks
from data.table.offices import read_offices
from data.table.sheets import shorten
from data.table.table import read_table
from data.table.table_columns import FIELD_COLUMNS

_RESTORE = "Restore the file as its source gives it (see data/SOURCES.md)."


def check_shipped(files: DataFiles) -> tuple[Problem, ...]:
    """Return everything wrong with the tables, their corrections and what ships beside them; empty if all is well.

    A doubt that corrections.csv records is not a problem. The coordinates have a check of their own in geocache.
    """
    return (
        *check_tables(files),
        *(told.problem for told in inspect_tables(files, PORTALS_FILE) if not told.notice),
        *read_changes(files.changes)[1],
        *check_prefectures(PREFECTURES_FILE),
        *check_neighbours(NEIGHBOURS_FILE),
        *check_postal_runs(RUNS_FILE),
        *check_postal_blocks(BLOCKS_FILE),
        *check_pieces(),
    )


def check_tables(files: DataFiles, portals: Path = PORTALS_FILE) -> tuple[Problem, ...]:
    """Return what the readers of the tables that people edit cannot use, or mended."""
    table = read_table(files)
    offices, wrong_offices = read_offices(files)
    courses, wrong_courses = read_courses(files.classes)
    return (
        *table.problems,
        *check_contacts(files.cities.name, table.cities),
        *wrong_offices,
        *wrong_courses,
        *check_links(files, table, offices, courses),
        *check_portals(portals),
    )


def check_pieces() -> Iterator[Problem]:
    """Yield what the program itself could not use of the files that places are looked up in."""
    read_lookups()
    for name, fault in list_broken_pieces().items():
        yield Problem(name, None, None, "", fault, _RESTORE)


def check_links(files: DataFiles, table: Table, offices: Offices, courses: Iterable[Course] = ()) -> Iterator[Problem]:
    """Yield the rows of links.csv whose address no table has any more; of a table that cannot be read, none."""
    if table.cities:
        known = list_addresses(table.cities, offices, list_portals(), courses)
        yield from check_addresses(files.links.name, read_looks(files.links)[0], known)


def check_contacts(file: str, cities: Sequence[City]) -> Iterator[Problem]:
    """Yield the cities that a visitor cannot ask, or of which he learns no class: an emptied cell looks so."""
    for city in cities:
        about = f"No. {city.number}, {city.listed_name or city.prefecture.en}"
        message = "The city has none that can be opened. Its card says so; perhaps the cell was emptied by mistake."
        contacts: tuple[tuple[FieldName, tuple[object, ...]], ...] = (("email", city.emails), ("class", city.classes))
        for field, found in contacts:
            if not found and not is_withdrawn(city.checks, field):
                remedy = "Fill it in, if one is known."
                yield Problem(file, city.row, FIELD_COLUMNS[field], "", message, remedy, fatal=False, about=about)


def check_prefectures(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the prefectures: each of the 47 once, named as in the gazetteer, with a valid shape."""
    features = _read_features(path)
    if isinstance(features, Problem):
        return (features,)
    expected = {prefecture.code: prefecture.ja for prefecture in list_prefectures()}
    codes = [_get_property(feature, "code") for feature in features]
    problems = [
        Problem(
            path.name, None, "code", code, f"{name} must stand there once, not {codes.count(code)} times.", _RESTORE
        )
        for code, name in expected.items()
        if codes.count(code) != 1
    ]
    for code, feature in zip(codes, features, strict=True):
        name = _get_property(feature, "name_ja")
        if expected.get(code) != name:
            message = f"The prefecture of code {code} is {expected.get(code, 'unknown; 01 to 47 are allowed')}."
            problems.append(Problem(path.name, None, "name_ja", name, message, _RESTORE))
    return (*problems, *_check_geometries(path.name, features))


def check_neighbours(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the surrounding land: it must be drawable."""
    features = _read_features(path)
    if isinstance(features, Problem):
        return (features,)
    return tuple(_check_geometries(path.name, features))


def _read_features(path: Path) -> list[dict[str, Any]] | Problem:
    """Read a GeoJSON file's features, of which there must be at least one; or say why they cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Problem(path.name, None, None, shorten(str(error)), "It cannot be read as GeoJSON.", _RESTORE)
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(feature, dict) for feature in features):
        message = "A GeoJSON FeatureCollection with features is needed."
        return Problem(path.name, None, "features", shorten(str(features)), message, _RESTORE)
    return features


def _get_property(feature: dict[str, Any], name: str) -> str:
    properties = feature.get("properties")
    return str(properties.get(name, "")) if isinstance(properties, dict) else ""


def _check_geometries(file: str, features: list[dict[str, Any]]) -> Iterator[Problem]:
    """Yield the shapes that are none, are empty, cross themselves or lie off the globe."""
    for place, feature in enumerate(features, start=1):
        name = _get_property(feature, "name_ja") or f"feature {place}"
        try:
            geometry = shape(feature["geometry"])
            west, south, east, north = geometry.bounds
            reason = "Valid Geometry" if geometry.is_valid else shapely.is_valid_reason(geometry)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, shapely.errors.ShapelyError) as error:
            yield Problem(file, None, "geometry", name, f"The shape cannot be read: {shorten(str(error))}.", _RESTORE)
            continue
        if reason != "Valid Geometry":
            yield Problem(file, None, "geometry", name, f"The shape is not valid: {reason}.", _RESTORE)
        elif not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            message = "The shape is empty or lies off the globe: degrees, longitude first, are needed."
            yield Problem(file, None, "geometry", name, message, _RESTORE)
