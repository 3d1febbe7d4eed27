"""What the tests of geocache share: a table of their own in a temporary folder, and a local Nominatim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.geocache.nominatim_server import NominatimServer, run_server

HEADER = "No.\tPrefecture\tCity\tDepartment in Charge\tURL\tE-mail\tJapanese Class Information"

WriteTable = Callable[..., Path]


@pytest.fixture
def server() -> Iterator[NominatimServer]:
    """Run a local Nominatim that answers well until told otherwise."""
    with run_server() as running:
        yield running


@pytest.fixture
def write_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteTable:
    """Return a function that writes (prefecture, city) rows as the table in use and returns its coordinate file."""

    def write(*rows: tuple[str, str]) -> Path:
        lines = [f"{number}\t{prefecture}\t{city}\t\t\t\t" for number, (prefecture, city) in enumerate(rows, start=1)]
        (tmp_path / "cities.tsv").write_text("\n".join(["", "", HEADER, *lines, ""]), encoding="utf-8")
        monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
        return tmp_path / "coordinates.csv"

    return write
