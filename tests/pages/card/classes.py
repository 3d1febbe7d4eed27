"""Scenes with classes, for tests: the shipped table with the varied classes of Kawasaki and some of elsewhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from data.courses.records import Course
from data.folder import locate_files
from data.table.courses import read_courses
from pages.address.links import Links, PageName
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.languages.language import load_language
from tests.courses import write_courses
from tests.varied_courses import ELSEWHERE, VARIED

TODAY = date(2026, 11, 27)


@cache
def read_shipped() -> Atlas:
    """The shipped table, which has no classes."""
    return load_atlas(locate_files({}))


def read_rows(rows: Iterable[Mapping[str, str]]) -> tuple[Course, ...]:
    """Read rows as if they stood in classes.csv."""
    with tempfile.TemporaryDirectory() as folder:
        write_courses(Path(folder) / "classes.csv", rows)
        return read_courses(Path(folder) / "classes.csv")[0]


@cache
def read_varied() -> tuple[Course, ...]:
    """The eight classes of Kawasaki, and two of elsewhere."""
    return read_rows([*VARIED, *ELSEWHERE])


def show(
    view: View | None = None,
    language: str = "en",
    courses: tuple[Course, ...] | None = None,
    page: PageName = "map",
) -> Scene:
    """Build the scene of a view, by itself the opened card of Kawasaki, with the varied classes or with others."""
    atlas = replace(read_shipped(), courses=read_varied() if courses is None else courses)
    view = View(city="kawasaki") if view is None else view
    return Scene(atlas, view, Links(page), load_language(language), today=TODAY)
