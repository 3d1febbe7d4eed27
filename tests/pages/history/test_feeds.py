"""The feeds, read by an independent parser of feeds (Atom) and held to the published rules (JSON Feed 1.1)."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest

from data.history.records import Difference
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.history.feed import MOST, describe_feed
from pages.history.feed_formats import ATOM, JSON_FEED
from pages.languages.language import list_languages
from tests.hostile import TEXTS, UNWRITABLE
from tests.pages.history.samples import ATLAS, ROOT, SAPPORO, edit_email, make_atlas, show

NOTHING = make_atlas()


def read_atom(atlas: Atlas, view: View | None = None, *, has_address: bool = True) -> Any:
    """Read the Atom feed of a view as a feed reader does."""
    text = ATOM.write(describe_feed(show(atlas, view), ATOM.file, has_address=has_address))
    parsed = feedparser.parse(text.encode(), response_headers={"content-type": ATOM.media_type})
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def read_json(atlas: Atlas, view: View | None = None, *, has_address: bool = True) -> dict[str, Any]:
    """Read the JSON feed of a view."""
    feed = json.loads(JSON_FEED.write(describe_feed(show(atlas, view), JSON_FEED.file, has_address=has_address)))
    expect_json_feed(feed)
    return dict(feed)


def expect_json_feed(feed: dict[str, Any]) -> None:
    """Hold a feed to https://jsonfeed.org/version/1.1: what must be there, and of what kind each member is."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    texts = {"version", "title", "home_page_url", "feed_url", "language"}
    assert set(feed) <= texts | {"authors", "items"}
    assert all(isinstance(feed[name], str) and feed[name] for name in texts & set(feed))
    assert all(isinstance(author["name"], str) for author in feed["authors"])
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", feed["language"])
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    for item in feed["items"]:
        assert set(item) <= {"id", "url", "title", "content_text", "date_published"}
        assert all(isinstance(value, str) and value for value in item.values())
        assert {"id", "content_text"} <= set(item)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", item["date_published"])
    urls = [feed.get("home_page_url"), feed.get("feed_url"), *(item.get("url") for item in feed["items"])]
    assert all(urlsplit(url).scheme == "https" for url in urls if url)


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_feed_readers_read_both(code: str) -> None:
    """Title, language, author, day, links and every entry of the shipped history, in each language."""
    view = View(lang=code)
    parsed, feed = read_atom(ATLAS, view), read_json(ATLAS, view)
    assert parsed.version == "atom10"
    assert parsed.feed.title == feed["title"]
    assert parsed.feed.author == feed["authors"][0]["name"]
    assert {link.rel: link.href for link in parsed.feed.links} == {
        "self": f"{ROOT}feed.atom?lang={code}",
        "alternate": f"{ROOT}changes?lang={code}",
    }
    assert (feed["feed_url"], feed["home_page_url"]) == (f"{ROOT}feed.json?lang={code}", f"{ROOT}changes?lang={code}")
    assert len(parsed.entries) == len(feed["items"]) == len(ATLAS.changes)
    for entry, item, change in zip(parsed.entries, feed["items"], reversed(ATLAS.changes), strict=True):
        assert entry.id == item["id"] == change.urn
        assert entry.updated == item["date_published"] == f"{change.day}T00:00:00+09:00"
        assert (entry.title, entry.content[0].value, entry.link) == (item["title"], item["content_text"], item["url"])
    assert parsed.feed.updated == parsed.entries[0].updated


def test_an_entry_has_old_and_new_value() -> None:
    """With a word before each."""
    atlas = make_atlas(edit_email(SAPPORO))
    [entry], [item] = read_atom(atlas).entries, read_json(atlas)["items"]
    assert (entry.title, entry.content[0].value) == ("Sapporo: E-mail", "Before: old@example.jp\nNow: new@example.jp")
    assert item["content_text"] == entry.content[0].value
    assert entry.link == item["url"] == f"{ROOT}?city=sapporo"


@pytest.mark.parametrize("text", [*TEXTS, *UNWRITABLE], ids=ascii)
def test_text_stays_text(text: str) -> None:
    """Whatever a cell holds, both feeds are whole and have it as text: no element, no script, no template."""
    atlas = make_atlas(Difference("changed", "counter", SAPPORO, text, "address", text, f"new {text}"))
    for view in (View(), View(city="sapporo")):
        [entry], [item] = read_atom(atlas, view).entries, read_json(atlas, view)["items"]
        assert entry.content[0].type == "text/plain"
        written = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", item["content_text"])
        assert entry.content[0].value == written.strip()
        assert f"Now: new {text}".strip() in item["content_text"] or not text.strip()


def test_feeds_have_names_of_their_own() -> None:
    """Each place, format and language; the same whenever it is made, whatever is in it and wherever it lies."""
    views = [
        View(),
        View(lang="vi"),
        View(city="kobe"),
        View(prefectures=("hyogo",)),
        View(prefectures=("hyogo", "osaka")),
    ]
    names = {describe_feed(show(ATLAS, view), file).urn for view in views for file in ("feed.atom", "feed.json")}
    assert len(names) == 2 * len(views)
    there = [describe_feed(show(NOTHING, view, "https://elsewhere.example/"), "feed.atom").urn for view in views]
    assert set(there) <= names
    turned = View(prefectures=("osaka", "hyogo"))
    assert describe_feed(show(ATLAS, turned), "feed.atom").urn in names


def test_a_place_has_a_feed_of_its_own() -> None:
    """Its title says which, and nothing else is in it."""
    parsed = read_atom(ATLAS, View(city="sendai", lang="vi"))
    assert parsed.feed.title == "Bản đồ Madoguchi · Có gì thay đổi: Sendai"
    assert {entry.title.partition(":")[0] for entry in parsed.entries} == {"Sendai"}
    assert parsed.feed.links[0].href == f"{ROOT}feed.atom?lang=vi&city=sendai"


def test_an_empty_feed_is_a_feed() -> None:
    """Of a city of which nothing is told."""
    parsed, feed = read_atom(NOTHING, View(city="kobe")), read_json(NOTHING, View(city="kobe"))
    assert (parsed.entries, feed["items"]) == ([], [])
    assert parsed.feed.updated == "1970-01-01T00:00:00+09:00"


def test_a_feed_is_bounded() -> None:
    """It has the newest."""
    atlas = make_atlas(*(edit_email(SAPPORO, f"{n}@a.jp", f"{n + 1}@a.jp") for n in range(MOST + 5)))
    parsed = read_atom(atlas)
    assert len(parsed.entries) == MOST
    assert f"Now: {MOST + 5}@a.jp" in parsed.entries[0].content[0].value


def test_where_nobody_knows_the_address_there_are_no_links() -> None:
    """Rather than wrong ones; both feeds are whole without."""
    parsed, feed = read_atom(ATLAS, has_address=False), read_json(ATLAS, has_address=False)
    assert [link for one in (parsed.feed, *parsed.entries) for link in one.get("links", ())] == []
    assert "http" not in json.dumps({name: value for name, value in feed.items() if name not in ("version", "items")})
    assert all("url" not in item for item in feed["items"])
