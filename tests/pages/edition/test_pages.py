"""The static edition's pages: whole, linked among each other by files that exist, complete, safe."""

import datetime
import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest

from data.places.gazetteer import find_government
from pages.answers.atlas import Atlas
from pages.answers.offices import choose_offices
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from pages.languages.language import list_languages, load_language
from pages.languages.office_names import read_office
from pages.languages.ruby import SIGNS
from pages.letters.asking import choose_usual, write_counter
from tests.hostile import HOSTILE
from tests.pages.edition.sample import DAY, URL, find_target, list_addresses
from tests.pages.maps.records import decode_records
from tests.pages.markup.qr_reader import read_picture
from tests.pages.parsed_html import Document, read_html
from tests.pages.samples import make_city

OF_THE_APP = {
    "cities/index.html",
    "about/index.html",
    "changes/index.html",
    "quality/index.html",
}  # at the addresses that its pages have in the app


def test_every_link_within_leads_to_a_file(files: Mapping[str, bytes], pages: Mapping[str, Document]) -> None:
    """From each page, below any path: all are relative, stay inside, and name a file or a folder with a page."""
    lost = set()
    for name, document in pages.items():
        for address in list_addresses(document):
            parts = urlsplit(address.replace("{slug}", "kobe"))
            if parts.scheme or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            target = posixpath.normpath(f"{target}/index.html") if parts.path.endswith("/") else target
            if parts.path.startswith("/") or parts.query or parts.netloc or target not in files:
                lost.add((name, address))
    assert lost == set()


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_a_prefecture_without_a_city_has_its_place_in_the_list(
    atlas: Atlas, pages: Mapping[str, Document], language: str
) -> None:
    """With its association, and its counter where one is known; the filter of the map's page leads there."""
    unlisted = [prefecture for prefecture, rows in atlas.rows_by_prefecture.items() if not rows]
    parts = {
        part.attributes["id"]: part
        for part in pages[f"{language}/cities/index.html"].find("details", class_="st-offices")
    }
    filters = {
        link.attributes["data-prefecture"]: link.attributes["href"]
        for link in pages[f"{language}/index.html"].find("a")
        if "data-prefecture" in link.attributes
    }
    assert len(filters) == 47
    assert list(parts) == [prefecture.slug for prefecture in unlisted]
    for prefecture in unlisted:
        assert filters[prefecture.slug] == f"cities/#{prefecture.slug}"
        [association] = choose_offices(atlas.offices, find_government(prefecture)).associations
        text, name = parts[prefecture.slug].text, read_office(association.name, load_language(language))
        assert SIGNS.sub("", name) in text or association.name_en in text


def test_no_other_host_is_asked(pages: Mapping[str, Document]) -> None:
    """Whatever loads by itself (scripts, styles, pictures, frames) is ours."""
    loading = [
        element.attributes[key]
        for document in pages.values()
        for element in document.elements
        for key in ("src", "href")
        if key in element.attributes and (key == "src" or element.tag == "link")
    ]
    assert loading
    assert [address for address in loading if urlsplit(address).netloc] == []


def test_each_city_has_a_page_with_its_facts(atlas: Atlas, pages: Mapping[str, Document]) -> None:
    """In every language, with its card open, and nowhere a form that a file server could not answer."""
    for language in list_languages():
        for city in atlas.cities:
            document = pages[f"{language.code}/city/{city.slug}/index.html"]
            [opened] = [row for row in document.find("details", class_="fv-row") if "open" in row.attributes]
            assert opened.attributes["data-city"] == city.slug
            assert [text for text in (city.place.ja, *city.departments, *city.emails) if text not in opened.text] == []
            hrefs = {link.attributes["href"] for link in document.find("a")}
            assert {link.original for link in (*city.websites, *city.classes)} <= hrefs
    assert [name for name, document in pages.items() if document.find("form", method="get")] == []


def test_each_page_is_whole_and_in_its_language(pages: Mapping[str, Document]) -> None:
    """Every element is closed; the language of the folder is that of the document; headings differ by language."""
    headings = set()
    for name, document in pages.items():
        assert document.unclosed == []
        [html] = document.find("html")
        found = re.match(r"(?:assets/counter-)?([\w-]+)[./]", name)
        code = found[1] if found and "/" in name and name not in OF_THE_APP else "en"
        assert html.attributes["lang"] == next(language.tag for language in list_languages() if language.code == code)
        if name.endswith("/map/index.html"):
            continue  # the map's script gives it its heading
        [heading] = document.find("h1")
        if re.fullmatch(r"[\w-]+/index\.html", name) and name not in OF_THE_APP:
            headings.add(heading.text)
    assert len(headings) == len(list_languages())


def test_what_to_show_at_the_counter_is_a_page_for_all_cities_with_the_same_text(
    atlas: Atlas, pages: Mapping[str, Document]
) -> None:
    """Without scripts one link leads from a city's page to its sentences, and back to the map in the same language."""
    for city in atlas.cities:
        page = pages[f"vi/city/{city.slug}/index.html"]
        [link] = [a for a in page.find("a") if "assets/counter-vi." in a.attributes["href"]]
        counter = pages[link.attributes["href"].removeprefix("../../../")]
        [shown] = counter.find("main")
        said = write_counter(city, choose_usual(load_language("vi")), load_language("vi"))
        assert [text for pair in said for text in (pair.ja, pair.native) if text not in shown.text] == []
        assert [a.attributes["href"] for a in counter.find("a")] == ["../vi/"]
    assert len({name for name in pages if name.startswith("assets/counter-vi.")}) < len(atlas.cities) / 2


def test_the_map_is_told_the_same_cities_as_data(atlas: Atlas, pages: Mapping[str, Document]) -> None:
    """As JSON that nothing runs; the frame of a prefecture shows only its cities, that of a city opens it."""
    [data] = pages["vi/map/index.html"].find("script", type="application/json")
    features = decode_records(json.loads(data.text)["features"])
    assert [feature["slug"] for feature in features] == [city.slug for city in atlas.cities]
    [place] = pages["vi/prefecture/osaka/index.html"].find("div", class_="st-map")
    assert place.attributes["data-map"] == "../../map/#only=osaka&only=sakai"
    [place] = pages["vi/city/kobe/index.html"].find("div", class_="st-map")
    assert place.attributes["data-map"] == "../../map/#open=kobe"


def test_a_prefectures_files_hold_its_rows(files: Mapping[str, bytes]) -> None:
    """The page says that its downloads have the same rows as its list."""
    cities = json.loads(files["data/prefecture/osaka/cities.json"])["cities"]
    assert [city["slug"] for city in cities] == ["osaka", "sakai"]
    assert json.loads(files["data/prefecture/osaka/datapackage.json"])["resources"][0]["path"] == "cities.csv"
    assert files["data/city/kobe.vcf"].count(b"BEGIN:VCARD") == 1


@pytest.mark.parametrize(
    ("name", "folder"), [("vi/index.html", "data/"), ("vi/prefecture/osaka/index.html", "data/prefecture/osaka/")]
)
def test_counters_and_associations_are_offered(pages: Mapping[str, Document], name: str, folder: str) -> None:
    """Of all prefectures, and of a prefecture its own; that the files are there, every link is held to."""
    targets = {find_target(name, link.attributes["href"]) for link in pages[name].find("a")}
    assert {f"{folder}counters.csv", f"{folder}associations.csv"} <= targets


def test_hostile_cells_stay_text(atlas: Atlas) -> None:
    """A cell gives no page an element more, the map's document included."""

    def shape(text: str) -> dict[str, list[str]]:
        city = make_city("011002", departments=(text,), slug="sapporo")
        edition = Edition(replace(atlas, cities=(city,)), "", DAY)
        pages = {name: content.decode() for name, content in list_files(edition) if name.endswith(".html")}
        assert all("{{7*7}}" not in page or text == HOSTILE for page in pages.values())
        return {name: [element.tag for element in read_html(page).elements] for name, page in pages.items()}

    assert shape(HOSTILE) == shape("harmless")


def test_the_same_atlas_gives_the_same_bytes(atlas: Atlas) -> None:
    """The day stands on the sheets alone."""
    one, same, other = (
        dict(list_files(Edition(atlas, "", day, ("en",)))) for day in (DAY, DAY, datetime.date(2027, 1, 2))
    )
    assert one == same
    assert {name.split("/")[1] for name in one if one[name] != other[name]} == {"sheet"}


def test_with_an_address_there_are_codes_previews_and_a_sitemap(
    known_files: Mapping[str, bytes], few_files: Mapping[str, bytes]
) -> None:
    """Without it they are left out rather than wrong."""
    known = known_files
    page, unknown = known["en/city/kobe/index.html"].decode(), few_files["en/city/kobe/index.html"].decode()
    [code] = read_html(page).find("img", class_="mm-qr")
    assert read_picture(known[find_target("en/city/kobe/index.html", code.attributes["src"])]) == f"{URL}/en/city/kobe/"
    sitemap = known["sitemap.xml"].decode()
    assert f'hreflang="ja" href="{URL}/ja/city/kobe/"' in sitemap
    assert f'hreflang="x-default" href="{URL}/en/city/kobe/"' in sitemap
    assert read_html(page).find("link", rel="canonical")[0].attributes["href"] == f"{URL}/en/city/kobe/"
    assert not re.search(r'class="mm-qr"|rel="canonical"|og:image|id="snippet"', unknown)
    assert f"{URL}/vi/city/kobe/" in sitemap
    assert {"sitemap.xml", "robots.txt"} == {name for name in set(known) - set(few_files) if "/qr." not in name}
    assert f'href="{URL}/vi/"' in known["404.html"].decode()


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_the_maps_data_is_json_in_every_language(files: Mapping[str, bytes], language: str) -> None:
    """Readings included: what the template draws elsewhere as ruby stays data here."""
    page = files[f"{language}/map/index.html"].decode()
    found = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', page)
    assert found
    assert len(decode_records(json.loads(found[1])["features"])) == 20


def test_pages_of_few_cities_lead_to_what_those_of_all_have(atlas: Atlas) -> None:
    """ "Near me" on the map's, the whole table's files on the list's, and a city's the frame for another site."""
    files = dict(list_files(Edition(atlas, URL, DAY, ("vi",))))
    ways = {"vi/": "near", "vi/cities/": "downloads"}
    for name, also in (("vi/prefecture/osaka/index.html", {}), ("vi/city/osaka/index.html", {"vi/": "snippet"})):
        hrefs = [link.attributes["href"].partition("#") for link in read_html(files[name].decode()).find("a")]
        found = {
            (find_target(name, path), named) for path, _, named in hrefs if path and named and not urlsplit(path).scheme
        }
        assert found == {*ways.items(), *also.items()}
        for folder, named in found:
            elements = read_html(files[f"{folder}index.html"].decode()).elements
            assert [element for element in elements if element.attributes.get("id") == named]


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_buttons_come_with_the_scripts(
    files: Mapping[str, bytes], pages: Mapping[str, Document], language: str
) -> None:
    """A city's page has none that nothing answers; those that its script brings name places that the page has."""
    page = pages[f"{language}/city/osaka/index.html"]
    assert page.find("button") == []
    [script] = [content.decode() for name, content in files.items() if name.startswith(f"assets/controls-{language}.")]
    found = re.match(r"window\.madoguchiControls = (\".*\");\n", script)
    assert found
    controls = read_html(json.loads(found[1]))
    assert controls.unclosed == []
    asks = {button.attributes.get("data-ask") for button in controls.find("button")}
    assert "counter" in asks
    assert "report" not in asks  # nobody receives any
