"""The shipped tables in a folder of their own, where one at a time is damaged, read and checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from data.__main__ import list_checks
from data.check import check_tables
from data.folder import DataFiles, locate_files
from data.inspection.cells import read_files
from data.inspection.edits import compare_rows
from data.inspection.inspection import inspect_tables
from data.portals import PORTALS_FILE
from data.records import City
from data.table.courses import read_courses
from data.table.offices import read_offices
from data.table.table import read_table
from geocache.coordinates import read_coordinates
from tests.tools.damage_kinds import Grid

_WRITTEN = {"changes.csv", "links.csv"}  # by commands


def list_edited(files: DataFiles) -> dict[str, Path]:
    """Return the files that people edit, by name."""
    return {path.name: path for path in (*files.list_paths(), PORTALS_FILE) if path.name not in _WRITTEN}


@cache
def read_grids(files: DataFiles) -> Mapping[str, Grid]:
    """Read the cells of each file that people edit."""
    return {name: _read_grid(path) for name, path in list_edited(files).items()}


def _read_grid(path: Path) -> Grid:
    text = path.read_text(encoding="utf-8").lstrip("\n")
    if path.suffix == ".tsv":
        header, *rows = (tuple(line.split("\t")) for line in text.splitlines() if line)
    else:
        header, *rows = (tuple(row) for row in csv.reader(io.StringIO(text)))
    return Grid(header, tuple(rows))


def _write_grid(path: Path, grid: Grid) -> None:
    text = io.StringIO()
    if path.suffix == ".tsv":
        text.write("\n".join("\t".join(row) for row in (grid.header, *grid.rows)))
    else:
        csv.writer(text, lineterminator="\n").writerows((grid.header, *grid.rows))
    path.write_text(text.getvalue(), encoding="utf-8")


class Folder:
    """A copy of the shipped files, whole but for the moment that a question is asked."""

    def __init__(self, folder: Path, grids: Mapping[str, Grid]) -> None:
        self._files = locate_files({"MADOGUCHI_DATA": str(folder)})
        self._portals = folder / PORTALS_FILE.name
        self._folder = folder
        self._grids = grids
        for name, grid in grids.items():
            _write_grid(folder / name, grid)
        self._inspected = read_files(self._files, self._portals).list_all()
        self._whole = {name: self._read(name) for name in grids}
        if found := self._check():
            raise RuntimeError(f"The shipped files have problems by themselves: {found[0]}")

    def changes_meaning(self, name: str, damaged: Grid) -> bool:
        """Tell whether a reader of the map is told something else."""
        _write_grid(self._folder / name, damaged)
        try:
            return self._read(name) != self._whole[name]
        finally:
            _write_grid(self._folder / name, self._grids[name])

    def list_problems(self, name: str, damaged: Grid) -> tuple[str, ...]:
        """Return what the check says of the damaged file."""
        _write_grid(self._folder / name, damaged)
        try:
            return self._check()
        finally:
            _write_grid(self._folder / name, self._grids[name])

    def is_told_as_edit(self, name: str, damaged: Grid) -> bool:
        """Tell whether the check names a cell as edited where the whole files are those of the last commit."""
        _write_grid(self._folder / name, damaged)
        try:
            now = read_files(self._files, self._portals).list_all()
        finally:
            _write_grid(self._folder / name, self._grids[name])
        return any(edit for one, other in zip(self._inspected, now, strict=True) for edit in compare_rows(one, other))

    def _check(self) -> tuple[str, ...]:
        table = read_table(self._files)
        problems = (
            *(told.problem for told in inspect_tables(self._files, self._portals)),
            *check_tables(self._files, self._portals),
            *(problem for check in list_checks() for problem in check(table, self._files)),
        )
        return tuple(map(str, problems))

    def _read(self, name: str) -> object:
        """Read what the file means, without the lines that the records stand on."""
        if name == self._portals.name:
            return [tuple(map(str.strip, row)) for row in _read_grid(self._portals).rows]
        if name == self._files.coordinates.name:
            return read_coordinates(self._files.coordinates).coordinates
        if name in {self._files.associations.name, self._files.counters.name}:
            return read_offices(self._files)[0]
        if name == self._files.classes.name:
            return tuple(replace(course, row=0) for course in read_courses(self._files.classes)[0])
        return tuple(map(_forget_lines, read_table(self._files).cities))


def _forget_lines(city: City) -> City:
    return replace(city, row=0)
