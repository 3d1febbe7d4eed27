"""Variants of a table's file: text or a workbook, whichever is there (`data.folder` knows what they may be called)."""

from __future__ import annotations

from pathlib import Path

from data.folder import choose_variant, name_variants
from data.records import Problem
from data.table.splitting import Splitter, split_csv, split_tsv


def find_variant(path: Path) -> tuple[Path, tuple[Problem, ...]]:
    """Return the file that a table is read from, and, where there are several, which of them is."""
    chosen = choose_variant(path)
    there = [variant.name for variant in name_variants(path) if variant.exists()]
    if len(there) < 2:
        return chosen, ()
    message = f"The table stands there in several files; {chosen.name} was read."
    remedy = "Keep the one that is right and delete the others."
    return chosen, (Problem(chosen.name, None, None, ", ".join(there), message, remedy, fatal=False),)


def get_splitter(path: Path) -> Splitter:
    """Return how the cells of a file of that name are parted."""
    return split_tsv if path.suffix.lower() == ".tsv" else split_csv
