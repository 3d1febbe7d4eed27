"""What phones need to keep an edition's pages: the worker, the manifest in each language, the icons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.settings import read_settings
from pages.address.links import MANIFEST
from pages.edition.links import ASSETS, choose_home
from pages.edition.pages import Edition
from pages.languages.language import load_language
from pages.offline.manifest import ICONS, write_manifest
from pages.offline.worker import NAME, write_edition_worker, write_retirement


def list_keeping_files(edition: Edition, assets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each file's path below the edition's root, and its text; `assets` are the files that pages share.

    Where no copies are wanted, MADOGUCHI_OFFLINE, there is a worker alone that takes away those of earlier ones.
    """
    if not read_settings().offline:
        yield NAME, write_retirement()
        return
    yield NAME, write_edition_worker(edition.languages, ASSETS, assets)
    home = choose_home(edition.codes)
    yield MANIFEST, write_manifest(load_language(home), f"./{home}/", "./")
    for language in edition.languages:
        yield f"{language.code}/{MANIFEST}", write_manifest(language, "./", "../")


def list_icons() -> tuple[str, ...]:
    """List the pictures that the manifest names."""
    return tuple(name for name, _ in ICONS) if read_settings().offline else ()
