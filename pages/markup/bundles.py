"""Our scripts and styles, joined into one file of each kind for the pages and for the map's frame, and its outlines.

A request costs a page more than its bytes do. The names hold a hash, so browsers keep the files for ever and a new
version has a new address. Scripts and styles are read once for each process: start the app anew to see a change.
Delivery serves them from memory; for Streamlit they are in a folder as well (bundle_folder.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from data.places.romaji import list_syllables
from pages.health.broken import note_broken, note_whole
from pages.languages.trusted import read_plainly
from pages.maps.land_code import NO_LAND, encode_land
from pages.maps.outlines import lighten_outlines
from pages.markup.rendering import embed_json, render_template

HERE = Path(__file__).parent
PAGE, MAP = HERE.parent / "assets", HERE.parent / "maps" / "assets"
PLAIN = PAGE / "plain"  # of pages that stand without the app
COURSE_STYLE = PAGE / "course_filters.css"  # which only pages with classes have a use for
PAGE_STYLES = [
    *(
        PAGE / f"{name}.css"
        for name in ("colours", "card", "course", "dialog", "desk", "reading", "frame", "page", "print")
    ),
    COURSE_STYLE,
]
FOLD = PLAIN / "fold.js"  # makes search keys in the browser
KEPT = PLAIN / "kept.js"
SIDEBAR_MEMORY = PAGE / "sidebar_memory.js"
FRAME_HEIGHT = PAGE / "frame_height.js"
PAGE_SCRIPTS = [
    SIDEBAR_MEMORY,
    FRAME_HEIGHT,
    *(
        PAGE / f"{name}.js"
        for name in (
            "page",
            "open_now",
            "skip_first",
            "search",
            "drawer",
            "near_me",
            "near_answer",
            "dialog",
            "picture",
            "desk",
            "voices",
            "aloud",
            "reconnecting",
            "streamlit_words",
            "keep",
        )
    ),
]
MAP_STYLES = [*(PAGE / f"{name}.css" for name in ("colours", "card", "frame")), MAP / "city_layer.css"]
MAP_SCRIPTS = [
    PAGE / "page.js",
    *(
        MAP / f"{name}.js"
        for name in (
            "marker_places",
            "marker_annealing",
            "marker_layout",
            "marker_insets",
            "marker_spread",
            "marker_crowd",
            "city_popup",
            "popup_opening",
            "map_view",
            "map_position",
            "map_gestures",
            "map_land",
            "map_records",
            "map_chosen",
            "map_places",
            "map_insets",
            "map_frame",
            "city_layer",
        )
    ),
]
VENUE_SCRIPTS = [MAP / "map_venues.js"]  # brought by the layer where there are any


@dataclass(frozen=True, slots=True)
class Bundles:
    """The files by their names, and which is which."""

    files: Mapping[str, bytes]
    page_style: str
    page_script: str
    map_style: str
    map_script: str
    venue_script: str
    neighbours: str
    prefectures: str
    kept_script: str  # of copies that are shown without a connection: no page asks for it


def join_files() -> Bundles:
    """Join the files in memory; an outline that cannot be read is without land, and tried again the next time."""
    return _bundle(_draw(NEIGHBOURS_FILE, _read_neighbours), _draw(PREFECTURES_FILE, _read_prefectures))


def write_fold() -> str:
    """Write the script that makes the key of what a visitor types, as `fold_spelling` does."""
    syllables = embed_json(dict(list_syllables()))
    return f"{render_template('syllables.js', syllables=syllables)}\n{read_plainly(FOLD)}"


def _draw(path: Path, read: Callable[[], bytes]) -> bytes:
    try:
        land = read()
    except Exception as error:
        note_broken(f"outlines {path.name}", f"{path}: {error}; bring back the file as it was shipped")
        return NO_LAND
    note_whole(f"outlines {path.name}")
    return land


@cache
def _read_neighbours() -> bytes:
    return encode_land(NEIGHBOURS_FILE.read_text(encoding="utf-8")).encode()


@cache
def _read_prefectures() -> bytes:
    return encode_land(lighten_outlines(PREFECTURES_FILE.read_text(encoding="utf-8"))).encode()


@lru_cache(maxsize=4)
def _bundle(neighbours: bytes, prefectures: bytes) -> Bundles:
    contents = {
        ("page", ".css"): _join(PAGE_STYLES),
        ("page", ".js"): _join(PAGE_SCRIPTS),
        ("map", ".css"): _join(MAP_STYLES),
        ("map", ".js"): _join(MAP_SCRIPTS),
        ("venues", ".js"): _join(VENUE_SCRIPTS),
        ("neighbours", ".json"): neighbours,
        ("prefectures", ".json"): prefectures,
        ("kept", ".js"): f"{write_fold()}\n{read_plainly(KEPT)}".encode(),
    }
    files = {name_file(*kind, content): content for kind, content in contents.items()}
    return Bundles(files, *files)


def _join(files: Iterable[Path]) -> bytes:
    return read_plainly(*files).encode()


def name_file(stem: str, suffix: str, content: bytes) -> str:
    """Name a file by its content too, so that browsers may keep it for ever: page.1a2b3c4d.css."""
    return f"{stem}.{hashlib.blake2b(content, digest_size=4).hexdigest()}{suffix}"
