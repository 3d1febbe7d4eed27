"""The atlas, read once for all visitors and again only when a file has changed."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st

from data.folder import DataFiles, locate_files
from pages.parts.atlas import Atlas, load_atlas

logger = logging.getLogger(__name__)


def get_atlas() -> Atlas:
    """Give the atlas of the tables in use."""
    files = locate_files()
    return _load(files, tuple(_stamp(path) for path in (files.cities, files.corrections, files.coordinates)))


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(_files: DataFiles, stamps: tuple[tuple[str, int, int], ...]) -> Atlas:  # noqa: ARG001 - the cache's key
    atlas = load_atlas(_files)
    for problem in atlas.problems:
        logger.warning("%s", problem)
    return atlas


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), status.st_mtime_ns, status.st_size)
