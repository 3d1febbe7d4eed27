"""Edits: the cells that differ from the last commit's, so that whoever edited a table sees each once more.

No rule can know that a digit of an address is wrong. Before a commit git still has the cell as it was: a slip stands in
this list beside the edits that were meant. Afterwards nothing is said of it any more.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from data.folder import DataFiles
from data.history.git_versions import GitError, Repository, find_repository
from data.inspection.cells import InspectedFile, read_files
from data.records import Problem
from data.table.sheets import SheetRow, shorten

_REMEDY = "If that is meant, all is well: commit it."


def list_edits(files: DataFiles, portals: Path) -> tuple[Problem, ...]:
    """Return the cells that differ from the last commit's, and the rows that are gone; without git none."""
    repository = find_repository(files)
    if repository is None:
        return ()
    with tempfile.TemporaryDirectory() as name:
        before = _check_out(repository, files, portals, Path(name))
        old = read_files(before, Path(name) / portals.name).list_all()
    new = read_files(files, portals).list_all()
    return tuple(told for one, other in zip(old, new, strict=True) for told in compare_rows(one, other))


def _check_out(repository: Repository, files: DataFiles, portals: Path, folder: Path) -> DataFiles:
    """Write the files as the last commit has them into a folder; one that it has not is left out."""
    for path in (*files.list_watched(), portals):
        there = Repository(repository.program, path.resolve().parent)
        try:
            (folder / path.name).write_bytes(there.ask("show", f"HEAD:./{path.name}"))
        except (GitError, OSError, subprocess.SubprocessError):
            continue
    return DataFiles(*(folder / path.name for path in files.list_paths()))


def compare_rows(old: InspectedFile, new: InspectedFile) -> Iterator[Problem]:
    """Yield each cell of a row that is another, and each row that is no more."""
    before, after = ([tuple(row.cells.values()) for row in file.rows] for file in (old, new))
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == last - first:
            for one, other in zip(old.rows[start:end], new.rows[first:last], strict=True):
                yield from _compare_cells(new.name, one, other)
        elif kind in {"replace", "delete"}:
            for row in old.rows[start:end]:
                gone = " ".join(row.cells.values())
                yield Problem(new.name, None, None, shorten(gone), "This row is no more.", _REMEDY, fatal=False)


def _compare_cells(file: str, old: SheetRow, new: SheetRow) -> Iterator[Problem]:
    for column, cell in new.cells.items():
        if (was := old.cells.get(column, "")) != cell:
            message = f"It was {shorten(was)!r} at the last commit."
            yield Problem(file, new.line, column, shorten(cell), message, _REMEDY, fatal=False)
