"""The files of classes: which rows they hold for which filters, and where they are offered."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import frictionless
import pytest

from data.courses.cells import read_weeks
from data.folder import locate_files
from data.published.formats import CALENDAR, CLASSES, JSON, PACKAGE
from pages.address.links import Links, format_query
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.download_links import list_downloads
from pages.downloads.downloads import name_download, write_download
from pages.edition.edition import list_data_files
from pages.edition.links import StaticLinks
from pages.edition.pages import Edition
from pages.languages.language import load_language
from pages.markup.static_parts import choose_downloads
from tests.courses import make_course
from tests.pages.edition.sample import find_target

ENGLISH = load_language()
TODAY = date(2026, 11, 27)
COURSES = (
    make_course(name="Saturdays"),
    make_course("271411", name="Ward", weekdays=("火",), audience="child"),  # 堺市堺区
    make_course("281000", name="Kobe", fee_yen=500, weeks=read_weeks("月2回")),
    make_course("281000", name="Over", valid_until=date(2026, 9, 30)),
    make_course("122271", name="Urayasu", mode="online"),  # 浦安市, which has no row
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table with a few classes."""
    return replace(load_atlas(locate_files({})), courses=COURSES)


def list_names(atlas: Atlas, view: View) -> list[str]:
    """List the classes of a table."""
    text = write_download(CLASSES, atlas, view, TODAY)
    return [row["name"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


def list_events(atlas: Atlas, view: View) -> list[str]:
    """List the classes of a calendar."""
    return re.findall("SUMMARY:(.*)\r\n", write_download(CALENDAR, atlas, view, TODAY))


def name_view(value: object) -> str | None:
    """Name a test by the address of its view."""
    return format_query(value) or "all" if isinstance(value, View) else None


@pytest.mark.parametrize(
    ("view", "in_table", "in_calendar"),
    [
        (View(), "Saturdays Ward Kobe Over Urayasu", "Saturdays Ward Urayasu"),
        (View(city="sakai"), "Saturdays Ward", "Saturdays Ward"),
        (View(city="kobe"), "Kobe Over", ""),
        (View(prefectures=("osaka",)), "Saturdays Ward", "Saturdays Ward"),
        (View(prefectures=("osaka", "chiba"), city="kobe"), "Saturdays Ward Urayasu", "Saturdays Ward Urayasu"),
        (View(days=("sat",)), "Saturdays Kobe Urayasu", "Saturdays Urayasu"),
        (View(days=("tue",), prefectures=("hyogo",)), "", ""),
        (View(free=True), "Saturdays Ward Urayasu", "Saturdays Ward Urayasu"),
        (View(learner="child"), "Ward", "Ward"),
        (View(online=True, prefectures=("osaka",)), "Urayasu", "Urayasu"),
        (View(query="浦安"), "Urayasu", "Urayasu"),
        (View(query="Sakai"), "Saturdays Ward", "Saturdays Ward"),
        (View(query="堺市堺区"), "Saturdays Ward", "Saturdays Ward"),
        (View(query="Hyogo"), "Kobe Over", ""),
        (View(query="Sakai", prefectures=("hyogo",)), "", ""),
        (View(query="zzzz"), "", ""),
    ],
    ids=name_view,
)
def test_the_classes_are_those_of_the_view(atlas: Atlas, view: View, in_table: str, in_calendar: str) -> None:
    """Those that are known to meet its filters; in the calendar those with a known date that is not over."""
    assert (list_names(atlas, view), list_events(atlas, view)) == (in_table.split(), in_calendar.split())


def test_a_city_holds_its_classes_and_those_of_its_wards(atlas: Atlas) -> None:
    """In the JSON, with the filters of the view; the package describes the table of classes with them."""
    cities = json.loads(write_download(JSON, atlas, View(days=("tue", "sat")), TODAY))["cities"]
    found = {city["slug"]: [course["name"] for course in city["courses"]] for city in cities if city["courses"]}
    assert found == {"sakai": ["Saturdays", "Ward"], "kobe": ["Kobe"]}
    package = json.loads(write_download(PACKAGE, atlas, View(days=("sat",)), TODAY))
    assert package["resources"][3]["path"] == "classes.csv?day=sat"


@pytest.mark.parametrize(
    ("view", "files"),
    [
        (View(), {"classes.csv": "", "classes.ics": ""}),
        (View(days=("sat",), free=True), {"classes.csv": "day=sat&free=yes", "classes.ics": "day=sat&free=yes"}),
        (View(prefectures=("hyogo",)), {"classes.csv": "prefecture=hyogo"}),
        (View(prefectures=("aichi",)), {}),
    ],
    ids=name_view,
)
def test_files_of_classes_are_offered_where_they_hold_any(atlas: Atlas, view: View, files: Mapping[str, str]) -> None:
    """With the view's filters; without any class no page names them."""
    downloads = list_downloads(Scene(atlas, view, Links("cities"), ENGLISH, today=TODAY))
    parts = {download.format.file: urlsplit(download.url) for download in downloads}
    assert {file: part.query for file, part in parts.items() if file.startswith("classes.")} == files
    none = list_downloads(Scene(replace(atlas, courses=()), view, Links("cities"), ENGLISH, today=TODAY))
    assert [download for download in none if download.format in {CLASSES, CALENDAR}] == []


def test_an_opened_city_offers_its_calendar(atlas: Atlas) -> None:
    """Behind its contact card, under its name; a city without known dates has none."""
    first, second, third, *_ = list_downloads(Scene(atlas, View(city="sakai"), Links("cities"), ENGLISH, today=TODAY))
    assert [(one.format.file, one.city) for one in (first, second, third)] == [
        ("cities.vcf", "Sakai"),
        ("classes.ics", "Sakai"),
        ("cities.csv", ""),
    ]
    assert (urlsplit(second.url).query, name_download(CALENDAR, second.rows)) == ("city=sakai", "sakai.ics")
    assert name_download(CLASSES, View(city="sakai")) == "classes.csv"
    kobe = list_downloads(Scene(atlas, View(city="kobe"), Links("cities"), ENGLISH, today=TODAY))
    assert [one.format.file for one in kobe if one.city] == ["cities.vcf"]


def test_the_edition_has_the_files_that_its_pages_offer(atlas: Atlas, tmp_path: Path) -> None:
    """Of all Japan, of prefectures and of cities with classes; its package describes those that lie beside it."""
    edition = Edition(atlas, "", TODAY, ("en",))
    files = dict(list_data_files(edition))
    named = {"": ("csv", "ics"), "prefecture/osaka/": ("csv", "ics"), "prefecture/chiba/": ("csv", "ics")}
    expected = {f"data/{folder}classes.{ending}" for folder, endings in named.items() for ending in endings}
    expected |= {"data/prefecture/hyogo/classes.csv", "data/city/sakai.ics"}
    assert {name for name in files if name.endswith((".ics", "classes.csv"))} == expected
    views = (View(), View(prefectures=("osaka",)), View(prefectures=("hyogo",)), View(city="sakai"), View(city="kobe"))
    scenes = [Scene(atlas, replace(view, lang="en"), StaticLinks("cities"), ENGLISH, today=TODAY) for view in views]
    offered = [choose_downloads(list_downloads(scene), scene) for scene in scenes]
    assert {find_target("index.html", one.url) for some in offered for one in some} <= {*files}
    assert [one.format.file for one in offered[3]] == ["cities.vcf", "classes.ics"]
    for name in ("cities", "associations", "counters", "classes"):
        (tmp_path / f"{name}.csv").write_text(files[f"data/{name}.csv"], encoding="utf-8", newline="")
    (tmp_path / "datapackage.json").write_text(files["data/datapackage.json"], encoding="utf-8")
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
