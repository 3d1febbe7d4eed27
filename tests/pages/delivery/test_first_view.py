"""The first view at its addresses: what raw HTML says to readers, searchers and link previews."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pages.delivery.first_view import read_request, render_first_view
from pages.markup.head import name_locale
from pages.markup.rendering import render_template
from tests.conftest import DataFolderMaker
from tests.hostile import HOSTILE
from tests.pages.delivery.first_views import BASE, Query, get_view, read_page
from tests.pages.parsed_html import Document, read_html


def get_meta(document: Document) -> dict[str, str]:
    """Return the contents of the meta tags by name and by property; one may have both."""
    tags = [meta.attributes for meta in document.find("meta")]
    return {tag[key]: tag["content"] for tag in tags for key in ("name", "property") if key in tag}


def get_canonical(document: Document) -> str:
    """Return the address that the page says it is."""
    return document.find("link", rel="canonical")[0].attributes["href"]


def read_offices(document: Document) -> list[dict[str, object]]:
    """Read the offices as a machine does."""
    [script] = document.find("script", type="application/ld+json")
    offices = json.loads(script.text)["@graph"]
    assert isinstance(offices, list)
    return offices


@pytest.mark.parametrize(
    ("path", "query", "title", "canonical"),
    [
        ("/", {}, "Map · Madoguchi Map", "/?lang=en"),
        ("/cities", {}, "List · Madoguchi Map", "/cities?lang=en"),
        ("/about", {}, "About · Madoguchi Map", "/about?lang=en"),
        ("/", {"city": ["kobe"]}, "Kobe 神戸市 · Madoguchi Map", "/?lang=en&city=kobe"),
        ("/", {"city": ["281000"]}, "Kobe 神戸市 · Madoguchi Map", "/?lang=en&city=kobe"),
        ("/", {"prefecture": ["osaka", "hyogo"]}, None, "/?lang=en&prefecture=osaka&prefecture=hyogo"),
        ("/", {"q": ["Kobe"], "utm_source": ["x"]}, "Map · Madoguchi Map", "/?lang=en"),
    ],
)
def test_an_address_says_what_it_is(path: str, query: Query, title: str | None, canonical: str) -> None:
    """Title, description and canonical address are those of what is shown; it names the language."""
    document = read_page(path, query)
    meta = get_meta(document)
    [found] = document.find("title")
    assert title in (None, found.text)
    assert get_canonical(document) == meta["og:url"] == BASE + canonical
    assert meta["og:title"] == meta["twitter:title"]  # tests/pages/previews has what it says
    assert meta["description"] == meta["og:description"] == meta["twitter:description"]
    assert meta["og:image"] == meta["twitter:image"]
    assert meta["og:image"].startswith(f"{BASE}/preview")  # tests/pages/previews has the rest
    assert meta["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en_US"),
        ("ja", "ja_JP"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("pt-BR", "pt_BR"),
        ("eo", "eo"),
        ("x", "x"),
    ],
)
def test_link_previews_are_told_the_language_in_their_own_way(tag: str, locale: str) -> None:
    """A language and a territory; what has none stays a language."""
    assert name_locale(tag) == locale


@pytest.mark.parametrize("path", ["/", "/cities", "/cities/", "/about"])
@pytest.mark.parametrize("embed", [{}, {"embed": ["true"]}])
def test_a_page_that_is_kept_for_all_knows_nothing_of_who_asks(path: str, embed: Query) -> None:
    """With a language in its address it is the same whatever cookie, language and host come with the request."""
    query = {"lang": ["vi"], "city": ["kobe"], **embed}
    plain = read_request(path, query, {}, BASE)
    asker = {"cookie": "madoguchi-lang=ja", "accept-language": "ne", "save-data": "on"}
    assert plain
    assert read_request(path, query, asker, "https://evil.example") == plain
    view = render_first_view(plain)
    assert (view.language, "127.0.0.1" in view.head + view.body) == ("vi", False)
    document, root = read_html(view.head), "../" if path == "/cities/" else "./"
    assert get_canonical(document) == f"{root}{path.strip('/')}?lang=vi&city=kobe"
    assert get_meta(document)["og:image"].startswith(f"{root}preview")


def test_the_public_address_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """MADOGUCHI_URL stands where the server cannot know its own address; what is no web address is not used."""
    monkeypatch.setenv("MADOGUCHI_URL", "https://map.example.jp/")
    assert get_canonical(read_page("/about")) == "https://map.example.jp/about?lang=en"
    monkeypatch.setenv("MADOGUCHI_URL", "javascript:alert(1)")
    assert get_canonical(read_page("/about")) == f"{BASE}/about?lang=en"


@pytest.mark.parametrize("path", ["/nowhere", "/cities/more", "/static", "/favicon.ico"])
def test_only_pages_have_a_first_view(path: str) -> None:
    """Anything else is left as it is."""
    assert read_request(path, {}, {}, BASE) is None


def test_a_slash_at_the_end_is_the_same_page() -> None:
    """Its links lead to the same pages."""
    document = read_page("/cities/")
    assert get_canonical(document) == f"{BASE}/cities?lang=en"
    assert [link.attributes["href"] for link in document.find("a", class_="mm-page")] == [
        "../",
        "../cities",
        "../about",
    ]


@pytest.mark.parametrize("name", ["prefecture", "city", "lang", "page", "other"])
@pytest.mark.parametrize("value", ["zebra", "<script>zebra</script>", '"zebra', "", "9" * 400])
def test_unknown_values_are_not_echoed(name: str, value: str) -> None:
    """A parameter that means nothing changes nothing; of a city or prefecture one line of ours says so."""
    view, plain = get_view("/", {name: [value]}), get_view("/")
    said = name in {"prefecture", "city"} and value != ""
    known = set(re.split("<[^>]*>|\n", plain.body))
    extra = [text.strip() for text in re.split("<[^>]*>|\n", view.body) if text not in known]
    assert view.head == plain.head
    assert [line.startswith("This link asks for a") for line in extra if line] == [True] * said


def test_offices_are_told_to_machines() -> None:
    """Each of the twenty with its contacts, and none with coordinates; an opened city has its counter as well."""
    offices = read_offices(read_page())
    assert len(offices) == 20
    assert {office["@type"] for office in offices} == {"GovernmentOffice"}
    assert "geo" not in json.dumps(offices) + json.dumps([list(office) for office in offices])
    [kobe] = read_offices(read_page("/", {"city": ["kobe"]}))
    contacts: Any = kobe["contactPoint"]
    office, counter = contacts
    assert office == {"@type": "ContactPoint", "email": "chiikikyousei@city.kobe.lg.jp"}
    assert (counter["telephone"], counter["availableLanguage"]) == ("078-742-8705", ["ne", "th", "id"])


def test_hostile_cells_stay_text(make_data_folder: DataFolderMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that ends scripts, opens tags or templates changes no element of the page."""
    row = {"No.": "1", "Prefecture": "Hyogo", "City": "Kobe"}
    shapes = []
    for text in ("harmless", HOSTILE):
        cells = dict.fromkeys(("Department in Charge", "URL", "E-mail", "Japanese Class Information"), text)
        monkeypatch.setenv("MADOGUCHI_DATA", str(make_data_folder([row | cells])))
        document = read_page("/", {"city": ["kobe"]})
        shapes.append([element.tag for element in document.elements])
        assert read_offices(document)[0]["name"] == text
        assert text in document.find("main")[0].text
    assert shapes[0] == shapes[1]


def test_a_changed_table_is_seen_at_the_next_request(
    make_data_folder: DataFolderMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing old is shown when a file was written anew."""
    folder = make_data_folder([{"No.": "1", "Prefecture": "Hyogo", "City": "Kobe"}])
    monkeypatch.setenv("MADOGUCHI_DATA", str(folder))
    assert "kobe" in get_view().body
    table = folder / "cities.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("Hyogo\tKobe", "Osaka\tSakai"), encoding="utf-8")
    assert "kobe" not in get_view().body
    assert "sakai" in get_view().body


def test_a_missing_table_is_still_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any row the frame, the form and the other pages remain."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    assert "0 cities" in read_page().find("main")[0].text
    assert read_page("/about").find("h1")[0].text == "About this map"


def test_the_same_view_is_the_same_request() -> None:
    """What is ignored makes no new page to render; what is shown does."""
    kobe = {"city": ["kobe"]}
    assert read_request("/", kobe, {}, BASE) == read_request("/", kobe | {"x": ["y"]}, {"cookie": "a=b"}, BASE)
    others: list[tuple[str, Query, Mapping[str, str], str]] = [
        ("/cities", kobe, {}, BASE),
        ("/", kobe | {"q": ["osaka"]}, {}, BASE),
        ("/", kobe, {"accept-language": "vi"}, BASE),
        ("/", kobe, {"cookie": "madoguchi-lang=ja"}, BASE),
        ("/", kobe, {}, "http://map.example.jp"),
    ]
    assert read_request("/", kobe, {}, BASE) not in [read_request(*other) for other in others]


def test_templates_draw_no_markup_from_values() -> None:
    """The templates of robots.txt and the sitemap escape as well."""
    assert "<b>" not in render_template("sitemap.xml", urls=["http://x/<b>"])


@pytest.mark.parametrize(
    ("query", "tells"),
    [({}, False), ({"lang": ["vi"]}, False), ({"city": ["sapporo"]}, True), ({"prefecture": ["nagano"]}, True)],
)
def test_only_a_page_that_tells_who_is_open_changes_with_the_time(query: dict[str, list[str]], tells: bool) -> None:
    """The start page is kept as long as its data; a page with an office in full for five minutes."""
    asked = read_request("", query, {}, "http://localhost")
    assert asked
    assert (asked.moment is not None) == tells
