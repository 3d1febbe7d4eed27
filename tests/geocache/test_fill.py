"""Filling the file: what is asked, what is saved, what is never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.places.gazetteer import find_place
from data.records import Place
from geocache.answer import Lookup, Outcome, format_query
from geocache.coordinates import Coordinate, read_coordinates, write_coordinates
from geocache.fill import (
    OUTAGES_BEFORE_STOP,
    FillResult,
    fill_coordinates,
    needs_lookup,
)
from geocache.gazetteer import find_offline

TODAY = date(2026, 11, 22)
LATER = date(2027, 1, 5)


def place_of(code: str) -> Place:
    """Return a place that must exist."""
    place = find_place(code)
    assert place is not None
    return place


SAKAI, KYOTO, KOBE, SENDAI, CHIBA = map(place_of, ("271403", "261009", "281000", "041009", "121002"))
OSAKA_PREFECTURE = place_of("270008")
PLACES = (SAKAI, KYOTO, KOBE)


class Service:
    """A finder that answers from the gazetteer, but ends as told for some places; it remembers whom it was asked."""

    def __init__(self, **endings: Outcome) -> None:
        self.endings = endings
        self.asked: list[Place] = []

    def find(self, place: Place) -> Lookup:
        """Answer about one place."""
        self.asked.append(place)
        ending = self.endings.get(f"code_{place.code}", self.endings.get("others", Outcome.FOUND))
        return find_offline(place) if ending is Outcome.FOUND else Lookup(place, ending, "as told")


def run(path: Path, service: Service, *places: Place, refresh: bool = False, today: date = TODAY) -> FillResult:
    """Run one filling without showing it to anybody."""
    return fill_coordinates(places or PLACES, path, service.find, today=today, report=lambda *_: None, refresh=refresh)


def row_of(place: Place, **changes: Any) -> Coordinate:
    """Make the row that a first run writes for a place, but for the changes."""
    point = find_offline(place).point
    assert point is not None
    row = Coordinate(
        place.code,
        place.ja,
        point.latitude,
        point.longitude,
        point.provider,
        format_query(place),
        point.matched_name,
        str(TODAY),
    )
    return replace(row, **changes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a coordinate file that does not exist yet."""
    return tmp_path / "coordinates.csv"


def test_empty_cache_is_filled(path: Path) -> None:
    """Every place is asked about once and stands in the file with all its columns."""
    service = Service()
    filling = run(path, service, *PLACES, KYOTO)
    assert service.asked == list(PLACES)
    assert filling.is_complete
    assert read_coordinates(path).coordinates == {place.code: row_of(place) for place in PLACES}


@pytest.mark.parametrize("refresh", [False, True])
def test_nothing_new_leaves_the_file_untouched(path: Path, *, refresh: bool) -> None:
    """A later run that learns nothing new writes nothing: bytes, date column and file time stay."""
    run(path, Service())
    before, written = path.read_bytes(), path.stat().st_mtime_ns
    service = Service()
    filling = run(path, service, refresh=refresh, today=LATER)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, written)
    assert len(service.asked) == (3 if refresh else 0)
    assert filling.kept == (() if refresh else PLACES)
    assert filling.is_complete


@pytest.mark.parametrize(
    ("known", "refresh", "asked"),
    [
        (None, False, True),
        (row_of(SAKAI), False, False),
        (row_of(SAKAI), True, True),
        (row_of(SAKAI, provider="nominatim"), False, False),
        (row_of(SAKAI, query="堺, 大阪府"), False, True),
        (row_of(SAKAI, latitude=34.5), False, False),
        (row_of(SAKAI, provider="hand", query=""), False, False),
        (row_of(SAKAI, provider="hand", query=""), True, False),
        (row_of(SAKAI, provider="", query=""), True, False),
    ],
)
def test_what_needs_a_lookup(known: Coordinate | None, *, refresh: bool, asked: bool) -> None:
    """Missing or asked differently: yes. Another provider: no. Written by a person: never."""
    assert needs_lookup(SAKAI, known, refresh=refresh) is asked


def test_row_corrected_by_hand_survives_everything(path: Path) -> None:
    """A person's point stays through a refresh, and a changed point in a provider's row through a plain run."""
    by_hand = row_of(SAKAI, latitude=34.5, provider="hand", query="", matched_name="from the ward office's map")
    moved = row_of(KYOTO, longitude=135.7)
    write_coordinates(path, [by_hand, moved])
    run(path, Service())
    assert read_coordinates(path).coordinates[KYOTO.code] == moved
    run(path, Service(), refresh=True)
    assert read_coordinates(path).coordinates == {
        SAKAI.code: by_hand,
        KYOTO.code: row_of(KYOTO),
        KOBE.code: row_of(KOBE),
    }


def test_row_of_no_place_is_kept(path: Path) -> None:
    """A row of a city that left the table is no business of the run."""
    write_coordinates(path, [row_of(SENDAI)])
    run(path, Service())
    assert set(read_coordinates(path).coordinates) == {SENDAI.code, *(place.code for place in PLACES)}


@pytest.mark.parametrize("ending", [Outcome.NOT_FOUND, Outcome.UNREACHABLE])
def test_failed_refresh_loses_nothing(path: Path, ending: Outcome) -> None:
    """The old coordinates stay, byte for byte, and the run is not called complete."""
    run(path, Service())
    before = path.read_bytes()
    filling = run(path, Service(others=ending), refresh=True)
    assert path.read_bytes() == before
    assert not filling.is_complete
    assert filling.missing == ()


def test_only_what_is_found_is_written(path: Path) -> None:
    """Not found and unreachable are told apart, leave no row, and are asked again by the next run."""
    service = Service(code_271403=Outcome.NOT_FOUND, code_261009=Outcome.UNREACHABLE)
    filling = run(path, service)
    assert filling.select_places(Outcome.FOUND) == (KOBE,)
    assert filling.select_places(Outcome.NOT_FOUND) == (SAKAI,)
    assert filling.select_places(Outcome.UNREACHABLE) == (KYOTO,)
    assert filling.missing == (SAKAI, KYOTO)
    assert set(read_coordinates(path).coordinates) == {KOBE.code}
    again = Service()
    assert run(path, again).is_complete
    assert again.asked == [SAKAI, KYOTO]


def test_nothing_found_makes_no_file(path: Path) -> None:
    """A run against a dead service does not leave an empty file behind."""
    run(path, Service(others=Outcome.UNREACHABLE))
    assert not path.exists()


def test_outage_ends_the_run(path: Path) -> None:
    """After three outages in a row nobody waits for the rest, which is named as not asked."""
    service = Service(others=Outcome.UNREACHABLE)
    filling = run(path, service, SAKAI, KYOTO, KOBE, SENDAI, CHIBA)
    assert len(service.asked) == OUTAGES_BEFORE_STOP
    assert filling.not_asked == (SENDAI, CHIBA)
    assert not filling.is_complete


def test_every_answer_is_saved_before_the_next_question(path: Path) -> None:
    """When a place is asked about, all found before it stand in the file."""
    seen: list[set[str]] = []

    def find(place: Place) -> Lookup:
        seen.append(set(read_coordinates(path).coordinates))
        return find_offline(place)

    fill_coordinates(PLACES, path, find, today=TODAY, report=lambda *_: None)
    assert seen == [set(), {SAKAI.code}, {SAKAI.code, KYOTO.code}]


def test_progress_is_reported_in_order(path: Path) -> None:
    """Each answer is reported once, with its number and how many there are."""
    told: list[tuple[int, int, str]] = []
    fill_coordinates(
        PLACES,
        path,
        find_offline,
        today=TODAY,
        report=lambda number, total, answer: told.append((number, total, answer.place.code)),
    )
    assert told == [(1, 3, SAKAI.code), (2, 3, KYOTO.code), (3, 3, KOBE.code)]


def test_damaged_file_is_put_aside_and_rebuilt(path: Path) -> None:
    """The damaged file is kept byte for byte under another name; its usable rows are not asked for again."""
    write_coordinates(path, [row_of(SAKAI, latitude=34.5)])
    damaged = path.read_bytes() + "261009,京都市,broken\n".encode()
    path.write_bytes(damaged)
    service = Service()
    filling = run(path, service)
    assert filling.set_aside == path.with_name("coordinates.csv.damaged-2026-11-22")
    assert filling.set_aside.read_bytes() == damaged
    assert service.asked == [KYOTO, KOBE]
    assert filling.is_complete
    file = read_coordinates(path)
    assert file.problems == ()
    assert file.coordinates[SAKAI.code].latitude == 34.5


def test_unreadable_file_is_not_overwritten(path: Path) -> None:
    """What cannot be read cannot be put aside either: the run stops before it asks."""
    path.mkdir()
    service = Service()
    with pytest.raises(OSError, match=r"coordinates\.csv"):
        run(path, service)
    assert service.asked == []
    assert path.is_dir()
