"""Files that are written as a whole or not at all, by one writer at a time."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

_NEW_FILE_MODE = 0o644  # mkstemp's own would hide the file from everybody but its writer


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Hold the only right to write the file, waiting for it as long as needed; readers need no lock.

    The lock is the file `<name>.lock` beside it. Read what is to be changed inside the block, not before.
    """
    with FileLock(f"{path.resolve()}.lock"):
        yield


def replace_file(path: Path, text: str) -> None:
    """Write a text (UTF-8, line ends as they stand in it) as `replace_bytes` does."""
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes) -> None:
    """Write the content so that the file is at every moment the old or the new one.

    Keeps the file's mode and sweeps what killed writers left behind; call it under `lock_file`, else another writer's
    unfinished file could be swept. Raises OSError if the folder cannot be written to; the file is then the old one.
    """
    path = path.resolve()  # a link stays a link; its target is replaced
    _sweep_strays(path)
    _replace(path, content, settle=True)
    _sync_folder(path.parent)


def replace_many(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write each file so that it is at every moment the old or the new one, whoever is killed; sweep beforehand.

    Only at the end is it made sure that all survive a power cut, which for each by itself takes longer than the rest:
    whatever says that they are whole has to be written after this. Raises OSError where one cannot be written.
    """
    for path, content in files:
        _replace(path.resolve(), content, settle=False)
    if hasattr(os, "sync"):
        os.sync()


def _replace(path: Path, content: bytes, *, settle: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            temporary.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else _NEW_FILE_MODE)
            if settle:
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep_strays(folder: Path) -> None:
    """Remove what killed writers of any file left anywhere below a folder; call it where nobody else writes there."""
    for stray in folder.rglob(".*.tmp"):
        if _name_strays(".+").fullmatch(stray.name):
            stray.unlink(missing_ok=True)


def _sweep_strays(path: Path) -> None:
    """Remove the temporary files that killed writers of this file, and of no other, left behind."""
    ours = _name_strays(re.escape(path.name))
    for stray in path.parent.iterdir():
        if ours.fullmatch(stray.name):
            stray.unlink(missing_ok=True)


def _name_strays(name: str) -> re.Pattern[str]:
    return re.compile(rf"\.{name}\.[a-z0-9_]{{8}}\.tmp")  # the eight letters are mkstemp's


def _sync_folder(folder: Path) -> None:
    """Make the replacement survive a power cut: the folder's entry has to reach the disk too.

    Windows opens no folders; there the system alone sees to it.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
