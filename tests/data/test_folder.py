"""Which files are read."""

from __future__ import annotations

from pathlib import Path

from data.folder import DataFiles, locate_files

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_files_are_read() -> None:
    """Without MADOGUCHI_DATA, or with an empty one, the files of the checkout are read, from wherever it is started."""
    shipped = DataFiles(
        ROOT / "data" / "cities.tsv",
        ROOT / "data" / "corrections.csv",
        ROOT / "geocache" / "coordinates.csv",
        ROOT / "data" / "checks.csv",
        ROOT / "data" / "department_names.csv",
        ROOT / "data" / "associations.csv",
        ROOT / "data" / "counters.csv",
        ROOT / "data" / "links.csv",
        ROOT / "data" / "changes.csv",
        ROOT / "data" / "classes.csv",
    )
    assert locate_files({}) == locate_files({"MADOGUCHI_DATA": ""}) == shipped


def test_another_folder_replaces_them_as_a_whole(tmp_path: Path) -> None:
    """With MADOGUCHI_DATA all files are those of the folder, whether they exist or not."""
    assert locate_files({"MADOGUCHI_DATA": str(tmp_path)}) == DataFiles(
        tmp_path / "cities.tsv",
        tmp_path / "corrections.csv",
        tmp_path / "coordinates.csv",
        tmp_path / "checks.csv",
        tmp_path / "department_names.csv",
        tmp_path / "associations.csv",
        tmp_path / "counters.csv",
        tmp_path / "links.csv",
        tmp_path / "changes.csv",
        tmp_path / "classes.csv",
    )
