"""The command `python -m data history`: writes what changed in the tables into changes.csv, and says what is new."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.atomic import lock_file, replace_file
from data.folder import DataFiles, locate_files
from data.history.change_file import read_changes, write_changes
from data.history.days import get_day
from data.history.git_versions import GitError, Repository, find_repository, list_versions
from data.history.kept_copy import FOLDER, keep_copy, list_kept_versions
from data.history.records import Change
from data.history.replay import Version, name_changes, replay_versions
from data.wording import count


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to stand in the file, where it was read from, and what was skipped."""

    changes: tuple[Change, ...]
    source: str
    skipped: tuple[str, ...]


def run_history(today: date | None = None) -> int:
    """Bring changes.csv up to date with the tables; return 1 where that cannot be done, and then change nothing.

    Where git has the tables, their whole history is read again; else the copy that the last run kept.
    """
    files, day = locate_files(), today or get_day()
    try:
        with lock_file(files.changes):
            known, problems = read_changes(files.changes)
            repository = find_repository(files)
            if problems and not repository:
                told = "\n".join(map(str, problems))
                return _refuse(f"{told}\nMend {files.changes}, which nothing but its kept entries can replace.")
            writing = _read_git(repository, files, known, day) if repository else _read_copy(files, known, day)
            text = write_changes(writing.changes)
            if not files.changes.exists() or files.changes.read_text(encoding="utf-8") != text:
                replace_file(files.changes, text)
            if not repository:
                keep_copy(files, list_kept_versions(files, day)[-1].facts)
    except GitError as error:
        return _refuse(f"{error}\nNothing was written.")
    except OSError as error:
        return _refuse(f"{files.changes}: cannot be written to: {error}.")
    _report(files, writing, known)
    return 0


def merge_changes(known: Sequence[Change], replayed: Sequence[Change], versions: Sequence[Version]) -> list[Change]:
    """Return the entries of a whole history, with the days that are entered already, and what is older than it.

    What was entered and is in no version, such as an edit that was taken back before its commit, goes.
    """
    first = versions[0].day
    is_older = any(change.day < first for change in known)  # than git's first version, which then begins nothing
    told = [change for change in replayed if not (is_older and change.what.kind == "begun")]
    days, ids = {change.id: change.day for change in known}, {change.id for change in told}
    older = [change for change in known if change.day <= first and change.id not in ids]
    newer = [Change(change.id, days.get(change.id, change.day), change.what) for change in told]
    return sorted([*older, *newer], key=lambda change: change.day)


def _read_git(repository: Repository, files: DataFiles, known: Sequence[Change], day: date) -> Writing:
    versions = tuple(list_versions(repository, files, day))
    replay = replay_versions(versions)
    changes = merge_changes(known, tuple(name_changes(replay.happened)), versions)
    return Writing(tuple(changes), f"git, {count(len(versions) - 1, 'version')} of the tables", replay.skipped)


def _read_copy(files: DataFiles, known: Sequence[Change], day: date) -> Writing:
    versions = list_kept_versions(files, day)
    replay = replay_versions(versions)
    happened = [(day, what) for day, what in replay.happened if not (known and what.kind == "begun")]
    source = f"the copy in {files.cities.parent / FOLDER}" if len(versions) > 1 else "the tables as they are now"
    return Writing((*known, *name_changes(happened, known)), source, replay.skipped)


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1


def _report(files: DataFiles, writing: Writing, known: Sequence[Change]) -> None:
    for skipped in writing.skipped:
        print(f"Skipped, {skipped}\n")
    before = {change.id for change in known}
    new = [change for change in writing.changes if change.id not in before]
    for change in new:
        what = change.what
        print(" · ".join(filter(None, (f"{change.day}", what.kind, what.subject, what.code, what.name, what.field))))
        print("".join(f"  {sign} {text}\n" for sign, text in (("-", what.old), ("+", what.new)) if text), end="")
    said = "1 new entry" if len(new) == 1 else f"{len(new)} new entries"
    print(f"{said}, {len(writing.changes)} in {files.changes}; compared with {writing.source}.")
