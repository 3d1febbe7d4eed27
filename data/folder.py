"""Files of the tables: the table, its corrections, coordinates and confirmations, its departments' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.settings import ENVIRONMENT, read_settings

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The files that together make one map; all but the cities may be absent, which means empty."""

    cities: Path
    corrections: Path
    coordinates: Path
    checks: Path
    department_names: Path

    def list_paths(self) -> tuple[Path, ...]:
        """List all of them, to notice a change in any."""
        return (self.cities, self.corrections, self.coordinates, self.checks, self.department_names)


def locate_files(environ: Mapping[str, str] = ENVIRONMENT) -> DataFiles:
    """Return the shipped files, or, with MADOGUCHI_DATA=DIR, those of DIR as a whole, whether they exist or not."""
    folder = read_settings(environ).data
    if folder:
        names = ("cities.tsv", "corrections.csv", "coordinates.csv", "checks.csv", "department_names.csv")
        return DataFiles(*(folder / name for name in names))
    return DataFiles(
        cities=_ROOT / "data" / "cities.tsv",
        corrections=_ROOT / "data" / "corrections.csv",
        coordinates=_ROOT / "geocache" / "coordinates.csv",
        checks=_ROOT / "data" / "checks.csv",
        department_names=_ROOT / "data" / "department_names.csv",
    )
