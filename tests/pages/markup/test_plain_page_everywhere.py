"""The page without scripts outside the listed cities: every prefecture's offices, and a map that is never empty."""

import pytest

from data.places.gazetteer import find_government, list_prefectures
from data.portals import list_class_sites
from data.records import Prefecture
from pages.address.view import View
from pages.answers.offices import choose_offices
from pages.markup.plain_page import render_page
from tests.pages.answers.shipped import ATLAS, show
from tests.pages.parsed_html import Document, read_html


def render(view: View) -> Document:
    """Render and read the map's page."""
    return read_html(render_page(show(view)))


@pytest.mark.parametrize("prefecture", list_prefectures(), ids=lambda prefecture: prefecture.slug)
def test_every_prefecture_has_its_offices_in_the_html(prefecture: Prefecture) -> None:
    """Its association, its counter where one is known, each with its source; the map is not empty."""
    document = render(View(prefectures=(prefecture.slug,), lang="en"))
    offices = choose_offices(ATLAS.offices, find_government(prefecture))
    links = {link.attributes["href"] for link in document.find("a") if "href" in link.attributes}
    wanted = {counter.url for counter in offices.counters if counter.url}
    wanted |= {f"tel:{phone.replace('-', '')}" for counter in offices.counters for phone in counter.phones}
    wanted |= {association.url for association in offices.associations}
    wanted |= {site.url for site in list_class_sites(prefecture.code) if site.url}
    assert offices.associations
    assert wanted <= links
    sources = [note.text for note in document.find("p") if "mm-source" in note.attributes.get("class", "")]
    assert len(sources) >= len(offices.counters) + len(offices.associations)
    assert document.find("a", class_="sm-mark")


@pytest.mark.parametrize(
    ("view", "marked", "dots"),
    [
        (View(query="Matsumoto"), {"nagoya", "sagamihara", "shizuoka"}, ["Matsumoto"]),
        (View(query="332-0031"), {"kawasaki", "saitama", "yokohama"}, ["Kawaguchi"]),
        (View(prefectures=("nagano",)), {"saitama", "sagamihara", "shizuoka"}, []),
        (View(query="Kobe"), {"kobe"}, []),
    ],
)
def test_the_drawn_map_shows_what_was_asked_for(view: View, marked: set[str], dots: list[str]) -> None:
    """A place without a row is a dot with its name, and the nearest city halls are the markers."""
    document = render(view)
    assert {mark.attributes["data-open-city"] for mark in document.find("a", class_="sm-mark")} == marked
    assert [name.text for name in document.find("text", class_="sm-asked-name")] == dots


def test_a_query_that_means_nothing_leaves_all_cities_on_the_map() -> None:
    """The answer says so; the map is not empty."""
    assert len(render(View(query="qqqq")).find("a", class_="sm-mark")) == len(ATLAS.cities)
