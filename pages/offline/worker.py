"""The worker that keeps copies of the pages in the browser, as one script; and the one that takes them away again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from pages.address.links import ADDRESS
from pages.languages.language import Language
from pages.languages.trusted import read_plainly
from pages.markup.bundles import join_files
from pages.markup.rendering import dump_json
from pages.offline.words import list_words

NAME = "sw.js"
HERE = Path(__file__).parent
APP, EDITION, RETIRING = HERE / "app_addresses.js", HERE / "edition_addresses.js", HERE / "retiring.js"
ICON = "favicon.svg"
PASSED = (  # what the worker is not even asked about: the app's own, most of a page's files
    "static/",
    "component/streamlit_folium.st_folium/",
    "component/pages.app.folium_map.leaflet/",
    "_stcore/",
    "media/",
    "data/",
)


def write_app_worker(languages: Sequence[Language]) -> str:
    """Write the worker of the app: of its files it keeps those that a page needs while the app does not run."""
    bundles = join_files()
    return _write_app(tuple(languages), bundles.page_script, bundles.kept_script)


@lru_cache(maxsize=4)
def _write_app(languages: tuple[Language, ...], page_script: str, kept_script: str) -> str:
    script, folders = f"{ADDRESS}{kept_script}", (*(f"{ADDRESS}{name}" for name in ("page.", "kept.", "desk-")), ICON)
    told = {"words": list_words(languages), "folders": folders, "script": script, "passed": PASSED, "preloads": True}
    return _write(APP, told, (page_script,))


def write_edition_worker(languages: Sequence[Language], folder: str, files: Iterable[str]) -> str:
    """Write the worker of a static edition, whose pages' files lie in a folder; their names make its version."""
    told = {"words": list_words(languages), "folders": (folder, ICON), "script": "", "passed": (), "preloads": False}
    return _write(EDITION, told, files)


def write_retirement() -> str:
    """Write the worker that takes the place of the others, deletes all copies and leaves."""
    return read_plainly(RETIRING)


def _write(addresses: Path, told: Mapping[str, object], files: Iterable[str]) -> str:
    """Write a worker; what it is told and the names of files, each with a hash, make its version.

    A browser loads a worker anew when a byte of it differs, and with it what the worker keeps.
    """
    program = _join(addresses)
    constants = dump_json(told)
    version = hashlib.blake2b("\n".join((program, constants, *sorted(files))).encode(), digest_size=8).hexdigest()
    return f"// {version}\nconst MADOGUCHI = {constants};\n{program}\n"


@cache
def _join(addresses: Path) -> str:
    return "\n".join(read_plainly(file) for file in (addresses, HERE / "copies.js", HERE / "worker.js"))
