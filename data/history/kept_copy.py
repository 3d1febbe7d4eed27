"""The kept copy: the tables as they were when the history was last written, for where no git has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data.atomic import replace_bytes
from data.folder import DataFiles, locate_files
from data.history.facts import Facts, locate_tables, read_facts
from data.history.replay import Version

FOLDER = "kept"  # beside the tables


def find_copy(files: DataFiles) -> DataFiles:
    """Return the files of the copy, whether they exist or not."""
    return locate_files({"MADOGUCHI_DATA": str(files.cities.parent / FOLDER)})


def list_kept_versions(files: DataFiles, today: date) -> list[Version]:
    """Return the kept version, where there is one, and today's."""
    copy = find_copy(files)
    kept = [Version("the kept copy", today, read_facts(copy))] if copy.cities.exists() else []
    return [*kept, Version("the tables as they are now", today, read_facts(files))]


def keep_copy(files: DataFiles, facts: Facts) -> None:
    """Keep the files that could be read, for the next time. Raises OSError if the folder cannot be written to."""
    kept = locate_tables(find_copy(files))
    for subject, path in locate_tables(files).items():
        if subject in facts.statements:
            _copy(path, kept[subject])


def _copy(path: Path, kept: Path) -> None:
    """Keep a file as it is; one that is not there is not kept either."""
    kept.parent.mkdir(exist_ok=True)
    if path.exists():
        content = path.read_bytes()
        if not kept.exists() or kept.read_bytes() != content:
            replace_bytes(kept, content)
    else:
        kept.unlink(missing_ok=True)
