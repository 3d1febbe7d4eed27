"""The joined files in a folder, from which Streamlit serves them; nothing breaks where there is no room for one.

The folder is a fixed one for the same files: a process that is killed leaves nothing that the next would not use, and
processes side by side share it.
"""

from __future__ import annotations

import threading
from pathlib import Path

from data.atomic import lock_file, replace_bytes
from pages.health.broken import note_broken, note_whole
from pages.markup.bundles import join_files
from pages.markup.private_folder import find_private_folder

PART = "folder of scripts and styles"
LOCK = "writing"  # the name under which processes take turns


def write_files() -> Path | None:
    """Return a folder with the joined files in it, made anew where it is gone; None where nothing can be written."""
    files = join_files().files
    with _turn:
        try:
            folder = find_private_folder("\n".join(files))
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


def _is_whole(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content)  # a full disk leaves the beginning of a file
