"""What is taken away: the rows on the page, and the links that carry its filters."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from data.folder import locate_files
from data.published.formats import COUNTERS, CSV, FORMATS, JSON, PACKAGE, TABLE, VCARD, Format
from pages.address.links import Links, PageName
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.filters import filter_cities
from pages.answers.scene import Scene
from pages.downloads.download_links import list_downloads
from pages.downloads.downloads import choose_cities, choose_offices, name_download, write_download
from pages.languages.language import load_language
from pages.markup.plain_page import render_page
from tests.conftest import DataFolderMaker
from tests.courses import make_course
from tests.pages.parsed_html import read_html

ENGLISH = load_language()
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


@pytest.mark.parametrize(
    ("view", "slugs"),
    [
        (View(city="kobe"), ["kobe"]),
        (View(prefectures=("osaka",)), ["osaka", "sakai"]),
        (View(prefectures=("osaka",), city="kobe"), ["osaka", "sakai"]),
        (View(query="hiro"), ["hiroshima"]),
        (View(query="Kawaguchi"), []),
        (View(lang="vi", page=3, prefectures=("hyogo",)), ["kobe"]),
    ],
)
def test_the_rows_are_those_of_the_page(atlas: Atlas, view: View, slugs: Sequence[str]) -> None:
    """A filter decides as on the page; without one an opened city is taken alone; language and page change nothing."""
    assert [city.slug for city in choose_cities(atlas, view, TODAY)] == slugs
    assert [city["slug"] for city in json.loads(write_download(JSON, atlas, view, TODAY))["cities"]] == slugs
    if view.filter_count:
        assert [city.slug for city in filter_cities(atlas.cities, view).cities] == slugs


@pytest.mark.parametrize(
    "chosen", [chosen for chosen in FORMATS if chosen is not TABLE], ids=lambda chosen: chosen.file
)
def test_the_same_rows_give_the_same_bytes(atlas: Atlas, chosen: Format) -> None:
    """Read anew, in another language: no byte differs."""
    again = load_atlas(locate_files({}))
    view = View(prefectures=("osaka",))
    assert write_download(chosen, atlas, view, TODAY) == write_download(
        chosen, again, View(prefectures=("osaka",), lang="ja"), TODAY
    )


def test_filters_of_classes_decide_as_on_the_page(atlas: Atlas) -> None:
    """Of rows those with a class that fits; of offices nothing is asked but where they are."""
    taught = replace(atlas, courses=(make_course("271403"), make_course("281000", weekdays=("日",))))
    view = View(query="Osaka Prefecture", days=("sat",), city="kobe")
    assert [city.slug for city in choose_cities(taught, view, TODAY)] == ["sakai"]
    assert [city["slug"] for city in json.loads(write_download(JSON, taught, view, TODAY))["cities"]] == ["sakai"]
    assert choose_offices(taught, view) == choose_offices(taught, View(query="Osaka Prefecture"))
    package = json.loads(write_download(PACKAGE, taught, view, TODAY))
    assert package["resources"][0]["path"] == "cities.csv?q=Osaka+Prefecture&day=sat"


def test_a_prefecture_is_said_to_be_its_middle(make_data_folder: DataFolderMaker) -> None:
    """A prefectural government has no city, and its point is not its office."""
    folder = make_data_folder([{"No.": "1", "Prefecture": "Osaka", "City": ""}])
    atlas = load_atlas(locate_files({"MADOGUCHI_DATA": str(folder)}))
    [city] = json.loads(write_download(JSON, atlas, View(), TODAY))["cities"]
    assert (city["position_of"], city["kind"], city["listed_name"]) == ("prefecture_middle", "prefecture", "")
    assert "position_of=prefecture_middle" in write_download(VCARD, atlas, View(), TODAY).replace("\r\n ", "")


def test_the_package_names_the_filtered_table(atlas: Atlas) -> None:
    """Its paths have the same filters, so that sizes and hashes fit."""
    package = json.loads(write_download(PACKAGE, atlas, View(prefectures=("osaka",), lang="vi"), TODAY))
    assert [resource["path"] for resource in package["resources"]] == [
        f"{name}.csv?prefecture=osaka" for name in ("cities", "associations", "counters")
    ]


def test_one_citys_file_bears_its_name() -> None:
    """So that contact cards can be told apart."""
    assert name_download(VCARD, View(city="kobe")) == "kobe.vcf"
    assert name_download(CSV, View(city="kobe", query="hyogo")) == "cities.csv"
    assert name_download(PACKAGE, View(city="kobe")) == "datapackage.json"
    assert name_download(COUNTERS, View(city="kobe")) == "counters.csv"


@pytest.mark.parametrize("page", ["map", "cities"])
def test_the_first_view_links_every_file(atlas: Atlas, page: PageName) -> None:
    """Closed below the list; each link carries the filters; only the table to read has a language."""
    view = View(prefectures=("osaka", "hyogo"), lang="vi")
    document = read_html(render_page(Scene(atlas, view, Links(page), ENGLISH)))
    [block] = document.find("details", class_="mm-downloads")
    assert "open" not in block.attributes
    hrefs = [link.attributes["href"] for link in document.find("a")]
    data = [urlsplit(href) for href in hrefs if href.startswith("./data/")]
    assert [parts.path.removeprefix("./data/") for parts in data] == [
        *(
            "cities.csv",
            "cities-table.csv",
            "cities-standard.csv",
            "cities.geojson",
            "cities.kml",
            "cities.vcf",
            "cities.json",
            "counters.csv",
            "associations.csv",
        ),
        "datapackage.json",
    ]
    rows = "prefecture=osaka&prefecture=hyogo"
    assert {parts.query for parts in data} == {rows, f"lang=en&{rows}"}


def test_an_opened_city_offers_its_contact_card(atlas: Atlas) -> None:
    """First of all, that city alone; the other files keep all rows of the page."""
    first, *others = list_downloads(Scene(atlas, View(city="kobe"), Links("cities", "../"), ENGLISH))
    parts = urlsplit(first.url)
    assert (parts.path, parse_qs(parts.query), first.city) == ("../data/cities.vcf", {"city": ["kobe"]}, "Kobe")
    assert {urlsplit(link.url).query for link in others} == {"", "lang=en"}
