"""Everything that is known, read once: the table's cities with their places on the map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from data.boundaries import compute_middle
from data.folder import DataFiles
from data.gazetteer import list_prefectures
from data.records import City, Place, Prefecture, Problem
from data.table import read_table
from geocache.coordinates import Coordinate, read_coordinates
from geocache.distance import rank_nearest


@dataclass(frozen=True)
class Nearby:
    """A listed city and how far its city hall is, in km."""

    city: City
    km: float


@dataclass(frozen=True)
class Atlas:
    """The table's cities, their coordinates by code, and what is wrong with either file."""

    cities: tuple[City, ...]
    coordinates: Mapping[str, Coordinate]
    problems: tuple[Problem, ...]
    version: str = ""  # changes with the files it was read from

    def list_prefectures(self, chosen: Collection[str] = ()) -> tuple[Prefecture, ...]:
        """List the prefectures that have a row, and those chosen by slug, from north to south (by code)."""
        listed = {city.prefecture for city in self.cities}
        return tuple(one for one in list_prefectures() if one in listed or one.slug in chosen)

    def find_city(self, slug: str | None) -> City | None:
        """Find the row of that slug."""
        return next((city for city in self.cities if city.slug == slug), None)

    def list_unplaced(self, cities: Iterable[City]) -> tuple[City, ...]:
        """List those of the cities that have no coordinates."""
        return tuple(city for city in cities if city.code not in self.coordinates)

    def list_nearest(self, place: Place, limit: int = 3) -> tuple[Nearby, ...]:
        """List the listed cities nearest to a place's office (of a prefecture: its middle), nearest first."""
        latitude, longitude = place.latitude, place.longitude
        if latitude is None or longitude is None:
            latitude, longitude = compute_middle(place.prefecture.code)
        by_code = {city.code: city for city in self.cities}
        halls = [point for code, point in self.coordinates.items() if code in by_code]
        nearest = rank_nearest(latitude, longitude, halls, limit)
        return tuple(Nearby(by_code[one.code], one.km) for one in nearest)


def load_atlas(files: DataFiles, version: str = "") -> Atlas:
    """Read the table and the coordinate file; what is broken is named in `problems`, the rest is there."""
    table = read_table(files)
    places = read_coordinates(files.coordinates)
    return Atlas(table.cities, places.coordinates, table.problems + places.problems, version)
