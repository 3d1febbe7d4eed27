"""The file of changes: what is no entry is named, it stays bounded, and what is shipped is true."""

import datetime
from pathlib import Path

import pytest

from data.history.change_file import COLUMNS, MOST, read_changes, write_changes
from data.history.records import Difference
from data.history.replay import name_changes
from tests.data.history.samples import SHIPPED

EDITED = Difference("changed", "city", "011002", "", "email", "kokusai@city.sapporo.jp", "new@city.sapporo.jp")
BEGUN = Difference("begun", "city", new="20")
DAY = datetime.date(2026, 4, 9)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "1"),
        ("id", "urn:uuid:0af315f2-876c-5852-b1b7-4b0100fc4f02"),
        ("day", "1.4.2026"),
        ("day", "2026-02-30"),
        ("kind", "new"),
        ("subject", "river"),
        ("code", "999999"),
    ],
)
def test_a_row_that_is_none_is_named_and_left_out(tmp_path: Path, column: str, value: str) -> None:
    """The others are read."""
    changes = list(name_changes([(DAY, BEGUN), (DAY, EDITED)]))
    path = tmp_path / "changes.csv"
    header, first, second = write_changes(changes).splitlines()
    cells = first.split(",")
    cells[COLUMNS.index(column)] = value
    path.write_text("\n".join([header, ",".join(cells), second, ""]), encoding="utf-8")
    read_back, problems = read_changes(path)
    assert read_back == (changes[1],)
    assert [(problem.row, problem.column, problem.value) for problem in problems] == [(2, column, value)]


def test_the_file_is_bounded(tmp_path: Path) -> None:
    """The oldest entries go."""
    happened = [
        (DAY, Difference("changed", "city", "011002", "", "email", str(n), str(n + 1))) for n in range(MOST + 5)
    ]
    path = tmp_path / "changes.csv"
    path.write_text(write_changes(list(name_changes(happened))), encoding="utf-8")
    kept, problems = read_changes(path)
    assert (len(kept), kept[0].what.old, problems) == (MOST, "5", ())


def test_the_shipped_entries_are_true() -> None:
    """They are whole, of places that exist, in order, each with a day that has come and with its own id."""
    changes, problems = read_changes(SHIPPED.changes)
    assert problems == ()
    assert changes[0].what == BEGUN
    assert [change.day for change in changes] == sorted(change.day for change in changes)
    assert len({change.id for change in changes}) == len(changes)
    assert write_changes(changes) == SHIPPED.changes.read_text(encoding="utf-8")
