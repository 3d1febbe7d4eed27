"""All of Japan as a table for measuring: names and places are real, contacts are marked as placeholders."""

import csv
from pathlib import Path

from data.places.gazetteer import list_places
from data.records import Place
from data.table.table_columns import COLUMNS
from geocache.coordinates import Coordinate, write_coordinates

PLACEHOLDER = "Placeholder, for measuring only"
KINDS = ("city", "town", "village")


def list_municipalities() -> tuple[Place, ...]:
    """List the 1,741 municipalities, the 23 wards of Tokyo included, by code."""
    return tuple(place for place in list_places() if place.kind in KINDS or place.code.startswith("131"))


def write_japan(folder: Path) -> None:
    """Write a folder for MADOGUCHI_DATA with a row and a place for every municipality of the gazetteer."""
    places = list_municipalities()
    with (folder / "cities.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(_describe(number, place) for number, place in enumerate(places, start=1))
    write_coordinates(folder / "coordinates.csv", [_locate(place) for place in places])


def _describe(number: int, place: Place) -> tuple[str, ...]:
    page = f"https://placeholder.invalid/{place.code}"
    email = f"placeholder-{place.code}[at]placeholder.invalid"
    classes = f"{page}/class ({PLACEHOLDER})"
    return (str(number), place.prefecture.en, place.ja, f"{PLACEHOLDER} ({place.en})", page, email, classes)


def _locate(place: Place) -> Coordinate:
    if place.latitude is None or place.longitude is None:
        raise ValueError(f"The gazetteer has no place for {place.ja} ({place.code}).")
    return Coordinate(place.code, place.ja, place.latitude, place.longitude, "gazetteer", place.ja, place.ja, "")
