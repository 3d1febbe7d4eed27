"""The atlas for what is delivered without Streamlit, read once and again only when a file has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from data.folder import DataFiles, locate_files
from pages.parts.atlas import Atlas, load_atlas

Stamps = tuple[tuple[int, int], ...]


def get_atlas() -> tuple[Atlas, Stamps]:
    """Give the atlas of the tables in use, and what tells it from that of changed files."""
    files = locate_files()
    stamps = tuple(_stamp(path) for path in files.list_paths())
    return _load(files, stamps), stamps


@lru_cache(maxsize=2)
def _load(files: DataFiles, stamps: Stamps) -> Atlas:  # noqa: ARG001 - the cache's key
    return load_atlas(files)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
