"""Most damaged cells are told, and none breaks the check."""

from __future__ import annotations

from pathlib import Path

from tests.tools.damages import inflict

SAMPLE, SEED = 60, 7
NEEDED = 0.85  # of a sample this small; of 1,000 `python -m tests.tools.damages` tells more than nine in ten


def test_most_damaged_cells_are_told(tmp_path: Path) -> None:
    """Of damages of every kind, in every file, nearly all are named, without a crash."""
    damages = list(inflict(SAMPLE, SEED, tmp_path))
    missed = [damage for damage in damages if not damage.told]
    assert len(missed) <= SAMPLE * (1 - NEEDED), missed
    assert {damage.file for damage in damages} >= {"cities.tsv", "associations.csv", "counters.csv", "coordinates.csv"}
