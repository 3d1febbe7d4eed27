"""Tables with a history, for tests: written, edited, committed by the real git."""

import shutil
import subprocess
from pathlib import Path

from data.folder import DataFiles, locate_files
from data.history.change_file import read_changes
from data.history.facts import locate_tables
from data.history.records import Change

SHIPPED = locate_files({})
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.jp", "-c", "commit.gpgsign=false")


def copy_tables(folder: Path) -> DataFiles:
    """Copy the shipped tables into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in locate_tables(SHIPPED).values():
        shutil.copy(path, folder / path.name)
    return locate_files({"MADOGUCHI_DATA": str(folder)})


def edit(path: Path, old: str, new: str) -> None:
    """Put a text in place of another that stands in a file once."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    path.write_bytes(text.replace(old, new).encode())


def git(folder: Path, *arguments: str, day: str = "2026-04-01") -> str:
    """Run git in a folder, on a day at noon in Japan; return what it says."""
    moment = f"{day}T12:00:00+09:00"
    done = subprocess.run(
        ["git", "-C", str(folder), *AUTHOR, *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(folder: Path, day: str = "2026-04-01") -> None:
    """Commit all that is in a folder, which becomes a repository if it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change it", day=day)


def read(files: DataFiles) -> tuple[Change, ...]:
    """Read the entries, in which nothing is wrong."""
    changes, problems = read_changes(files.changes)
    assert problems == ()
    return changes
