"""Files of the tables: the table, what stands beside it, its coordinates, the offices, the links, what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from data.settings import ENVIRONMENT, read_settings

_ROOT = Path(__file__).resolve().parent.parent
_SUFFIXES = (".csv", ".tsv", ".xlsx")  # that a table which cities and teachers fill in may have, the preferred first


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The files that together make one map; all but the cities may be absent, which means empty.

    Counters and classes may have another suffix than here: `choose_variant` finds the file that is there.
    """

    cities: Path
    corrections: Path
    coordinates: Path
    checks: Path
    department_names: Path
    associations: Path
    counters: Path
    links: Path
    changes: Path
    classes: Path

    def list_paths(self) -> tuple[Path, ...]:
        """List all of them, to notice a change in any."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def list_watched(self) -> tuple[Path, ...]:
        """List all files that may be read in their place too, whether they exist or not."""
        in_variants = (self.counters, self.classes)
        others = [path for table in in_variants for path in name_variants(table)]
        return tuple(dict.fromkeys((*self.list_paths(), *others)))


def name_variants(path: Path) -> tuple[Path, ...]:
    """Return what a table's file may be called: as it is named, and with each other suffix."""
    return tuple(dict.fromkeys((path, *(path.with_suffix(suffix) for suffix in _SUFFIXES))))


def choose_variant(path: Path) -> Path:
    """Return the file that a table is read from: as it is named, else what is there with another suffix."""
    return next((variant for variant in name_variants(path) if variant.exists()), path)


def locate_files(environ: Mapping[str, str] = ENVIRONMENT) -> DataFiles:
    """Return the shipped files, or, with MADOGUCHI_DATA=DIR, those of DIR as a whole, whether they exist or not."""
    folder = read_settings(environ).data
    if folder:
        return _list_files(folder, folder)
    return _list_files(_ROOT / "data", _ROOT / "geocache")


def _list_files(folder: Path, geocache: Path) -> DataFiles:
    return DataFiles(
        cities=folder / "cities.tsv",
        corrections=folder / "corrections.csv",
        coordinates=geocache / "coordinates.csv",
        checks=folder / "checks.csv",
        department_names=folder / "department_names.csv",
        associations=folder / "associations.csv",
        counters=folder / "counters.csv",
        links=folder / "links.csv",
        changes=folder / "changes.csv",
        classes=folder / "classes.csv",
    )
