"""The folders of static files that a page of this app loads from, found on disk.

They are found without importing the map: Streamlit registers component folders only while a script runs, and what
imports streamlit_folium earlier leaves them without an address for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pages.address.links import ADDRESS

ROOT = Path(__file__).parents[2]
STATIC = "/static/"  # Streamlit's frontend
PAGE = f"/{ADDRESS}"  # what pages/app/frame.py declares: for every page, and for the map's frame
COMPONENT = "/component/streamlit_folium.st_folium/"
LEAFLET = "/component/pages.app.folium_map.leaflet/"


@dataclass(frozen=True, slots=True)
class AssetFolder:
    """A folder and the address it is reached at.

    `prefix` is the address below the base path, with a slash at both ends; `hashed`: a file name with a hash in it
    stands for the same bytes for ever.
    """

    prefix: str
    folder: Path
    hashed: bool = False


def find_folders() -> tuple[AssetFolder, ...]:
    """Find the frontend's folder and those of the map's frame; a package that is not installed is left out."""
    folders = (
        _find(STATIC, "streamlit", "static/static", hashed=True),
        _find(COMPONENT, "streamlit_folium", "frontend/build", hashed=True),
        _find(LEAFLET, "js_lib_leaflet", "static/js_lib_leaflet"),
    )
    return tuple(folder for folder in folders if folder and folder.folder.is_dir())


def find_package(name: str) -> Path | None:
    """Find the folder of a package without importing it; None if it is not installed."""
    spec = find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def _find(prefix: str, package: str, below: str, *, hashed: bool = False) -> AssetFolder | None:
    place = find_package(package)
    return AssetFolder(prefix, place / below, hashed) if place else None
