"""The static edition: every file of it, for any file server. What it consists of stands in `list_files`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from js_lib_leaflet import __file__ as leaflet_package

from data.atomic import lock_file, replace_many, sweep_strays
from data.published.formats import Format
from pages.address.links import PLACES, Links
from pages.address.view import View
from pages.answers.scene import Scene
from pages.downloads.downloads import choose_personal, describe_files, is_offered, write_download
from pages.edition.feeds import list_feeds
from pages.edition.keeping import list_icons, list_keeping_files
from pages.edition.links import ASSETS, find_data
from pages.edition.manifest import HASH_LETTERS, MANIFEST, hash_content, read_manifest, write_manifest
from pages.edition.pages import Edition, list_pages, list_urls, list_views
from pages.edition.places import write_places
from pages.edition.shared import begin_files
from pages.evidence.facts import list_facts
from pages.evidence.table_file import FILE, write_facts
from pages.markup.bundles import join_files
from pages.markup.rendering import render_template
from pages.markup.static_parts import choose_formats
from pages.previews.picture import describe_preview, draw_preview

HERE = Path(__file__).parent
PICTURES = HERE.parent / "markup" / "pictures"
LEAFLET = ("leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of the edition, and those of an earlier one that somebody has changed since, which stay."""

    files: tuple[Path, ...]
    left: tuple[Path, ...]


def list_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each file's path below the edition's folder, and its content; the same edition gives the same files."""
    shared = begin_files()
    listed = (list_pages(edition, shared), list_data_files(edition), list_feeds(edition), _list_host_files(edition))
    for texts in listed:
        for name, text in texts:
            yield name, text.encode()
    for name, content in shared.files.items():
        yield f"{ASSETS}{name}", content
    for name, text in list_keeping_files(edition, shared.files):
        yield name, text.encode()
    yield f"{ASSETS}{PLACES}", write_places(edition.atlas).encode()
    yield from list_pictures(edition)
    for name, source in _list_copies():
        yield name, source.read_bytes()
    bundles = join_files()
    names = [bundles.page_script, bundles.map_style, bundles.map_script, bundles.neighbours, bundles.prefectures]
    for name in (*names, bundles.venue_script) if edition.atlas.courses else names:
        yield f"{ASSETS}{name}", bundles.files[name]


def list_pictures(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that link previews show: of the map, of each prefecture and of each city, where there are."""
    for language in edition.languages:
        for page, view in list_views(edition.atlas, language):
            scene = Scene(edition.atlas, view, Links("map"), language, today=edition.today)
            if page == "map" and view.page == 1 and (name := edition.find_picture(scene)):
                yield name, draw_preview(describe_preview(scene))


def list_data_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the published data of all rows, at the addresses that the app has them at, of each prefecture and city."""
    atlas = edition.atlas
    views = [View(), *(View(prefectures=(prefecture.slug,)) for prefecture in atlas.list_prefectures())]
    for view in views:
        for chosen in choose_formats(view, atlas.cities):
            if not is_offered(chosen, atlas, view, edition.today):
                continue
            for version in _list_versions(chosen, view, edition):
                yield find_data(chosen.file, version), _write_data(chosen, edition, version)
    yield find_data(FILE, View()), write_facts(list_facts(atlas))
    for city in atlas.cities:
        view = View(city=city.slug)
        for chosen in choose_personal(atlas, view, edition.today):
            yield find_data(chosen.file, view), write_download(chosen, atlas, view, edition.today)


def _list_versions(chosen: Format, view: View, edition: Edition) -> list[View]:
    return [replace(view, lang=language.code) for language in edition.languages] if chosen.worded else [view]


def write_edition(folder: Path, edition: Edition) -> Written:
    """Write every file, each as a whole or not at all, one writer at a time; return their paths below the folder.

    What an earlier edition wrote and this one lacks is removed, unless it was changed since. Files of other names
    stay. Raises OSError if the folder cannot be written to.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with lock_file(folder):
        before = read_manifest(folder)
        sweep_strays(folder)
        hashes: dict[str, str] = {}
        replace_many(_list_changed(folder, edition, hashes))
        left = _remove_stale(folder, {name: digest for name, digest in before.items() if name not in hashes})
        write_manifest(folder, hashes)
    return Written((*map(Path, hashes), Path(MANIFEST)), left)


def _write_data(chosen: Format, edition: Edition, view: View) -> str:
    atlas, today = edition.atlas, edition.today
    if chosen.description:  # its tables lie beside it, and a file's address has no filter
        return describe_files(atlas, view, today)
    return write_download(chosen, atlas, view, today)


def _list_host_files(edition: Edition) -> Iterator[tuple[str, str]]:
    yield ".nojekyll", ""  # GitHub Pages then serves the files as they are
    if edition.public_url:
        yield "robots.txt", str(render_template("robots.txt", public_url=edition.public_url))
        yield "sitemap.xml", str(render_template("static_sitemap.xml", urls=list_urls(edition)))


def _list_copies() -> Iterator[tuple[str, Path]]:
    """Yield the files that are copied, and where from."""
    leaflet = Path(leaflet_package).parent / "static" / "js_lib_leaflet"
    for name in LEAFLET:
        yield f"{ASSETS}leaflet/{name}", leaflet / name
    for name in ("static_map.js", "static_map.css"):
        yield f"{ASSETS}{name}", HERE / name
    for name in ("favicon.svg", "preview.png", *list_icons()):
        yield name, PICTURES / name


def _list_changed(folder: Path, edition: Edition, hashes: dict[str, str]) -> Iterator[tuple[Path, bytes]]:
    """Yield the files that are not there already, noting the hash of each file of the edition."""
    for name, content in list_files(edition):
        path = folder / name
        hashes[name] = hash_content(content)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            yield path, content


def _remove_stale(folder: Path, stale: Mapping[str, str]) -> tuple[Path, ...]:
    """Remove these files inside the folder where they are as they were written; give those that are not."""
    root, left = folder.resolve(), []
    for name, written in stale.items():
        path = (root / name).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            continue
        if written[:HASH_LETTERS] != hash_content(path.read_bytes()):  # earlier editions noted longer ones
            left.append(Path(name))
            continue
        path.unlink()
        for parent in path.relative_to(root).parents:
            if parent != Path() and not any((root / parent).iterdir()):
                (root / parent).rmdir()
    return tuple(left)
