"""Files are written as a whole or not at all, and by one writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.atomic import lock_file, replace_file, replace_many

ROOT = Path(__file__).resolve().parents[2]

WRITE_FOREVER = """
import sys
from pathlib import Path
from data.atomic import replace_file
path = Path(sys.argv[1])
while True:
    for letter in "ab":
        replace_file(path, letter * 300_000)
        print(letter, flush=True)
"""

ADD_ONE_OFTEN = """
import sys
from pathlib import Path
from data.atomic import lock_file, replace_file
path = Path(sys.argv[1])
for _ in range(25):
    with lock_file(path):
        replace_file(path, str(int(path.read_text()) + 1))
"""


def start_python(code: str, path: Path) -> subprocess.Popen[str]:
    """Start a Python of its own that runs the code on the file."""
    return subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    """UTF-8, line ends untouched, no other file left in the folder."""
    path = tmp_path / "table.csv"
    replace_file(path, "堺\n仙台\r\n")
    assert path.read_bytes() == "堺\n仙台\r\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_many_files_are_written_each_as_a_whole(tmp_path: Path) -> None:
    """One that cannot be written stops the rest; those before are new, that one is old, and nothing is left beside."""
    for name in "abc":
        (tmp_path / name).write_text("old")
    (tmp_path / "b").unlink()
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="b"):
        replace_many((tmp_path / name, b"new") for name in "abc")
    assert [(tmp_path / name).read_text() for name in "ac"] == ["new", "old"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    """Who may read the file may still read it afterwards; a new file is readable for all."""
    path = tmp_path / "table.csv"
    replace_file(path, "old")
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(mode)
    replace_file(path, "new")
    assert path.stat().st_mode & 0o777 == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file a symbolic link leads to is replaced, not the link."""
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    replace_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """Text that cannot be written changes nothing and leaves nothing behind."""
    path = tmp_path / "table.csv"
    replace_file(path, "old")
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "\ud800")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_strays_of_the_same_file_are_swept(tmp_path: Path) -> None:
    """What killed writers of this file left goes; another file's unfinished copy stays."""
    path = tmp_path / "table.csv"
    stray, other = tmp_path / ".table.csv.abcd_123.tmp", tmp_path / ".table.csv.bak.abcd_123.tmp"
    stray.touch()
    other.touch()
    replace_file(path, "new")
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([other.name, path.name])


def test_a_system_without_posix_calls_writes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows is: no fchmod, and a folder cannot be opened."""
    open_file = os.open

    def open_no_folder(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, flags, mode)

    monkeypatch.delattr(os, "fchmod")
    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.setattr(os, "open", open_no_folder)
    path = tmp_path / "table.csv"
    for text in ("old", "new"):
        with lock_file(path):
            replace_file(path, text)
        assert path.read_text() == text


@pytest.mark.parametrize("writes", range(8))
def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path, writes: int) -> None:
    """However often a writer got to write before kill -9, the file is one whole version."""
    path = tmp_path / "table.csv"
    with start_python(WRITE_FOREVER, path) as writer:
        assert writer.stdout is not None
        for _ in range(writes + 1):
            writer.stdout.readline()
        writer.kill()
    assert path.read_text() in ("a" * 300_000, "b" * 300_000)
    replace_file(path, "after")
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_four_writers_lose_no_update(tmp_path: Path) -> None:
    """Four processes that read, add and write under the lock count to their sum."""
    path = tmp_path / "count.txt"
    path.write_text("0")
    writers = [start_python(ADD_ONE_OFTEN, path) for _ in range(4)]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert path.read_text() == "100"


def test_the_lock_stands_beside_the_file(tmp_path: Path) -> None:
    """The lock is a file of its own whose name ends in .lock; the folder may be ignored by that name."""
    path = tmp_path / "count.txt"
    with lock_file(path):
        assert (tmp_path / "count.txt.lock").exists()
    assert not path.exists()
