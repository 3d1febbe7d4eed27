"""On Saturday evening, free of charge, my child comes along: of the made-up classes three, on every way out."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.folder import locate_files
from data.published.formats import CLASSES
from pages.address.links import Links
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.downloads import write_download
from pages.languages.language import load_language
from pages.markup.plain_page import render_page
from pages.markup.static_courses import SCRIPTS
from tests.pages.edition.sample import publish
from tests.tools.javascript import run_scripts

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
TODAY = date(2026, 11, 27)
ADDRESS = {"day": ["sat"], "time": ["evening"], "free": ["yes"], "children": ["yes"]}
ASKED = {"day": ["sat"], "time": "evening", "free": "yes", "children": "yes"}  # as the edition's script has it
THREE = {"doyo-oyako", "doyo-hoiku", "doyo-kodomo"}
UNSURE = {"doyo-ryokin", "doyo-hoiku-fumei", "doyo-jikan", "fumei"}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The tables of the demo."""
    return load_atlas(locate_files({"MADOGUCHI_DATA": str(EXAMPLES)}))


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    """What the address asks for."""
    return parse_view(ADDRESS, atlas.cities)


def list_named(atlas: Atlas, html: str) -> set[str]:
    """List the ids of the classes whose names stand in a piece of a page."""
    return {course.id for course in atlas.courses if f">{course.name}<" in html}


@pytest.mark.parametrize("code", ["en", "ja", "vi"])
def test_the_first_view_shows_three_and_apart_what_may_fit(atlas: Atlas, view: View, code: str) -> None:
    """Without a script: the three, below them folded those of which it is not known, and none that misses."""
    html = render_page(Scene(atlas, view, Links("map"), load_language(code), today=TODAY))
    found = re.search(r'<section class="mm-courses".*?</section>', html, re.DOTALL)
    assert found
    fitting, _, unsure = found[0].partition('<details class="mm-unsure"')
    assert (list_named(atlas, fitting), list_named(atlas, unsure)) == (THREE, UNSURE)


def test_the_first_view_says_that_they_are_three(atlas: Atlas, view: View) -> None:
    """In words, above the map; one filter more leaves one of them, and says so."""
    html = render_page(Scene(atlas, view, Links("map"), load_language("en"), today=TODAY))
    assert ">3 classes in 3 cities</a>" in html
    narrower = Scene(atlas, replace(view, childcare=True), Links("map"), load_language("en"), today=TODAY)
    assert ">1 class in 1 city</a>" in render_page(narrower)


def test_the_table_to_take_away_holds_the_three(atlas: Atlas, view: View) -> None:
    """`/data/classes.csv` with the filters has the rows that fit, without them all that it may have."""
    for asked, expected in ((view, THREE), (View(), {course.id for course in atlas.courses})):
        text = write_download(CLASSES, atlas, asked, TODAY).removeprefix("\ufeff")
        assert {row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))} == expected


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as files, in English."""
    folder = tmp_path_factory.mktemp("edition")
    done = publish(folder, "--language", "en", data=EXAMPLES)
    assert done.code == 0, done.err
    return folder


def test_the_edition_filters_to_the_three(atlas: Atlas, edition: Path) -> None:
    """Its page with the map holds each class with its facts, of which its own script chooses."""
    html = (edition / "index.html").read_text(encoding="utf-8")
    lines = re.findall(r'<li class="mm-found"[^>]* data-facts="([^"]*)"[^>]*>(.*?)</li>', html, re.DOTALL)
    asked = [(facts, ASKED) for facts, _ in lines]
    judged = run_scripts(SCRIPTS[:1], "(all) => all.map((one) => window.madoguchiJudge(...one).fits)", asked)
    named = {fits: [line for (_, line), one in zip(lines, judged, strict=True) if one is fits] for fits in (True, None)}
    assert list_named(atlas, "".join(named[True])) == THREE
    assert list_named(atlas, "".join(named[None])) == UNSURE


def test_the_edition_gives_the_classes_away(atlas: Atlas, edition: Path) -> None:
    """All of them, in one file."""
    table = (edition / "data" / "classes.csv").read_text(encoding="utf-8-sig")
    assert {row["id"] for row in csv.DictReader(io.StringIO(table, newline=""))} == {one.id for one in atlas.courses}
