"""Every way that the project writes files, with faults at its system calls: old or new, nothing torn, strays swept."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.messages.catalog import Catalog

from data.atomic import lock_file, replace_file
from data.folder import locate_files
from geocache.__main__ import main as run_geocache
from geocache.coordinates import format_coordinates, read_coordinates
from pages.delivery.kept_copies import keep_copy
from pages.edition.publish import publish
from pages.languages.language import CATALOGUES
from pages.languages.texts import update_catalogue
from pages.markup.bundle_folder import write_files
from tests.soak.injection import CRASHED, choose_faults, list_calls, run_with

DAY = date(2026, 4, 1)
SHIPPED = locate_files({})
Files = Mapping[str, bytes]  # by path below the folder
Allow = Callable[[str, bytes, Files, Files], bool]  # name, content, the files before and after an undisturbed run


def is_old_or_new(name: str, content: bytes, before: Files, after: Files) -> bool:
    """Tell whether a file is as it was, or as it is to be."""
    return content in (before.get(name), after.get(name))


@dataclass(frozen=True, slots=True)
class WritePath:
    """A way to write: the work in its folder, how that is made, what else than old or new may stand there."""

    name: str
    work: Callable[[Path], None]
    prepare: Callable[[Path], None] | None = None
    allow: Allow = is_old_or_new


@dataclass(frozen=True, slots=True)
class Tally:
    """How many faults a way to write met, and what was wrong after any of them."""

    faults: int
    wrong: tuple[str, ...]


def try_faults(path: WritePath, limit: int) -> Tally:
    """Do the work with each fault at up to `limit` of its calls, and once more without any after each."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        prepared, folder = Path(name) / "prepared", Path(name) / "folder"
        prepared.mkdir()
        if path.prepare:
            path.prepare(prepared)
        before = read_files(prepared)
        shutil.copytree(prepared, folder)
        if code := _work_undisturbed(path, folder):
            raise RuntimeError(f"{path.name} ends with {code} without any fault")
        after = read_files(folder)
        _start_anew(prepared, folder)
        faults = choose_faults(list_calls(lambda: path.work(folder)), limit)
        wrong: list[str] = []
        met = 0
        for fault in faults:
            _start_anew(prepared, folder)
            ending = run_with(fault, lambda: path.work(folder))
            met += ending.met
            told = [ending.printed.strip()[-600:]] if ending.code == CRASHED or "Traceback" in ending.printed else []
            told += [*_judge(path, folder, before, after), *_judge_next_run(path, folder, before, after)]
            wrong += [f"{path.name}, {fault}: {each}" for each in told]
    return Tally(met, tuple(wrong))


def read_files(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder but the locks, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".lock")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def _start_anew(prepared: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(prepared, folder)


def _work_undisturbed(path: WritePath, folder: Path) -> int | str | None:
    """Do the work in this process, which then has read what its forks need; return what it ends with, 0 for well."""
    usual = tempfile.tempdir
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            path.work(folder)
    except SystemExit as end:
        return end.code
    finally:
        tempfile.tempdir = usual
    return 0


def _judge(path: WritePath, folder: Path, before: Files, after: Files) -> Iterator[str]:
    """Yield what is torn or lost right after a fault; files that the next run sweeps are not looked at yet."""
    found = read_files(folder)
    for name, content in found.items():
        stray = Path(name).name.startswith(".") and name.endswith(".tmp")
        if not stray and not path.allow(name, content, before, after):
            yield f"{name} is neither old nor new ({len(content)} bytes)"
    yield from (f"{name} is lost" for name in before if name in after and name not in found)


def _judge_next_run(path: WritePath, folder: Path, before: Files, after: Files) -> Iterator[str]:
    """Yield what an undisturbed run after the fault leaves otherwise than if there had been none."""
    if code := _work_undisturbed(path, folder):
        yield f"then a run without a fault ends with {code}"
    found = read_files(folder)
    yield from (f"{name} is not new after the next run" for name in after if found.get(name) != after[name])
    for name in found.keys() - after.keys():
        if not (path.allow(name, found[name], before, after) and before):
            yield f"{name} is left after the next run"


def _prepare_table(folder: Path) -> None:
    """Write a table of five cities, of which two have coordinates."""
    header, *rows = filter(str.strip, SHIPPED.cities.read_text(encoding="utf-8").splitlines(keepends=True))
    (folder / "cities.tsv").write_text("".join([header, *rows[:5]]), encoding="utf-8")
    coordinates = sorted(read_coordinates(SHIPPED.coordinates).coordinates.items())[:2]
    (folder / "coordinates.csv").write_text(format_coordinates(dict(coordinates).values()), encoding="utf-8")


def _prepare_damaged(folder: Path) -> None:
    _prepare_table(folder)
    with (folder / "coordinates.csv").open("a", encoding="utf-8") as file:
        file.write("011002,torn")


def _fill(folder: Path) -> None:
    os.environ["MADOGUCHI_DATA"] = str(folder)
    raise SystemExit(run_geocache([]))


def _allow_filling(name: str, content: bytes, before: Files, after: Files) -> bool:
    """Tell whether a file is old, new, or whole with some of the answers; or the old one whole, put aside."""
    if is_old_or_new(name, content, before, after):
        return True
    if name.startswith("coordinates.csv.damaged-"):
        return content == before["coordinates.csv"]
    rows, new = content.splitlines(keepends=True), after["coordinates.csv"].splitlines(keepends=True)
    return name == "coordinates.csv" and rows == [row for row in new if row in rows] and len(rows) >= 2


def _prepare_edition(folder: Path) -> None:
    """Write an edition of another table than the one that lies beside it now."""
    _prepare_table(folder)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        _publish(folder)
    table = folder / "cities.tsv"
    header, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([header, *rows[:2]]), encoding="utf-8")


def _publish(folder: Path) -> None:
    os.environ["MADOGUCHI_DATA"] = str(folder)
    raise SystemExit(publish(folder / "edition", "", DAY, ("en",)))


def _prepare_catalogue(folder: Path) -> None:
    shutil.copy(CATALOGUES / "es.po", folder / "es.po")


def _update(folder: Path) -> None:
    template = Catalog(charset="utf-8")
    template.add("A text of its own")
    update_catalogue(folder / "es.po", template)


def _keep(folder: Path) -> None:
    tempfile.tempdir = str(folder)
    keep_copy(
        b"what a browser loads" * 1000, "gzip", lambda: b"packed" * 1000, lambda _: b"what a browser loads" * 1000
    )


def _write_bundles(folder: Path) -> None:
    tempfile.tempdir = str(folder)
    write_files()


def _replace(folder: Path) -> None:
    path = folder / "table.csv"
    with lock_file(path):
        replace_file(path, "new\n" * 1000)


WRITE_PATHS = (
    WritePath("one file", _replace, lambda folder: replace_file(folder / "table.csv", "old\n")),
    WritePath("python -m geocache", _fill, _prepare_table, _allow_filling),
    WritePath("python -m geocache, a damaged file", _fill, _prepare_damaged, _allow_filling),
    WritePath("python -m data publish", _publish, _prepare_edition),
    WritePath("python -m pages.languages", _update, _prepare_catalogue),
    WritePath("compressed copies", _keep),
    WritePath("scripts and styles", _write_bundles),
)


def main(limit: int) -> int:
    """Try faults at up to so many calls of each way to write but the edition's; print and count what was wrong."""
    wrong = [line for path in WRITE_PATHS if path.work is not _publish for line in try_faults(path, limit).wrong]
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
