"""The joined files in a folder, from which Streamlit serves them; nothing breaks where there is no room for one.

The folder is a fixed one for the same files: a process that is killed leaves nothing that the next would not use, and
processes side by side share it. Only its owner may write to it. Where somebody else has made a folder of its name, a
process has one of its own, which goes when the process ends.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import stat
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path

from data.atomic import lock_file, replace_bytes
from pages.health.broken import note_broken, note_whole
from pages.markup.bundles import join_files

PART = "folder of scripts and styles"
PRIVATE_MODE = 0o700
LOCK = "writing"  # the name under which processes take turns


def write_files() -> Path | None:
    """Return a folder with the joined files in it, made anew where it is gone; None where nothing can be written."""
    files = join_files().files
    with _turn:
        try:
            folder = _find_folder(files)
            missing = [name for name, content in files.items() if not _is_whole(folder / name, content)]
            if missing:
                with lock_file(folder / LOCK):
                    for name in missing:
                        replace_bytes(folder / name, files[name])
        except OSError as error:
            note_broken(PART, f"{error}; make room in the folder for temporary files, or name another as TMPDIR")
            return None
        note_whole(PART)
        return folder


_turn = threading.Lock()
_own_folders: list[Path] = []  # of this process alone; the newest is in use


def _find_folder(names: Iterable[str]) -> Path:
    """Find or make the folder for files of these names, which hold hashes of their contents."""
    content = hashlib.blake2b("\n".join(names).encode(), digest_size=8).hexdigest()
    user = f"{os.getuid()}-" if hasattr(os, "getuid") else ""  # Windows has a temporary folder for each user
    folder = Path(tempfile.gettempdir()) / f"madoguchi-{user}{content}"
    try:
        folder.mkdir(PRIVATE_MODE)
    except FileExistsError:
        if not _is_ours(folder):
            return _find_own_folder()
    return folder


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else can have put anything into the folder, nor led us elsewhere by a link."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)


def _find_own_folder() -> Path:
    if not _own_folders or not _own_folders[-1].is_dir():
        _own_folders.append(Path(tempfile.mkdtemp(prefix="madoguchi-")))
        atexit.register(shutil.rmtree, _own_folders[-1], ignore_errors=True)
    return _own_folders[-1]


def _is_whole(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content)  # a full disk leaves the beginning of a file
