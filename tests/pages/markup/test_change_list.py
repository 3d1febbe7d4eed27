"""The page of what changed, and what of it other pages lead to: from one edited cell to what a reader reads."""

import datetime
from pathlib import Path

import feedparser
import pytest

from data.history.command import run_history
from data.history.records import Difference
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.history.feed import describe_feed
from pages.history.feed_formats import ATOM
from pages.languages.language import list_languages, load_language
from pages.markup.head import render_head
from pages.markup.plain_page import render_page
from tests.data.history.samples import commit, copy_tables, edit
from tests.hostile import HOSTILE
from tests.pages.history.samples import ATLAS, SAPPORO, edit_email, make_atlas, show
from tests.pages.parsed_html import Document, read_html


def render(atlas: Atlas, view: View | None = None) -> Document:
    """Render and read the page."""
    return read_html(render_page(show(atlas, view, "./")))


@pytest.mark.parametrize("has_git", [True, False], ids=["git", "kept copy"])
def test_one_edited_cell_is_one_entry_on_the_page_and_in_the_feed(
    has_git: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the file that an editor saves to what a resident and a feed reader read: old and new value, once."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    files = copy_tables(tmp_path)
    if has_git:
        commit(tmp_path, "2026-04-01")
    else:
        assert run_history(datetime.date(2026, 4, 1)) == 0
    edit(files.cities, "kokusai[at]city.sapporo.jp", "new[at]city.sapporo.jp")
    if has_git:
        commit(tmp_path, "2026-04-05")
    assert run_history(datetime.date(2026, 4, 5)) == 0
    atlas = load_atlas(files)
    page = render(atlas, View(city="sapporo"))
    assert [day.text for day in page.find("h2")] == ["April 5, 2026"]
    assert [mark.text for mark in (*page.find("del"), *page.find("ins"))] == [
        "kokusai@city.sapporo.jp",
        "new@city.sapporo.jp",
    ]
    feed = describe_feed(show(atlas, View(city="sapporo")), ATOM.file)
    [entry] = feedparser.parse(ATOM.write(feed).encode(), response_headers={"content-type": ATOM.media_type}).entries
    assert entry.content[0].value == "Before: kokusai@city.sapporo.jp\nNow: new@city.sapporo.jp"
    assert page.find("li", id=f"c-{entry.id.removeprefix('urn:uuid:')}")


def test_days_are_told_newest_first() -> None:
    """Each once, as the reader's language writes it, with what happened then."""
    atlas = make_atlas(edit_email(SAPPORO), edit_email(SAPPORO, "new@example.jp", "newer@example.jp"))
    assert [day.text for day in render(atlas).find("h2")] == ["April 2, 2026", "April 1, 2026"]
    assert [mark.text for mark in render(atlas).find("ins")] == ["newer@example.jp", "new@example.jp"]
    assert render(atlas, View(lang="vi")).find("h2")[0].text == "2 tháng 4, 2026"


def test_both_sides_are_told_in_words() -> None:
    """Not by a line through it or a colour alone."""
    [item] = [item for item in render(make_atlas(edit_email(SAPPORO))).find("li") if "id" in item.attributes]
    assert "Before: old@example.jp" in " ".join(item.text.split())
    assert "Now: new@example.jp" in " ".join(item.text.split())


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_nothing_yet_is_said_in_words(code: str) -> None:
    """With the way back to all where a city is asked for; the page is whole."""
    page = render(make_atlas(), View(city="kobe", lang=code))
    said = load_language(code).get_label("No change is recorded here yet.")
    assert "".join(said.split("（")[0]) in page.find("main")[0].text
    assert page.unclosed == []
    assert f"?lang={code}" in [link.attributes["href"] for link in page.find("a")]


def test_hostile_cells_stay_text() -> None:
    """In a name, a value, a field: nothing of it becomes an element."""
    atlas = make_atlas(Difference("changed", "counter", SAPPORO, HOSTILE, HOSTILE, HOSTILE, f"{HOSTILE} | {HOSTILE}"))
    page = render(atlas)
    assert page.find("img") == []
    assert page.find("del")[0].text == HOSTILE
    assert page.unclosed == []


def test_the_filter_offers_what_has_changed() -> None:
    """A link to each prefecture with a change, the chosen one marked, and one back to all."""
    page = render(make_atlas(edit_email(SAPPORO), edit_email("271403")), View(prefectures=("osaka",), lang="en"))
    offered = {link.attributes["href"]: link for link in page.find("a") if "prefecture=" in link.attributes["href"]}
    assert {"?lang=en&prefecture=hokkaido", "?lang=en&prefecture=osaka"} <= set(offered)
    assert offered["?lang=en&prefecture=osaka"].attributes["aria-current"] == "true"
    [all_changes] = [link for link in page.find("a") if link.text == "Show all changes"]
    assert all_changes.attributes["href"] == "?lang=en"


@pytest.mark.parametrize(
    ("links", "view", "query"),
    [
        (Links("map"), View(lang="vi"), "?lang=vi"),
        (Links("cities"), View(lang="vi"), "?lang=vi"),
        (Links("map"), View(lang="vi", prefectures=("osaka",)), "?lang=vi&prefecture=osaka"),
        (Links("map"), View(lang="vi", city="kobe", query="k"), "?lang=vi&city=kobe"),
        (Links("changes"), View(lang="vi", city="kobe", page=3), "?lang=vi&city=kobe"),
    ],
)
def test_a_page_names_its_feeds(links: Links, view: View, query: str) -> None:
    """A feed reader that is given the page's address finds both, below any base path."""
    scene = Scene(ATLAS, view, links, load_language("vi"))
    for public_url in ("", "https://example.org/base"):
        head = read_html(render_head(scene, public_url))
        found = {
            link.attributes["type"]: link.attributes["href"]
            for link in head.find("link", rel="alternate")
            if "type" in link.attributes
        }
        assert found == {
            "application/atom+xml": f"./feed.atom{query}",
            "application/feed+json": f"./feed.json{query}",
        }


def test_what_has_no_feed_names_none() -> None:
    """The page about the map."""
    head = read_html(render_head(Scene(ATLAS, View(), Links("about"), load_language()), ""))
    assert [link for link in head.find("link", rel="alternate") if "type" in link.attributes] == []
