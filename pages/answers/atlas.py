"""Everything that is known, read once: the table's cities with their places on the map.

`get_atlas` is the one cache: what Streamlit draws and what is delivered without it show the same.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from data.courses.records import Course
from data.folder import DataFiles, choose_variant, locate_files
from data.history.change_file import read_changes
from data.history.records import Change
from data.lookups import read_lookups
from data.offices import Offices
from data.places.gazetteer import list_prefectures
from data.records import City, Ending, Look, Place, Prefecture, Problem
from data.shared_result import SharedResult
from data.table.courses import read_courses
from data.table.extent import measure_extent
from data.table.looks import index_looks, read_looks
from data.table.offices import read_offices
from data.table.table import read_table
from geocache.coordinates import Coordinate, read_coordinates
from geocache.distance import rank_nearest
from pages.answers.freshness import Measures, find_defect, find_fault
from pages.answers.middles import find_middle

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Nearby:
    """A listed city and how far its city hall is, in km."""

    city: City
    km: float


@dataclass(frozen=True, eq=False)
class Atlas:
    """The table's cities, their coordinates by code, the offices beside them, and what is wrong with any file."""

    cities: tuple[City, ...]
    coordinates: Mapping[str, Coordinate]
    problems: tuple[Problem, ...]
    version: str = ""  # changes with the files it was read from, and with `kept_from`
    ending: Ending = "whole"  # of the table's file
    kept_from: datetime | None = None  # when these data were saved, where newer ones could not be read
    offices: Offices = field(default_factory=Offices)
    changes: tuple[Change, ...] = ()  # the oldest first
    looks: Mapping[str, Look] = field(default_factory=dict)  # at every link that was looked at, by address
    courses: tuple[Course, ...] = ()  # classes with their days, in the order of their file

    def list_prefectures(self) -> tuple[Prefecture, ...]:
        """List the prefectures that have a row, from north to south (by code)."""
        return tuple(prefecture for prefecture, rows in self.rows_by_prefecture.items() if rows)

    @cached_property
    def rows_by_prefecture(self) -> Mapping[Prefecture, int]:
        """The number of rows of each of the 47 prefectures, from north to south (by code)."""
        counts = Counter(city.prefecture for city in self.cities)
        return {prefecture: counts[prefecture] for prefecture in list_prefectures()}

    def find_city(self, slug: str | None) -> City | None:
        """Find the row of that slug."""
        return next((city for city in self.cities if city.slug == slug), None)

    def list_unplaced(self, cities: Iterable[City]) -> tuple[City, ...]:
        """List those of the cities that have no coordinates."""
        return tuple(city for city in cities if city.code not in self.coordinates)

    def list_nearest(self, place: Place, limit: int) -> tuple[Nearby, ...]:
        """List the listed cities nearest to a place's office (of a prefecture: its middle), nearest first."""
        latitude, longitude = place.latitude, place.longitude
        if latitude is None or longitude is None:
            latitude, longitude = find_middle(place.prefecture)
        by_code = {city.code: city for city in self.cities}
        halls = [point for code, point in self.coordinates.items() if code in by_code]
        nearest = rank_nearest(latitude, longitude, halls, limit)
        return tuple(Nearby(by_code[near.code], near.km) for near in nearest)


@dataclass(frozen=True, slots=True)
class DataState:
    """State of the data in use: when they were saved, and why newer ones are not shown, if there are any."""

    version: str
    cities: int
    problems: int  # rows and files that `python -m data check` names
    good_since: datetime | None  # None where there is no table at all
    problem: str | None = None  # or what is wrong with these, where the app started with them


@dataclass(frozen=True, slots=True)
class _Reading:
    """The tables as they were read at one time."""

    stamps: str
    atlas: Atlas
    measures: Measures
    saved: datetime | None
    since: float  # seconds on the keeper's clock


class AtlasKeeper:
    """Keeper of one atlas: that of some files as they are now, or the last good one until they are whole again."""

    def __init__(self, files: DataFiles, clock: Callable[[], float] = time.monotonic) -> None:
        """Read nothing yet; the clock, in seconds, tells how long a file has stood unchanged."""
        self._files = files
        self._clock = clock
        self._lock = Lock()
        self._last: _Reading | None = None
        self._good: _Reading | None = None
        self._fault: str | None = None
        self._shown = Atlas((), {}, ())

    def get(self) -> Atlas:
        """Return what is to be shown now; the files are read only after they have changed."""
        return self._update()[0]

    def describe(self) -> DataState:
        """Describe what is shown now."""
        atlas, good, fault = self._update()
        saved = good.saved if good else None
        if good and good.atlas.cities:
            fault = fault or find_defect(good.measures, self._clock() - good.since)
        return DataState(atlas.version, len(atlas.cities), len(atlas.problems), saved, fault)

    def _update(self) -> tuple[Atlas, _Reading | None, str | None]:
        with self._lock:
            stamps = _stamp_all(self._files)
            if self._last is None or self._last.stamps != stamps:
                self._last = self._read(stamps)
            if self._last is not self._good:
                self._judge(self._last)
            return self._shown, self._good, self._fault

    def _read(self, stamps: str) -> _Reading:
        saved = _find_saved(self._files.cities)
        atlas = load_atlas(self._files, hashlib.blake2b(stamps.encode(), digest_size=8).hexdigest())
        return _Reading(stamps, atlas, _measure(atlas, self._files), saved, self._clock())

    def _judge(self, reading: _Reading) -> None:
        """Show what was read, or the last good tables with word of it."""
        good = self._good
        fault = find_fault(reading.measures, good.measures if good else None, self._clock() - reading.since)
        if good and _stamp_all(self._files) != reading.stamps:
            fault = fault or "The files change while they are read."
        if fault is None or good is None:
            self._good, self._shown = reading, reading.atlas
            for problem in reading.atlas.problems:
                logger.warning("%s", problem)
            if self._fault:
                logger.warning("The new tables are whole and are shown.")
        elif fault != self._fault:
            self._shown = replace(good.atlas, version=f"{good.atlas.version}-kept", kept_from=good.saved)
            logger.error("The tables were saved badly, so the last good ones are still shown. %s", fault)
        self._fault = None if self._good is reading else fault


def get_atlas() -> Atlas:
    """Return the atlas of the tables in use, or the last good one while they are saved badly."""
    return _get_keeper(locate_files()).get()


def find_data_state() -> DataState:
    """Describe the data in use, and why newer ones are not shown."""
    return _get_keeper(locate_files()).describe()


def load_atlas(files: DataFiles, version: str = "") -> Atlas:
    """Read the tables and the coordinate file; what is broken is named in `problems`, the rest is there."""
    table = read_table(files)
    places = read_coordinates(files.coordinates)
    offices, wrong = read_offices(files)
    changes, wrong_changes = read_changes(files.changes)
    courses, wrong_courses = read_courses(files.classes)
    problems = (*table.problems, *places.problems, *wrong, *wrong_changes, *wrong_courses)
    atlas = Atlas(table.cities, places.coordinates, problems, version, table.ending, offices=offices)
    looks = index_looks(read_looks(files.links)[0])
    courses = tuple(replace(course, look=looks.get(course.url or "")) for course in courses)
    return replace(atlas, changes=changes, looks=looks, courses=courses)


@SharedResult
def _get_keeper(files: DataFiles) -> AtlasKeeper:
    read_lookups()
    return AtlasKeeper(files)


def _measure(atlas: Atlas, files: DataFiles) -> Measures:
    fatal = [problem for problem in atlas.problems if problem.fatal]
    return Measures(
        cities=len(atlas.cities),
        points=len(atlas.coordinates),
        broken=next(
            (f"{problem.file}: {problem.message} {problem.remedy}" for problem in fatal if problem.whole_file), None
        ),
        ending=atlas.ending,
        fatal=bool(fatal),
        beside={path.name: measure_extent(choose_variant(path)) for path in files.list_paths() if path != files.cities},
    )


def _find_saved(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _stamp_all(files: DataFiles) -> str:
    return " ".join(_stamp(path) for path in files.list_watched())


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path} is missing"
    return f"{path} {status.st_mtime_ns} {status.st_size} {status.st_ino}"
