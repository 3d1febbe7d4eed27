"""`python -m data history`: one edited cell is one entry, from git's versions or from the kept copy."""

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.folder import DataFiles
from data.history.command import run_history
from data.history.records import Change, Difference
from data.history.replay import name_changes
from tests.data.history.samples import SHIPPED, commit, copy_tables, edit, git, read

OLD, NEW = "kokusai[at]city.sapporo.jp", "new[at]city.sapporo.jp"
EDITED = Difference("changed", "city", "011002", "", "email", "kokusai@city.sapporo.jp", "new@city.sapporo.jp")
BEGUN = Difference("begun", "city", new="20")
DAY = datetime.date(2026, 4, 9)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFiles:
    """A copy of the shipped tables, which the command works on."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path / "tables"))
    return copy_tables(tmp_path / "tables")


def list_days(files: DataFiles) -> list[tuple[str, Difference]]:
    """List what is entered, with its day."""
    return [(change.day.isoformat(), change.what) for change in read(files)]


def test_one_edited_cell_is_one_entry_from_git(files: DataFiles) -> None:
    """It has the old and the new value and the day of the commit, in Japan; running it again changes nothing."""
    folder = files.cities.parent
    commit(folder, "2026-04-01")
    edit(files.cities, OLD, NEW)
    commit(folder, "2026-04-05")
    assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-05", EDITED)]
    text = files.changes.read_bytes()
    commit(folder, "2026-04-06")
    assert run_history(DAY) == 0
    assert files.changes.read_bytes() == text


def test_one_edited_cell_is_one_entry_from_the_kept_copy(files: DataFiles, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no git is, the first run keeps a copy and the next compares with it."""
    assert run_history(datetime.date(2026, 4, 1)) == 0
    edit(files.cities, OLD, NEW)
    for _ in range(2):
        assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-09", EDITED)]
    assert "1 new entry, 2 in" in capsys.readouterr().out


def test_an_edit_keeps_its_entry_when_it_is_committed(files: DataFiles) -> None:
    """Entered before the commit, it is the same entry with the same day after it; one taken back is none."""
    commit(files.cities.parent)
    edit(files.cities, OLD, NEW)
    edit(files.counters, "011-211-3678", "011-211-9999")
    assert run_history(datetime.date(2026, 4, 5)) == 0
    assert len(read(files)) == 3
    edit(files.counters, "011-211-9999", "011-211-3678")
    commit(files.cities.parent, "2026-04-07")
    assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-05", EDITED)]


def test_what_happens_again_is_another_entry(files: DataFiles) -> None:
    """There and back and there again is three entries with three ids, in git and by the kept copy the same three."""
    ids = []
    for has_git in (True, False):
        for old, new, day in ((OLD, OLD, 1), (OLD, NEW, 2), (NEW, OLD, 3), (OLD, NEW, 4)):
            edit(files.cities, old, new)
            if has_git:
                commit(files.cities.parent, f"2026-04-0{day}")
            else:
                assert run_history(datetime.date(2026, 4, day)) == 0
        if has_git:
            assert run_history(DAY) == 0
            (files.cities.parent / ".git").rename(files.cities.parent / "no-git")
        ids.append([change.id for change in read(files)])
        files.changes.unlink()
        edit(files.cities, NEW, OLD)
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 4


def test_what_a_merge_brings_is_of_its_day(files: DataFiles) -> None:
    """The main line is what readers saw: commits beside it are no versions."""
    folder = files.cities.parent
    commit(folder, "2026-04-01")
    git(folder, "checkout", "--quiet", "-b", "beside")
    edit(files.cities, OLD, "draft[at]city.sapporo.jp")
    commit(folder, "2026-04-02")
    edit(files.cities, "draft[at]city.sapporo.jp", NEW)
    commit(folder, "2026-04-03")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--no-edit", "beside", day="2026-04-06")
    assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-06", EDITED)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace(b"\tE-mail\t", b"\tWhom to ask\t"),
        lambda text: text.replace(b"Hokkaido", b"\0"),
        lambda _: b"version https://git-lfs.github.com/spec/v1\n",
        lambda _: b"<<<<<<< HEAD\n",
        lambda _: b"",
    ],
    ids=["heading", "bytes", "pointer", "conflict", "empty"],
)
def test_a_broken_version_is_skipped_with_a_word(
    files: DataFiles, damage: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing goes and comes again because of it; what changed meanwhile is of the next whole version."""
    folder, good = files.cities.parent, files.cities.read_bytes()
    commit(folder, "2026-04-01")
    files.cities.write_bytes(damage(good))
    commit(folder, "2026-04-02")
    files.cities.write_bytes(good)
    edit(files.cities, OLD, NEW)
    commit(folder, "2026-04-03")
    assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-03", EDITED)]
    assert "Skipped, commit " in capsys.readouterr().out


def test_a_table_that_is_broken_now_is_not_kept(files: DataFiles) -> None:
    """The kept copy stays the last that could be read, so that the edit is found once the table is whole again."""
    assert run_history(datetime.date(2026, 4, 1)) == 0
    good = files.cities.read_bytes()
    files.cities.write_bytes(b"")
    assert run_history(datetime.date(2026, 4, 2)) == 0
    files.cities.write_bytes(good)
    edit(files.cities, OLD, NEW)
    assert run_history(DAY) == 0
    assert list_days(files) == [("2026-04-01", BEGUN), ("2026-04-09", EDITED)]


def test_a_shallow_clone_is_refused(
    files: DataFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its first version would be told as the beginning: the remedy is named, and the entries stay as they are."""
    assert run_history(datetime.date(2026, 4, 1)) == 0
    commit(files.cities.parent, "2026-04-01")
    commit(files.cities.parent, "2026-04-02")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{files.cities.parent}", str(clone))
    text = (clone / "changes.csv").read_bytes()
    monkeypatch.setenv("MADOGUCHI_DATA", str(clone))
    edit(clone / "cities.tsv", OLD, NEW)
    assert run_history(DAY) == 1
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert (clone / "changes.csv").read_bytes() == text


def test_without_the_git_program_the_copy_serves(files: DataFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that git has, on a machine that has no git."""
    commit(files.cities.parent)
    monkeypatch.setenv("PATH", "")
    assert run_history(datetime.date(2026, 4, 1)) == 0
    edit(files.cities, OLD, NEW)
    assert run_history(DAY) == 0
    assert [what for _, what in list_days(files)] == [BEGUN, EDITED]


def test_older_entries_outlive_a_history_that_was_begun_anew(files: DataFiles) -> None:
    """Where somebody put all commits into one, what was entered before stays, and no second beginning is told."""
    assert run_history(datetime.date(2026, 3, 1)) == 0
    edit(files.cities, OLD, NEW)
    assert run_history(datetime.date(2026, 3, 2)) == 0
    before = read(files)
    commit(files.cities.parent, "2026-04-01")
    edit(files.counters, "011-211-3678", "011-211-9999")
    commit(files.cities.parent, "2026-04-02")
    assert run_history(DAY) == 0
    assert read(files)[:-1] == before
    assert read(files)[-1].what.field == "phones"


def test_entries_that_nothing_can_replace_are_not_written_over(
    files: DataFiles, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without git a damaged file is named and left; with git it is made anew."""
    assert run_history(DAY) == 0
    good = files.changes.read_text(encoding="utf-8")
    files.changes.write_text(good.replace("begun", "began"), encoding="utf-8")
    assert run_history(DAY) == 1
    assert "Allowed are begun, added, removed, changed." in capsys.readouterr().err
    assert "began" in files.changes.read_text(encoding="utf-8")
    commit(files.cities.parent, f"{DAY}")
    assert run_history(DAY) == 0
    assert files.changes.read_text(encoding="utf-8") == good


def test_it_is_a_command(files: DataFiles) -> None:
    """`python -m data history --today` says what is new, with old and new value."""
    commit(files.cities.parent)
    edit(files.cities, OLD, NEW)
    done = subprocess.run(
        [sys.executable, "-m", "data", "history", "--today", f"{DAY}"],
        cwd=SHIPPED.cities.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "  - kokusai@city.sapporo.jp\n  + new@city.sapporo.jp\n2 new entries, 2 in" in done.stdout


def test_ids_are_the_same_wherever_and_whenever_they_are_made() -> None:
    """A feed reader knows an entry by its id for ever; this one is written down."""
    [change] = name_changes([(DAY, EDITED)])
    [later] = name_changes([(DAY.replace(year=2030), EDITED)])
    assert change.id == later.id == "1215369f-d41b-59c7-9e71-8a11887d2dcb"
    assert change.urn == f"urn:uuid:{change.id}"
    assert list(name_changes([(DAY, EDITED)], [Change(change.id, DAY, EDITED)])) == []
