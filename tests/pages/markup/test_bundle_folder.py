"""The folder that Streamlit serves our joined files from: whole, private, and the same one for the same files."""

import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.health.broken import list_broken
from pages.markup.bundle_folder import PART, write_files
from pages.markup.bundles import join_files
from tests.source import ROOT

SCRIPT = "from pages.markup.bundle_folder import write_files; print(write_files(), flush=True)"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files of the test's own, for this process and those that it starts."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def make_folder() -> Path:
    """Make the folder and return it; there has to be one."""
    folder = write_files()
    assert folder
    return folder


def read_files(folder: Path) -> dict[str, bytes]:
    """Read what the folder holds beside the lock."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


@pytest.mark.parametrize("loss", ["folder", "file", "half a file"])
def test_what_was_cleaned_away_is_made_anew(loss: str) -> None:
    """As systems do with old files: the next page finds all of them, whatever was taken."""
    page_style, folder = join_files().page_style, make_folder()
    if loss == "folder":
        shutil.rmtree(folder)
    elif loss == "file":
        (folder / page_style).unlink()
    else:
        (folder / page_style).write_bytes(b"half")
    assert make_folder() == folder
    assert read_files(folder) == join_files().files


def test_without_room_there_is_no_folder_until_there_is(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk breaks nothing but the folder, the remedy is told, and with room again it is there again."""
    (temporary / "full").write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "full"))
    assert write_files() is None
    assert "TMPDIR" in list_broken()[PART]
    assert join_files().files
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    assert make_folder().parent == temporary
    assert PART not in list_broken()


def test_processes_share_one_folder_and_a_killed_one_leaves_no_other(temporary: Path) -> None:
    """Some begin at once and are killed when they have it: there is one folder, with whole files."""
    command = [sys.executable, "-c", f"{SCRIPT}; import sys; sys.stdin.read()"]  # lives until it is killed
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) for _ in range(3)]
    told = [process.stdout.readline().strip() for process in started if process.stdout]
    for process in started:
        process.kill()
        process.communicate()
    assert set(told) == {str(make_folder())}
    assert list(temporary.iterdir()) == [make_folder()]
    assert read_files(make_folder()) == join_files().files


def test_nobody_else_can_write_to_the_folder() -> None:
    """The browser runs what lies in it, so it is its owner's alone."""
    assert stat.S_IMODE(make_folder().stat().st_mode) == 0o700


@pytest.mark.parametrize("trap", ["link", "file", "open to others"])
def test_a_folder_that_others_may_have_made_is_not_used(trap: str, temporary: Path) -> None:
    """Whoever guesses the name and is first there gets nothing served: the process has a folder of its own."""
    guessed = make_folder()
    shutil.rmtree(guessed)
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    if trap == "link":
        guessed.symlink_to(elsewhere)
    elif trap == "file":
        guessed.write_bytes(b"")
    else:
        guessed.mkdir(0o700)
        guessed.chmod(0o777)
    folder = make_folder()
    assert folder not in {guessed, elsewhere}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert read_files(folder) == join_files().files
    assert not any(elsewhere.iterdir())
