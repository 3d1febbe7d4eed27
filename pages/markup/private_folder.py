"""Folders for files that can be made anew at any time: fixed ones, so that processes share what one has made.

Only their owner may write to them. Where somebody else has made a folder of such a name, a process has one of its own,
which goes when the process ends.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

PRIVATE_MODE = 0o700


def find_private_folder(contents: str) -> Path:
    """Find or make the folder for what `contents` names; the same words lead to the same folder.

    Raises OSError if none can be made.
    """
    digest = hashlib.blake2b(contents.encode(), digest_size=8).hexdigest()
    user = f"{os.getuid()}-" if hasattr(os, "getuid") else ""  # Windows has a temporary folder for each user
    folder = Path(tempfile.gettempdir()) / f"madoguchi-{user}{digest}"
    try:
        folder.mkdir(PRIVATE_MODE)
    except FileExistsError:
        if not _is_ours(folder):
            return _find_own_folder(contents)
    return folder


_own_folders: dict[str, Path] = {}  # of this process alone


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else can have put anything into the folder, nor led us elsewhere by a link."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)


def _find_own_folder(contents: str) -> Path:
    if contents not in _own_folders or not _own_folders[contents].is_dir():
        _own_folders[contents] = Path(tempfile.mkdtemp(prefix="madoguchi-"))
        atexit.register(shutil.rmtree, _own_folders[contents], ignore_errors=True)
    return _own_folders[contents]
