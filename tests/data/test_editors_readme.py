"""data/README.md names every column of every file, and its examples are rows that the readers take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.check import check_tables
from data.check_lookups import check_portals
from data.folder import locate_files
from data.history.change_file import COLUMNS as CHANGE_COLUMNS
from data.history.change_file import read_changes
from data.portals import COLUMNS as PORTAL_COLUMNS
from data.table.associations import ASSOCIATIONS, read_associations
from data.table.confirmations import CHECKS, read_checks
from data.table.corrections import CORRECTIONS, read_corrections
from data.table.counters import COUNTERS, read_counters
from data.table.course_columns import COLUMNS as COURSE_COLUMNS
from data.table.courses import read_courses
from data.table.department_names import DEPARTMENT_NAMES, read_department_names
from data.table.looks import COLUMNS as LOOK_COLUMNS
from data.table.looks import read_looks
from data.table.table import read_table
from data.table.table_columns import COLUMNS as CITY_COLUMNS
from geocache.coordinates import COLUMNS as COORDINATE_COLUMNS
from geocache.coordinates import read_coordinates
from tests.data.tables import write_table

README = (Path(__file__).resolve().parents[2] / "data" / "README.md").read_text(encoding="utf-8")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "cities.tsv": CITY_COLUMNS,
    "corrections.csv": CORRECTIONS.columns,
    "checks.csv": (*CHECKS.columns, *CHECKS.optional),
    "department_names.csv": DEPARTMENT_NAMES.columns,
    "associations.csv": ASSOCIATIONS.columns,
    "counters.csv": COUNTERS.columns,
    "classes.csv": COURSE_COLUMNS,
    "portals.csv": PORTAL_COLUMNS,
    "coordinates.csv": COORDINATE_COLUMNS,
    "links.csv": LOOK_COLUMNS,
    "changes.csv": CHANGE_COLUMNS,
}
PARTS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^### |\Z)", README, re.MULTILINE | re.DOTALL))
NOTES = {
    "corrections.csv": read_corrections,
    "checks.csv": read_checks,
    "department_names.csv": read_department_names,
    "associations.csv": read_associations,
    "counters.csv": read_counters,
    "classes.csv": read_courses,
    "links.csv": read_looks,
    "changes.csv": read_changes,
}


def find_example(file: str) -> str:
    """Return the row that the part of a file shows."""
    (example,) = re.findall(r"^```\n(.*?)\n```$", PARTS[file], re.MULTILINE | re.DOTALL)
    return str(example)


def test_every_file_that_is_shipped_has_a_part() -> None:
    """Nobody finds a table that the text does not explain, nor a text about none."""
    shipped = {path.name for path in locate_files({}).list_paths()} | {"portals.csv"}
    assert set(PARTS) == set(COLUMNS) == shipped


@pytest.mark.parametrize("file", COLUMNS)
def test_every_column_is_named_in_order(file: str) -> None:
    """The rows of a file's table are its columns as the reader has them."""
    assert tuple(re.findall(r"^\| `([^`]+)` \|", PARTS[file], re.MULTILINE)) == COLUMNS[file]


@pytest.mark.parametrize("file", NOTES)
def test_an_example_is_a_row_that_its_reader_takes(file: str, tmp_path: Path) -> None:
    """Copied below the header, each makes one record and no problem."""
    path = tmp_path / file
    path.write_text(f"{','.join(COLUMNS[file])}\n{find_example(file)}\n", encoding="utf-8")
    records, problems = NOTES[file](path)
    assert problems == ()
    assert len(records) == 1


def test_the_other_examples_are_taken_too(tmp_path: Path) -> None:
    """A city, a site of others and a coordinate as shown are usable."""
    files = write_table(tmp_path, [find_example("cities.tsv").split("\t")])
    table = read_table(files)
    assert [city.slug for city in table.cities] == ["sapporo"]
    assert table.problems == ()
    for name in ("portals.csv", "coordinates.csv"):
        (tmp_path / name).write_text(f"{','.join(COLUMNS[name])}\n{find_example(name)}\n", encoding="utf-8")
    assert check_portals(tmp_path / "portals.csv") == ()
    assert read_coordinates(files.coordinates).problems == ()
    assert list(read_coordinates(files.coordinates).coordinates) == ["011002"]
    assert check_tables(files) == ()
