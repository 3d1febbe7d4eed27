"""The table of all municipalities is one that the app can read, and nobody can take it for real."""

from pathlib import Path

import pytest

from data.folder import locate_files
from data.table.table import read_table
from geocache.coordinates import read_coordinates
from tests.bench.japan import PLACEHOLDER, write_japan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The written folder."""
    folder = tmp_path_factory.mktemp("japan")
    write_japan(folder)
    return folder


def test_every_municipality_is_read_and_has_its_place(folder: Path) -> None:
    """All 1,741 rows are usable, none is doubted, each has coordinates."""
    files = locate_files({"MADOGUCHI_DATA": str(folder)})
    table, places = read_table(files), read_coordinates(files.coordinates)
    assert (len(table.cities), table.problems, places.problems) == (1741, (), ())
    assert {city.code for city in table.cities} == set(places.coordinates)


def test_no_contact_could_be_taken_for_a_real_one(folder: Path) -> None:
    """Departments and links say that they are placeholders, addresses lead nowhere."""
    cities = read_table(locate_files({"MADOGUCHI_DATA": str(folder)})).cities
    assert all(city.departments[0].startswith(PLACEHOLDER) for city in cities)
    assert all(link.host == "placeholder.invalid" for city in cities for link in (*city.websites, *city.classes))
    assert all(email.endswith("@placeholder.invalid") for city in cities for email in city.emails)
