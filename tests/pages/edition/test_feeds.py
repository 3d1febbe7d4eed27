"""The edition's page of changes and its feeds: of all in each language, of each place in one."""

import json
from collections.abc import Mapping
from dataclasses import replace

import feedparser
import pytest

from data.history.records import Difference
from data.history.replay import name_changes
from pages.answers.atlas import Atlas
from pages.edition.feeds import list_feeds
from pages.edition.pages import Edition
from pages.languages.language import list_languages
from tests.pages.edition.sample import DAY, URL, find_target
from tests.pages.parsed_html import Document

CODES = [language.code for language in list_languages()]


def read_atom(text: str) -> feedparser.FeedParserDict:
    """Read a feed as a feed reader does."""
    parsed = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml"})
    assert not parsed.bozo
    return parsed


def test_there_is_a_feed_for_everybody(atlas: Atlas, files: Mapping[str, bytes]) -> None:
    """In both formats: all changes in each language and at the root, each prefecture with a row, each city."""
    wanted = ["feed", *(f"{code}/feed" for code in CODES)]
    wanted += [f"feed/prefecture/{prefecture.slug}" for prefecture in atlas.list_prefectures()]
    wanted += [f"feed/city/{city.slug}" for city in atlas.cities]
    assert {f"{name}.{ending}" for name in wanted for ending in ("atom", "json")} == {
        name for name in files if name.endswith((".atom", "feed.json")) or name.startswith("feed/")
    }
    assert read_atom(files["vi/feed.atom"].decode()).feed.language == "vi"
    assert json.loads(files["feed.json"])["language"] == "en"


def test_its_links_lead_to_the_editions_own_pages(atlas: Atlas, files: Mapping[str, bytes]) -> None:
    """Whole addresses where the edition's is known, else none."""
    known = dict(list_feeds(Edition(atlas, URL, DAY)))
    parsed = read_atom(known["vi/feed.atom"])
    assert {link.rel: link.href for link in parsed.feed.links} == {
        "self": f"{URL}/vi/feed.atom",
        "alternate": f"{URL}/vi/changes/",
    }
    own = read_atom(known["feed/city/sendai.atom"])
    assert own.feed.links[0].href == f"{URL}/feed/city/sendai.atom"
    assert {entry.link for entry in own.entries} == {f"{URL}/en/city/sendai/"}
    for name in known:
        links = (
            [link.href for entry in read_atom(known[name]).entries for link in entry.links] if "atom" in name else []
        )
        for link in links:
            path = link.partition("#")[0].removeprefix(f"{URL}/")
            assert f"{path}index.html" in files, link
    assert "http" not in files["vi/feed.json"].decode().replace("https://jsonfeed.org", "")


@pytest.mark.parametrize("code", CODES)
def test_pages_name_their_feed(pages: Mapping[str, Document], files: Mapping[str, bytes], code: str) -> None:
    """The map's and the list's that of all in their language, a place's that of the place."""
    for name, wanted in (
        (f"{code}/index.html", f"{code}/feed.atom"),
        (f"{code}/cities/index.html", f"{code}/feed.atom"),
        (f"{code}/changes/index.html", f"{code}/feed.atom"),
        (f"{code}/city/kobe/index.html", "feed/city/kobe.atom"),
        (f"{code}/prefecture/osaka/index.html", "feed/prefecture/osaka.atom"),
    ):
        [link] = [link for link in pages[name].find("link", rel="alternate") if "type" in link.attributes]
        assert find_target(name, link.attributes["href"]) == wanted
        assert wanted in files


def test_the_page_of_changes_is_there_in_each_language(atlas: Atlas, pages: Mapping[str, Document]) -> None:
    """With every entry; a filter would need a server, so there is none."""
    for code in CODES:
        page = pages[f"{code}/changes/index.html"]
        assert len([item for item in page.find("li") if "id" in item.attributes]) == len(atlas.changes)
        assert not [link for link in page.find("a") if "prefecture=" in link.attributes.get("href", "")]


def test_of_a_long_table_cities_have_no_feeds(atlas: Atlas) -> None:
    """Thousands of files that hardly anybody asks for; the prefectures' have all that is in them."""
    twins = tuple(replace(atlas.cities[0], slug=f"city-{number}") for number in range(60))
    edited = Difference("changed", "city", atlas.cities[0].code, "", "email", "a@b.jp", "c@d.jp")
    long = replace(atlas, cities=twins, changes=tuple(name_changes([(DAY, edited)])))
    feeds = dict(list_feeds(Edition(long, "", DAY, ("en",))))
    assert [name for name in feeds if name.startswith("feed/city/")] == []
    assert len(read_atom(feeds["feed/prefecture/hokkaido.atom"]).entries) == 1
