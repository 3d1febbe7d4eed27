"""What the pages of an edition weigh: what they share lies beside them once, and other cities are only named."""

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from pages.answers.atlas import Atlas
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from pages.languages.language import list_languages
from tests.pages.edition.sample import DAY, URL, find_target, list_addresses
from tests.pages.parsed_html import Document, read_html

MAX_CITY_PAGE_BYTES = 20_000
MAX_CARRIED = 1000  # characters of style and script in a page: what stands in for files that do not come


def test_a_citys_page_names_the_others(atlas: Atlas, pages: Mapping[str, Document]) -> None:
    """It has its own card and a link to the page of every other city, but none of their cards."""
    for city in atlas.cities:
        name = f"vi/city/{city.slug}/index.html"
        document = pages[name]
        assert [card.attributes["id"] for card in document.find("article")] == [f"card-{city.slug}"]
        targets = {find_target(name, link.attributes["href"]) for link in document.find("a")}
        assert {f"vi/city/{city.slug}/" for city in atlas.cities} <= targets
        assert "vi/" in targets


def test_a_page_carries_nothing_that_all_share(files: Mapping[str, bytes], pages: Mapping[str, Document]) -> None:
    """Styles, scripts, dialog and land are files whose names hold a hash; what is linked is there, and used."""
    linked = set()
    for name, document in pages.items():
        if name == "404.html":
            continue
        assert document.find("dialog") == document.find("path", class_="sm-land") == []
        carried = [
            element for tag in ("style", "script") for element in document.find(tag) if "type" not in element.attributes
        ]
        assert sum(len(element.text) for element in carried) < MAX_CARRIED
        linked |= {posixpath.basename(urlsplit(address).path) for address in list_addresses(document)}
    hashed = {name.removeprefix("assets/") for name in files if re.fullmatch(r"assets/.*\.[0-9a-f]{8}\.\w+", name)}
    assert {"style", "sheet", "static", "land", "dialog-vi", "controls-vi"} <= {name.split(".")[0] for name in hashed}
    assert {name for name in hashed if not name.startswith(("neighbours.", "prefectures."))} <= linked


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_the_dialog_comes_as_a_script(files: Mapping[str, bytes], language: str) -> None:
    """Its markup is one text in it, whole, with nothing that ends a script."""
    [script] = [content.decode() for name, content in files.items() if name.startswith(f"assets/dialog-{language}.")]
    found = re.fullmatch(
        r'document\.getElementById\("first-view"\)\.insertAdjacentHTML\("beforeend", (".*")\);\s*', script
    )
    assert found
    document = read_html(json.loads(found[1]))
    assert (document.unclosed, len(document.find("dialog"))) == ([], 1)


def test_it_is_small(
    files: Mapping[str, bytes], few_files: Mapping[str, bytes], known_files: Mapping[str, bytes]
) -> None:
    """20 MB in all languages and 20 KB a city's page, both with an address too, which is heaviest."""
    known = known_files
    grown = sum(map(len, known.values())) / sum(map(len, few_files.values()))
    assert sum(map(len, files.values())) * grown <= 20_000_000
    assert (
        max(map(len, (file for name, file in files.items() if re.fullmatch(r"[^/]+/city/.*", name))))
        < MAX_CITY_PAGE_BYTES
    )
    assert max(len(file) for name, file in known.items() if re.fullmatch(r"[^/]+/city/.*", name)) <= MAX_CITY_PAGE_BYTES


def test_a_long_list_names_cities_on_the_map_page(atlas: Atlas) -> None:
    """Of more than 50 the map's page has links that a search finds, and so has each part of the list.

    Each city's own page has its card.
    """
    twins = tuple(replace(atlas.cities[0], slug=f"city-{number}") for number in range(60))
    files = dict(list_files(Edition(replace(atlas, cities=twins), "", DAY, ("en",))))
    first, listed = (read_html(files[name].decode()) for name in ("en/index.html", "en/cities/index.html"))
    rows = first.find("p", class_="fv-row")
    assert [row.attributes["data-city"] for row in rows] == [city.slug for city in twins[:50]]
    assert all("札幌市" in row.attributes["data-names"] for row in rows)
    assert (len(first.find("article")), len(listed.find("article"))) == (0, 0)
    assert len(listed.find("p", class_="fv-row")) == 50
    assert all(read_html(files[f"en/city/{city.slug}/index.html"].decode()).find("article") for city in twins)


def test_a_long_edition_is_linked_within(atlas: Atlas) -> None:
    """The map goes on in the list, the sheet of the whole list leads to those of the prefectures; nothing is lost."""
    twins = tuple(replace(city, slug=f"{city.slug}-{number}") for number in range(3) for city in atlas.cities)
    files = dict(list_files(Edition(replace(atlas, cities=twins), URL, DAY, ("en",))))
    pages = {name: read_html(file.decode()) for name, file in files.items() if name.endswith(".html")}
    lost = []
    for name, document in pages.items():
        for address in list_addresses(document):
            path = urlsplit(address.replace("{slug}", twins[0].slug)).path
            target = find_target(name, path)
            if (
                not urlsplit(address).scheme
                and path
                and (f"{target}index.html" if path[-1] == "/" else target) not in files
            ):
                lost.append((name, address))
    assert lost == []
    leads = {
        name: {find_target(name, link.attributes["href"]) for link in pages[name].find("a")}
        for name in ("en/index.html", "en/sheet/index.html")
    }
    assert "en/cities/2/" in leads["en/index.html"]
    assert "en/sheet/prefecture/osaka/" in leads["en/sheet/index.html"]
    assert "en/2/index.html" not in files


def test_shared_files_are_as_they_were_written(files: Mapping[str, bytes]) -> None:
    """Nothing of a style sheet or a script is escaped as if it were text of a page."""
    ours = {name: file for name, file in files.items() if re.fullmatch(r"assets/[\w-]+\.[0-9a-f]{8}\.(css|js)", name)}
    assert len(ours) > 8
    assert [
        name for name, file in ours.items() if re.search(rb"&(gt|lt|amp|#3[49]);", re.sub(rb'"[^"\n]*"', b"", file))
    ] == []
