"""Which files hold the table, its corrections and its coordinates."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The three files that together make one map; corrections and coordinates may be absent, which means empty."""

    cities: Path
    corrections: Path
    coordinates: Path


def locate_files(environ: Mapping[str, str] = os.environ) -> DataFiles:
    """Return the shipped files, or, with MADOGUCHI_DATA=DIR, those of DIR as a whole, whether they exist or not."""
    replaced = environ.get("MADOGUCHI_DATA")
    if replaced:
        folder = Path(replaced).expanduser()
        return DataFiles(folder / "cities.tsv", folder / "corrections.csv", folder / "coordinates.csv")
    return DataFiles(
        cities=_ROOT / "data" / "cities.tsv",
        corrections=_ROOT / "data" / "corrections.csv",
        coordinates=_ROOT / "geocache" / "coordinates.csv",
    )
