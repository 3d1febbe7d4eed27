"""Our scripts and styles, joined into one file of each kind for the pages and for the map's frame, and its outlines.

A request costs a page more than its bytes do. The names hold a hash, so browsers keep the files for ever and a new
version has a new address. They are made once for each process: start the app anew to see a change.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from pages.parts.outlines import lighten_outlines

HERE = Path(__file__).parent
PAGE, MAP = HERE / "page_assets", HERE / "map_assets"
PAGE_STYLES = [PAGE / f"{name}.css" for name in ("card", "dialog", "frame", "page")]
PAGE_SCRIPTS = [
    PAGE / f"{name}.js" for name in ("page", "near_me", "dialog", "picture", "reconnecting", "streamlit_words")
]
MAP_STYLES = [PAGE / "card.css", PAGE / "frame.css", MAP / "city_layer.css"]
MAP_SCRIPTS = [
    PAGE / "page.js",
    *(
        MAP / f"{name}.js"
        for name in (
            "marker_places",
            "marker_layout",
            "marker_spread",
            "marker_crowd",
            "city_popup",
            "map_frame",
            "city_layer",
        )
    ),
]
ADDRESS = "component/pages.parts.frame.page/"  # of the folder, below the app's root; pages/parts/frame.py declares it


@dataclass(frozen=True, slots=True)
class Bundles:
    """A folder and the names of the files in it."""

    folder: Path
    page_style: str
    page_script: str
    map_style: str
    map_script: str
    neighbours: str
    prefectures: str


@cache
def join_files() -> Bundles:
    """Join the files in a folder of this process's own, which goes when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Bundles(
        folder,
        page_style=_join(folder, "page", ".css", PAGE_STYLES),
        page_script=_join(folder, "page", ".js", PAGE_SCRIPTS),
        map_style=_join(folder, "map", ".css", MAP_STYLES),
        map_script=_join(folder, "map", ".js", MAP_SCRIPTS),
        neighbours=_join(folder, "neighbours", ".geojson", [NEIGHBOURS_FILE]),
        prefectures=_write(folder, "prefectures", ".geojson", _lighten(PREFECTURES_FILE)),
    )


def _lighten(path: Path) -> bytes:
    return lighten_outlines(path.read_text(encoding="utf-8")).encode()


def _join(folder: Path, stem: str, suffix: str, files: Iterable[Path]) -> str:
    return _write(folder, stem, suffix, b"\n".join(path.read_bytes() for path in files))


def _write(folder: Path, stem: str, suffix: str, content: bytes) -> str:
    name = f"{stem}.{hashlib.blake2b(content, digest_size=4).hexdigest()}{suffix}"
    (folder / name).write_bytes(content)
    return name
