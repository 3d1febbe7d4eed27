"""Preloads: files that a page will ask for, found at start-up, so that the browser can ask for all of them at once.

Left to itself it learns of the parts of Streamlit's frontend when the script's first answers arrive, and of the map's
files one after the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pages.delivery.asset_folders import COMPONENT, PAGE, STATIC, AssetFolder
from pages.delivery.load_order import measure_content, measure_file, queue_files
from pages.markup.bundles import join_files

# The parts of Streamlit's frontend that our pages draw, by the names of their source files: what is read, and the
# filters, which a phone hides at first; the map adds one.
READ = ("Html.tsx",)
PARTS = (*READ, "TextInput.tsx", "Multiselect.tsx", "Button.tsx")
MAP_PARTS = ("ComponentInstance.tsx", *PARTS)
LEAFLET_FILES = ("leaflet.js", "leaflet.css")
SCRIPT = Path(__file__).parent / "ask_ahead.js"
HANDSHAKE = ("_stcore/health", "_stcore/host-config")  # Streamlit asks for both before it connects


@dataclass(frozen=True, slots=True)
class PreloadLinks:
    """HTML that makes the browser load ahead, before Streamlit's own scripts and after them; and the files' bytes."""

    before: str = ""
    after: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preloads:
    """The links of the page with the map, of it where there are classes to show on it, and of the others."""

    map_page: PreloadLinks = PreloadLinks()
    class_map: PreloadLinks = PreloadLinks()
    other_pages: PreloadLinks = PreloadLinks()


def build_preloads(folders: Sequence[AssetFolder]) -> Preloads:
    """Build the links; raises OSError or ValueError if Streamlit's manifest cannot be read."""
    manifest = read_manifest(folders)
    static = _find_static(folders).parent
    bundles = join_files()
    ours = {f".{PAGE}{name}": content for name, content in sorted(bundles.files.items()) if name != bundles.kept_script}
    paths = {_address(folder, path): path for folder, path in list_component_files(folders)}
    files = [*ours, *paths]
    page_files = [address for address in ours if address.startswith(f".{PAGE}page.")]
    names = list_modules(manifest, ["index.html", *_find_parts(manifest, MAP_PARTS)])
    sizes = {address: measure_content(content) for address, content in ours.items()}
    sizes |= {address: measure_file(path) for address, path in paths.items()}
    sizes |= {f"./{name}": measure_file(static / name) for name in names}
    read, filters = _list_parts(manifest, READ), _list_parts(manifest, PARTS)
    class_map = [*_list_parts(manifest, MAP_PARTS[:1]), *read, *files, *filters]
    framed = [address for address in class_map if address != f".{PAGE}{bundles.venue_script}"]
    plain = [*read, *page_files, *filters]
    before = "".join(f'<link rel="preload" as="fetch" crossorigin href="./{path}">' for path in HANDSHAKE)
    pages = (queue_files(list(dict.fromkeys(page)), sizes) for page in (framed, class_map, plain))
    return Preloads(*(PreloadLinks(before, _ask_ahead(queue), sizes) for queue in pages))


def list_early_files(folders: Sequence[AssetFolder]) -> tuple[Path, ...]:
    """List the text files that the page with the map asks for beside our own; raises as `build_preloads` does."""
    manifest = read_manifest(folders)
    names = [*manifest["index.html"].get("css", ()), *list_modules(manifest, ["index.html"])]
    names += list_modules(manifest, _find_parts(manifest, MAP_PARTS))
    static = _find_static(folders)
    frame = [path for _, path in list_component_files(folders)]
    return tuple(dict.fromkeys([*(static.parent / name for name in names), *frame]))


def read_manifest(folders: Sequence[AssetFolder]) -> Mapping[str, Any]:
    """Read the manifest of Streamlit's build: source names with their file and the sources it imports."""
    manifest: Mapping[str, Any] = json.loads((_find_static(folders).parent / "manifest.json").read_text("utf-8"))
    return manifest


def list_modules(manifest: Mapping[str, Any], sources: Iterable[str]) -> tuple[str, ...]:
    """List the scripts of these sources and of all they import, as paths like `static/js/Html.CzLZZ4bP.js`."""
    found: dict[str, None] = {}
    waiting = list(sources)[::-1]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting.extend(manifest[name].get("imports", ()))
    return tuple(manifest[name]["file"] for name in found)


def list_component_files(folders: Iterable[AssetFolder]) -> tuple[tuple[AssetFolder, Path], ...]:
    """List what the map's frame asks for beside our own files, with the folder that each is served from."""
    return tuple((folder, path) for folder in folders for path in _list_used(folder))


def _list_used(folder: AssetFolder) -> list[Path]:
    if folder.prefix == STATIC:
        return []
    if folder.prefix == COMPONENT:
        return sorted(folder.folder.glob("static/js/main.*.js"))
    return [folder.folder / name for name in LEAFLET_FILES]


def _find_parts(manifest: Mapping[str, Any], parts: Iterable[str]) -> list[str]:
    return [name for part in parts for name in manifest if name.endswith(f"/{part}")]


def _find_static(folders: Iterable[AssetFolder]) -> Path:
    return next(folder.folder for folder in folders if folder.prefix == STATIC)


def _list_parts(manifest: Mapping[str, Any], parts: Iterable[str]) -> list[str]:
    shell = set(list_modules(manifest, ["index.html"]))
    return [f"./{file}" for file in list_modules(manifest, _find_parts(manifest, parts)) if file not in shell]


def _address(folder: AssetFolder, path: Path) -> str:
    return f".{folder.prefix}{path.relative_to(folder.folder).as_posix()}"


def _ask_ahead(addresses: Sequence[str]) -> str:
    return f"<script data-files='{json.dumps(addresses)}'>{SCRIPT.read_text(encoding='utf-8')}</script>"
