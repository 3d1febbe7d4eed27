"""Every shipped data file cut at every so many bytes: the app's loading goes on, and log and /healthz say which."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from data import boundaries, pieces, portals
from data.boundaries import NEIGHBOURS_FILE, PREFECTURES_FILE
from data.folder import locate_files
from data.lookups import read_lookups
from data.places import addresses, chinese, gazetteer, hanzi, near_spellings, postal, wards
from data.places.gazetteer import find_place, list_prefectures
from data.places.postal import search_postal_code
from pages.address.links import Links
from pages.address.view import View
from pages.answers import middles
from pages.answers.atlas import Atlas, AtlasKeeper, load_atlas
from pages.answers.middles import find_middle
from pages.answers.scene import Scene
from pages.health import broken
from pages.health.broken import list_broken
from pages.languages import language as languages
from pages.languages.language import CATALOGUES, ENGLISH, FALLBACK, list_languages, load_language, read_language
from pages.maps import drawn_land
from pages.maps.drawn_land import MAIN_ISLANDS, find_land
from pages.markup import bundles
from pages.markup.bundles import join_files
from pages.markup.plain_page import render_page

Modules = tuple[ModuleType, ...]
Piece = tuple[Path, ModuleType, str]
SHIPPED = locate_files({})
PLACES = (addresses, boundaries, chinese, gazetteer, hanzi, near_spellings, portals, postal, wards)
PIECES: Sequence[Piece] = (  # the file, and where the program keeps its name
    (chinese.NAMES, chinese, "NAMES"),
    (hanzi.TABLE, hanzi, "TABLE"),
    (wards.WARDS_FILE, wards, "WARDS_FILE"),
    (postal.RUNS_FILE, postal, "RUNS_FILE"),
    (postal.BLOCKS_FILE, postal, "BLOCKS_FILE"),
    (portals.PORTALS_FILE, portals, "PORTALS_FILE"),
)
UNTOUCHED = {"PREFECTURES_FILE": "_read_neighbours", "NEIGHBOURS_FILE": "_read_prefectures"}  # by a cut of these
OUTLINES = (boundaries, bundles, drawn_land, middles)
OTHER = "id"  # a catalogue that stays whole beside the one that is cut


@dataclass(frozen=True, slots=True)
class Cut:
    """A file cut after so many bytes: what was said of it, and whether loading or a page broke."""

    file: str
    size: int
    said: str
    crash: str = ""


def cut_tables(step: int) -> Iterator[Cut]:
    """Cut the table and each file beside it; then read them as at a start, and draw a page."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        files = locate_files({"MADOGUCHI_DATA": name})
        for source, copy in zip(SHIPPED.list_paths(), files.list_paths(), strict=True):
            shutil.copy(source, copy)
        usual = set(map(str, load_atlas(files).problems))
        for path in files.list_paths():
            whole = path.read_bytes()
            for size in range(0, len(whole), step):
                path.write_bytes(whole[:size])
                keeper = AtlasKeeper(files)
                crash = _try_page(keeper.get())
                new = [str(problem) for problem in keeper.get().problems if str(problem) not in usual]
                yield Cut(path.name, size, keeper.describe().problem or "; ".join(new), crash)
            path.write_bytes(whole)


def cut_pieces(step: int, chosen: Sequence[Piece] = PIECES) -> Iterator[Cut]:
    """Cut each file that places are looked up in; then read the gazetteer and the tables anew, look up, draw a page."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        for path, module, constant in chosen:
            for size, copy in _cut_copies(path, Path(name), step):
                pieces._broken.clear()
                aside = module in (postal, portals)  # the gazetteer is made without these
                with _put(copy, constant, (module,), (module,) if aside else PLACES):
                    crash = _try_lookups(aside=aside)
                    yield Cut(path.name, size, list_broken().get(path.name, ""), crash)
        pieces._broken.clear()


def cut_outlines(step: int) -> Iterator[Cut]:
    """Cut each file of outlines; then join the files that browsers load, and draw and measure with them."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        for path, constant in ((PREFECTURES_FILE, "PREFECTURES_FILE"), (NEIGHBOURS_FILE, "NEIGHBOURS_FILE")):
            for size, copy in _cut_copies(path, Path(name), step):
                broken._broken.clear()
                with _put(copy, constant, OUTLINES, OUTLINES):
                    yield Cut(path.name, size, _try_outlines(), "")
        broken._broken.clear()


def cut_catalogues(step: int) -> Iterator[Cut]:
    """Cut each catalogue, beside a whole one; a language is left out, or is said to lack texts."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        folder = Path(name)
        for path in sorted(CATALOGUES.glob("*.po")):
            other = (OTHER if path.stem != OTHER else "vi") + ".po"
            for size, copy in _cut_copies(path, folder, step):
                if size == 0:
                    shutil.copy(CATALOGUES / other, folder)
                yield _try_catalogue(copy, folder, size)
            (folder / other).unlink()


def _cut_copies(path: Path, folder: Path, step: int) -> Iterator[tuple[int, Path]]:
    whole, copy = path.read_bytes(), folder / path.name
    for size in range(0, len(whole), step):
        copy.write_bytes(whole[:size])
        yield size, copy
    copy.unlink()


@contextmanager
def _put(path: Path, constant: str, modules: Modules, readers: Modules) -> Iterator[None]:
    """Let modules read this file in place of the shipped one; before and after, its readers forget what they read."""
    usual = [(module, getattr(module, constant)) for module in modules if hasattr(module, constant)]
    _forget(readers, constant)
    try:
        for module, _ in usual:
            setattr(module, constant, path)
        yield
    finally:
        for module, shipped in usual:
            setattr(module, constant, shipped)
        _forget(readers, constant)


def _forget(modules: Modules, constant: str) -> None:
    for module in modules:
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and UNTOUCHED.get(constant) != function.__name__:
                function.cache_clear()


def _try_page(atlas: Atlas, code: str = FALLBACK) -> str:
    """Draw the first page; return what broke, or "" where it stands with its heading and its map."""
    try:
        html = str(render_page(Scene(atlas, View(), Links("map"), load_language(code))))
    except Exception as error:
        return repr(error)
    return "" if "<h1" in html and "<main" in html else "a blank page"


def _try_lookups(*, aside: bool) -> str:
    try:
        read_lookups()
        search_postal_code("060-0001")
        if aside:
            return ""
        atlas = load_atlas(SHIPPED)
        cities = len(atlas.cities)
    except Exception as error:
        return repr(error)
    return _try_page(atlas, "zh-Hans") if cities == 20 and find_place("011002") else f"{cities} cities"


def _try_outlines() -> str:
    join_files()
    find_land(MAIN_ISLANDS)
    find_middle(list_prefectures()[0])
    return "; ".join(list_broken().values())


def _try_catalogue(copy: Path, folder: Path, size: int) -> Cut:
    try:
        read_language(copy)
    except Exception as error:  # of which `read_catalogues` makes a note, as of any
        return Cut(copy.name, size, str(error) or repr(error))
    usual = languages.CATALOGUES
    broken._broken.clear()
    languages.read_catalogues.cache_clear()
    languages.CATALOGUES = folder
    try:
        crash = "" if ENGLISH.code in {language.code for language in list_languages()} else "no English"
        return Cut(copy.name, size, "; ".join(list_broken().values()), crash)
    finally:
        languages.CATALOGUES = usual
        languages.read_catalogues.cache_clear()
        broken._broken.clear()


if __name__ == "__main__":
    for kind in (cut_tables, cut_pieces, cut_outlines, cut_catalogues):
        cuts = list(kind(int(sys.argv[1])))
        print(kind.__name__, len(cuts), "cuts")
        for cut in cuts:
            if cut.crash or not cut.said:
                print("  ", cut.file, cut.size, cut.crash or "silent")
