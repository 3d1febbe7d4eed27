"""The versions of the tables that git has, read with its own program; and the tables as they lie there now."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.folder import DataFiles, locate_files, name_variants
from data.history.days import JAPAN
from data.history.facts import locate_tables, read_facts
from data.history.replay import Version

_SECONDS = 60  # that git may take for one answer
_HASH_LETTERS = 10  # of a commit in what a maintainer reads


class GitError(Exception):
    """Git has these tables but cannot say what they were; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that the tables lie in."""

    program: str
    folder: Path  # of the tables

    def ask(self, *arguments: str) -> bytes:
        """Return what git answers. Raises GitError with git's own words if it refuses."""
        command = [self.program, "-C", str(self.folder), *arguments]
        try:
            # no shell, and arguments of our own
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(f"git cannot be run: {error}") from error
        if done.returncode:
            raise GitError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout


def find_repository(files: DataFiles) -> Repository | None:
    """Find the repository that has the table among its files; None where there is none, or no git program."""
    program = shutil.which("git")
    if program is None:
        return None
    repository = Repository(program, files.cities.resolve().parent)
    try:
        repository.ask("ls-files", "--error-unmatch", "--", files.cities.name)
    except GitError:
        return None
    return repository


def list_versions(repository: Repository, files: DataFiles, today: date) -> Iterator[Version]:
    """Yield the versions of the main line, the oldest first, each with the day its commit came there, and last today's.

    What came by a merge came on the merge's day. Raises GitError, also for a clone whose beginning is cut off: what
    changed before would be told as if it had never been.
    """
    if repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("This clone is shallow, so most versions are not in it. Run `git fetch --unshallow` first.")
    names = [path.name for path in (*locate_tables(files).values(), *name_variants(files.counters))]
    log = repository.ask("log", "--first-parent", "--reverse", "--format=%H %cI", "--", *names).decode()
    for line in log.splitlines():
        commit, _, moment = line.partition(" ")
        day = datetime.fromisoformat(moment).astimezone(JAPAN).date()
        with tempfile.TemporaryDirectory() as folder:
            _check_out(repository, commit, names, Path(folder))
            facts = read_facts(locate_files({"MADOGUCHI_DATA": folder}))
        yield Version(f"commit {commit[:_HASH_LETTERS]}", day, facts)
    yield Version("the tables as they are now", today, read_facts(files))


def _check_out(repository: Repository, commit: str, names: list[str], folder: Path) -> None:
    """Write the files as they were at a commit into a folder."""
    listed = repository.ask("ls-tree", "-z", "--name-only", commit, "./").decode().split("\0")
    for name in set(names) & set(listed):
        (folder / name).write_bytes(repository.ask("cat-file", "blob", f"{commit}:./{name}"))
