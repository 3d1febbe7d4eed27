"""Fixtures that tests of several floors share."""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from data.folder import locate_files
from data.table.table import read_table
from data.table.table_columns import COLUMNS
from geocache.fill import fill_coordinates
from geocache.gazetteer import find_offline

# A busy machine is slow, not wrong: examples are held to what they promise, not to a time.
settings.register_profile("madoguchi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("madoguchi")

TOGETHER = "tests/pages/edition/"  # its files share what takes ten seconds to make


class Scheduling(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types for it
    """Sends the tests of a file to one worker, and those of the edition's files too."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """Return who shares the tests out among the workers."""
    return Scheduling(config, log)


DataFolderMaker = Callable[[Iterable[Mapping[str, str]]], Path]


@pytest.fixture
def make_data_folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolderMaker:
    """`make_data_folder(rows)` writes a geocoded folder for MADOGUCHI_DATA; a column left out is an empty cell."""

    def make(rows: Iterable[Mapping[str, str]]) -> Path:
        folder = tmp_path_factory.mktemp("data")
        write_table(folder / "cities.tsv", rows)
        find_coordinates(folder)
        return folder

    return make


def write_table(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows as a table of the source's columns; a column left out is an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
        table.writeheader()
        table.writerows(rows)


def find_coordinates(folder: Path) -> None:
    """Do what `python -m geocache` does to the folder; a city that is not found is no failure here."""
    files = locate_files({"MADOGUCHI_DATA": str(folder)})
    places = [city.place for city in read_table(files).cities]
    fill_coordinates(places, files.coordinates, find_offline, today=date.today(), report=lambda *_: None)
