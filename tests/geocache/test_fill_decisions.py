"""Decisions while the file is filled: when an outage ends the run, and what a damaged file is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geocache.answer import Lookup, Outcome
from geocache.fill import count_outages, set_aside_file
from geocache.gazetteer import find_offline
from tests.pages.samples import make_place

TODAY = date(2026, 11, 22)
SAKAI, OSAKA_PREFECTURE = make_place("271403"), make_place("270008")


@pytest.mark.parametrize(
    ("outages", "answer", "counted"),
    [
        (0, Lookup(SAKAI, Outcome.UNREACHABLE), 1),
        (2, Lookup(SAKAI, Outcome.UNREACHABLE), 3),
        (2, Lookup(SAKAI, Outcome.NOT_FOUND), 0),
        (2, find_offline(SAKAI), 0),
        (2, find_offline(OSAKA_PREFECTURE), 2),
    ],
)
def test_outages_in_a_row(outages: int, answer: Lookup, counted: int) -> None:
    """Any word of the service ends the row; a middle read from our own boundaries is none."""
    assert count_outages(outages, answer) == counted


def test_names_put_aside_never_collide(tmp_path: Path) -> None:
    """A second damaged file of a day gets a name of its own."""
    path = tmp_path / "coordinates.csv"
    names = []
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        names.append(set_aside_file(path, TODAY))
    assert [name.read_bytes() for name in names] == [b"one", b"two", b"three"]
    assert names[2].name == "coordinates.csv.damaged-2026-11-22-3"
