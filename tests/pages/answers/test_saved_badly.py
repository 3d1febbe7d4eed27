"""A table saved badly while the app runs costs nobody anything: the last good one stays until the new one is whole."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.folder import DataFiles, locate_files
from pages.answers.atlas import AtlasKeeper
from pages.answers.freshness import SETTLED_SECONDS
from pages.answers.outdated import tell_kept
from pages.languages.language import load_language

SHIPPED = locate_files({})


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def files(tmp_path: Path) -> DataFiles:
    """Copies of the shipped tables, to be spoiled."""
    copies = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    for source, copy in zip(SHIPPED.list_paths(), copies.list_paths(), strict=True):
        shutil.copy(source, copy)
    return copies


TABLE = SHIPPED.cities.read_bytes().rstrip(b"\n") + b"\n"
HEADER = TABLE.strip().split(b"\n")[0] + b"\n"


def save(path: Path, content: bytes | None) -> None:
    """Save a file as an editor does that does not care, or remove it; a change of the same moment counts too."""
    if content is None:
        path.unlink()
        return
    changed = path.stat().st_mtime_ns + 10_000_000 if path.exists() else None
    path.write_bytes(content)
    if changed:
        os.utime(path, ns=(changed, changed))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        HEADER,
        TABLE[: len(TABLE) // 2],
        os.urandom(4000),
        None,
        b"<!DOCTYPE html><title>502</title>",
        TABLE[: TABLE.rindex(b"\t")],
    ],
    ids=["empty", "header", "half", "binary", "removed", "error page", "last line cut"],
)
def test_a_table_saved_badly_leaves_the_last_good_one(files: DataFiles, content: bytes | None) -> None:
    """Twenty cities stay, with word of when they were saved; the whole new table takes their place at once."""
    keeper = AtlasKeeper(files, Clock())
    good = keeper.get()
    assert (len(good.cities), good.kept_from, keeper.describe().problem) == (20, None, None)
    save(files.cities, content)
    kept = keeper.get()
    assert kept.cities == good.cities
    assert kept.version != good.version
    assert kept.kept_from == keeper.describe().good_since
    assert keeper.describe().problem
    assert "could not be read" in (tell_kept(kept, load_language("en")) or "")
    assert keeper.get() is kept
    himeji = b"21\tHyogo\tHimeji\t\t\t\t\n"
    save(files.cities, TABLE + himeji)
    healed = keeper.get()
    assert (len(healed.cities), healed.kept_from, keeper.describe().problem) == (21, None, None)


FILES_BESIDE = [path.name for path in SHIPPED.list_paths() if path != SHIPPED.cities]
ROWS = {  # one that ships empty here gets a row
    "checks.csv": "011002,札幌市,department,International Relations Department,2026-04-01,Staff,A mail of that day\n",
    "links.csv": "https://www.city.sapporo.jp/,ok,2026-04-01,2026-04-01,,,\n",
    "classes.csv": f"011002,a,,,,,日本語教室{',' * 30}https://example.org/,2026-04-01,2026-04-01,the city\n",
}


@pytest.mark.parametrize("name", FILES_BESIDE)
def test_a_file_beside_the_table_saved_badly_leaves_the_last_good_ones(files: DataFiles, name: str) -> None:
    """Whichever it is, all stays as it was, with the notice; the whole new file is shown at once."""
    path = next(path for path in files.list_paths() if path.name == name)
    whole = path.read_bytes() + ROWS.get(name, "").encode()
    path.write_bytes(whole)
    spoiled: dict[str, bytes | None] = {
        "empty": b"",
        "half": whole[: len(whole) // 2].rstrip(b"\n"),
        "last cell": whole.rstrip(b"\n")[:-1],
        "error page": b"<!DOCTYPE html><title>502</title>",
        "removed": None,
    }
    keeper = AtlasKeeper(files, Clock())
    good = keeper.get()
    for loss, content in spoiled.items():
        save(path, content)
        kept = keeper.get()
        assert (kept.cities, kept.coordinates, kept.offices) == (good.cities, good.coordinates, good.offices), loss
        assert kept.kept_from is not None, loss
        assert re.search(f"{name}|coordinates", keeper.describe().problem or ""), loss
    save(path, whole)
    assert (keeper.get().kept_from, keeper.describe().problem) == (None, None)


def test_an_optional_file_that_stays_away_is_taken_to_be_meant(files: DataFiles) -> None:
    """Corrections removed are gone a minute later, not for ever shown."""
    clock = Clock()
    keeper = AtlasKeeper(files, clock)
    assert any(city.corrections for city in keeper.get().cities)
    files.corrections.unlink()
    assert any(city.corrections for city in keeper.get().cities)
    clock.now = SETTLED_SECONDS
    atlas = keeper.get()
    assert (atlas.kept_from, any(city.corrections for city in atlas.cities)) == (None, False)


def test_a_deliberately_small_table_is_shown_after_a_minute(files: DataFiles) -> None:
    """Five rows in place of twenty may be meant: they are shown once nobody has changed them for a minute."""
    clock = Clock()
    keeper = AtlasKeeper(files, clock)
    keeper.get()
    save(files.cities, b"\n".join(TABLE.split(b"\n")[:8]) + b"\n")
    assert len(keeper.get().cities) == 20
    clock.now = SETTLED_SECONDS - 1
    assert len(keeper.get().cities) == 20
    clock.now = SETTLED_SECONDS
    assert len(keeper.get().cities) == 5
    assert keeper.describe().problem is None


def test_a_missing_line_end_is_told_for_a_minute_only(files: DataFiles) -> None:
    """Every cell of the last row is there, and nobody went on writing: health is well again, and the row is shown."""
    clock = Clock()
    keeper = AtlasKeeper(files, clock)
    assert keeper.describe().problem is None
    save(files.corrections, files.corrections.read_bytes().rstrip())
    assert "no line end" in (keeper.describe().problem or "")
    clock.now = SETTLED_SECONDS
    keeper.get()
    assert keeper.describe().problem is None
    assert "No line end" in (AtlasKeeper(files, clock).describe().problem or "")


def test_lost_coordinates_leave_the_map_as_it_is(files: DataFiles) -> None:
    """A coordinate file saved empty takes no marker away."""
    keeper = AtlasKeeper(files, Clock())
    keeper.get()
    save(files.coordinates, b"")
    assert len(keeper.get().coordinates) == 20
    assert "coordinates" in (keeper.describe().problem or "")


def test_a_start_with_a_bad_table_shows_what_can_be_shown(files: DataFiles) -> None:
    """Without a last good table the half is shown, its problems are told, and the whole one follows."""
    save(files.cities, TABLE[: len(TABLE) // 2])
    keeper = AtlasKeeper(files, Clock())
    half = keeper.get()
    assert 5 < len(half.cities) < 20
    assert half.kept_from is None
    assert "ends early" in (keeper.describe().problem or "")
    save(files.cities, TABLE)
    assert len(keeper.get().cities) == 20
    assert keeper.describe().problem is None


def test_tables_put_back_are_shown_without_the_notice(files: DataFiles) -> None:
    """Where the very same file comes back, all is as before."""
    keeper = AtlasKeeper(files, Clock())
    good = keeper.get()
    aside = files.cities.rename(files.cities.with_suffix(".aside"))
    assert keeper.get().kept_from is not None
    aside.rename(files.cities)
    again = keeper.get()
    assert (again.cities, again.version, again.kept_from) == (good.cities, good.version, None)


def test_another_table_is_shown_before_its_places_are_known(files: DataFiles) -> None:
    """Other cities in place of the old ones are shown at once, in the list alone until `python -m geocache` has run."""
    keeper = AtlasKeeper(files, Clock())
    keeper.get()
    names = [
        "Himeji",
        "Amagasaki",
        "Akashi",
        "Nishinomiya",
        "Itami",
        "Kakogawa",
        "Takarazuka",
        "Miki",
        "Sanda",
        "Kasai",
    ]
    rows = [f"{number}\tHyogo\t{name}\t\t\t\t\n".encode() for number, name in enumerate(names, start=1)]
    save(files.cities, HEADER + b"".join(rows))
    atlas = keeper.get()
    assert (len(atlas.cities), len(atlas.list_unplaced(atlas.cities)), atlas.kept_from) == (10, 10, None)
