"""What is the same for all visitors, made once and again only when a file has changed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from data.folder import DataFiles, locate_files
from data.records import City
from pages.parts.atlas import Atlas, load_atlas
from pages.parts.features import build_features, dump_json
from pages.parts.language import Language

logger = logging.getLogger(__name__)


def get_atlas() -> Atlas:
    """Give the atlas of the tables in use."""
    files = locate_files()
    return _load(files, " ".join(_stamp(path) for path in files.list_paths()))


def get_features_json(atlas: Atlas, cities: Sequence[City], language: Language) -> str:
    """Give the map's features of these rows of the atlas as JSON that is safe in a script."""
    key = (atlas.version, language.code, tuple(city.code for city in cities))
    return _dump(key, atlas, cities, language)


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(_files: DataFiles, version: str) -> Atlas:
    atlas = load_atlas(_files, version)
    for problem in atlas.problems:
        logger.warning("%s", problem)
    return atlas


@st.cache_resource(show_spinner=False, max_entries=200)
def _dump(key: object, _atlas: Atlas, _cities: Sequence[City], _language: Language) -> str:  # noqa: ARG001 - the cache's
    return dump_json(build_features(_cities, _atlas.coordinates, _language))


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path} is missing"
    return f"{path} {status.st_mtime_ns} {status.st_size}"
