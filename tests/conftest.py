"""Fixtures that tests of several floors share."""

import contextlib
import csv
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from data.table.table_columns import COLUMNS

# A busy machine is slow, not wrong: examples are held to what they promise, not to a time. And they are the same in
# each run, so that what fails is what was changed; `--hypothesis-profile=search` looks for new ones, once a week.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("madoguchi", settings.get_profile("search"), derandomize=True)
settings.load_profile("madoguchi")

# The files of each share what takes seconds to make: an edition in all languages, an app that runs.
TOGETHER = ("tests/pages/edition/", "tests/pages/delivery/")


class Scheduling(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types for it
    """Sends the tests of a file to one worker, and those of folders whose files share much too."""

    def _split_scope(self, nodeid: str) -> str:
        shared = (folder for folder in TOGETHER if nodeid.startswith(folder))
        return next(shared, None) or str(super()._split_scope(nodeid))


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
    """Run `python -m geocache` on the folder; a city that is not found is no failure here, a crash is one."""
    from geocache.__main__ import main  # here, so that no other test waits for the geocoders' libraries

    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(io.StringIO()):
        patch.setenv("MADOGUCHI_DATA", str(folder))
        main([])
