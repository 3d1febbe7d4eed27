"""The published files in a folder, for any file server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.atomic import lock_file, replace_file
from data.published.formats import FORMATS
from pages.parts.atlas import Atlas
from pages.parts.downloads import write_download
from pages.parts.view import View


def list_files(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield each file's path below the folder, as the app has it, and its text; the same atlas gives the same files."""
    for one in FORMATS:
        yield f"data/{one.file}", write_download(one, atlas, View())


def write_edition(folder: Path, atlas: Atlas) -> tuple[Path, ...]:
    """Write every file, each as a whole or not at all, one writer at a time; give their paths below the folder.

    Files of other names in the folder stay. Raises OSError if it cannot be written to.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    written = []
    with lock_file(folder):
        for name, text in list_files(atlas):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text)
            written.append(Path(name))
    return tuple(written)
