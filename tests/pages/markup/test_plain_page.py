"""The page without scripts: all facts, the answers, links that keep what the reader chose."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from data.folder import locate_files
from data.records import City
from pages.address.links import Links, PageName
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.listing import ROWS_PER_PAGE
from pages.answers.scene import Scene
from pages.languages.language import Language, load_language
from pages.markup.plain_page import render_page
from tests.hostile import HOSTILE
from tests.pages.parsed_html import Document, read_html
from tests.pages.samples import make_city

ASSETS = Path(__file__).parents[3] / "pages" / "assets"
ENGLISH = load_language()


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def render(atlas: Atlas, view: View | None = None, page: PageName = "map", language: Language = ENGLISH) -> Document:
    """Render and read a page."""
    return read_html(render_page(Scene(atlas, view or View(), Links(page), language)))


def list_rows(document: Document) -> list[str]:
    """List the cities that have a row, in the page's order."""
    return [card.attributes["id"].removeprefix("card-") for card in document.find("article", class_="mm-card")]


def list_marks(document: Document) -> list[str]:
    """List the cities that are named on the map."""
    return [mark.attributes["data-open-city"] for mark in document.find("a", class_="sm-mark")]


@pytest.mark.parametrize(
    ("page", "view"),
    [
        ("map", View()),
        ("map", View(query="zzz")),
        ("cities", View(query="zzz")),
        ("about", View()),
        ("changes", View()),
        ("quality", View()),
    ],
    ids=["rows", "no rows", "list without rows", "about", "changes", "quality"],
)
def test_every_link_within_the_page_leads_somewhere(atlas: Atlas, page: PageName, view: View) -> None:
    """The skip links work without scripts too, also where nothing was found."""
    document = render(atlas, view, page)
    links = {link.attributes.get("href", "") for link in document.find("a")}
    targets = {href[1:] for href in links if href.startswith("#")}
    ids = [element.attributes["id"] for element in document.elements if "id" in element.attributes]
    assert targets
    assert {target: ids.count(target) for target in targets} == dict.fromkeys(targets, 1)


@pytest.mark.parametrize("page", ["map", "cities", "about", "changes", "quality"])
def test_each_page_is_whole(atlas: Atlas, page: PageName) -> None:
    """Every element is closed; there is one heading of the first level, one main part, and links to all pages."""
    document = render(atlas, page=page)
    assert document.unclosed == []
    assert (len(document.find("h1")), len(document.find("main"))) == (1, 1)
    hrefs = [link.attributes["href"] for link in document.find("a")]
    assert {"./", "./cities", "./about"} <= set(hrefs)
    assert page == "changes" or "./changes" in hrefs
    assert page == "quality" or "./quality" in hrefs
    assert "This is not an official site." in document.find("footer")[0].text


@pytest.mark.parametrize("page", ["map", "cities"])
def test_every_fact_of_every_city_is_there(atlas: Atlas, page: PageName) -> None:
    """Departments, addresses, links and doubts of all twenty stand in the page."""
    document = render(atlas, page=page)
    text = document.find("main")[0].text
    hrefs = {link.attributes["href"] for link in document.find("a")}
    for city in atlas.cities:
        assert {link.original for link in (*city.websites, *city.classes)} <= hrefs
        assert {link.published for link in (*city.websites, *city.classes) if link.via} <= hrefs
        assert {f"mailto:{email}" for email in city.emails} <= hrefs
        wanted = [
            city.place.en,
            city.place.ja,
            *city.emails,
            *city.departments,
            *(row.reason for row in city.corrections),
        ]
        assert [words for words in wanted if words not in text] == []


def test_a_filter_shows_its_cities_only(atlas: Atlas) -> None:
    """Rows, map, count and form all say the same."""
    document = render(atlas, View(prefectures=("osaka", "hyogo")))
    assert list_rows(document) == list_marks(document) == ["osaka", "sakai", "kobe"]
    assert document.find("p", class_="fv-count")[0].text.startswith("3 of 20 cities")
    boxes = document.find("input", type="checkbox", name="prefecture")
    checked = [box.attributes["value"] for box in boxes if "checked" in box.attributes]
    assert checked == ["hyogo", "osaka"] or checked == ["osaka", "hyogo"]


def test_an_opened_city_comes_first(atlas: Atlas) -> None:
    """Its card is open before map and list; it has no second row."""
    document = render(atlas, View(city="kobe"))
    assert list_rows(document)[0] == "kobe"
    assert list_rows(document).count("kobe") == 1
    [opened] = document.find("div", class_="fv-opened")
    assert "神戸市" in opened.text
    assert not [row for row in document.find("details", class_="fv-row") if "open" in row.attributes]
    assert document.elements.index(opened) < document.elements.index(document.find("svg")[0])


def test_the_only_row_found_is_open(atlas: Atlas) -> None:
    """Who asks for one city reads its card at once."""
    document = render(atlas, View(query="仙台市"))
    assert list_rows(document) == ["sendai"]
    assert "仙台市" in document.find("div", class_="fv-opened")[0].text


def test_a_city_outside_the_filter_says_so(atlas: Atlas) -> None:
    """It keeps its card and has no marker."""
    document = render(atlas, View(prefectures=("osaka",), city="kobe"))
    assert document.find("p", class_="mm-note")[0].text.startswith("This city is outside your filter")
    assert list_rows(document) == ["kobe", "osaka", "sakai"]
    assert list_marks(document) == ["osaka", "sakai"]


def test_a_place_that_is_not_listed_gets_its_nearest(atlas: Atlas) -> None:
    """The three nearest city halls are links, with their distance, without e-mail."""
    document = render(atlas, View(query="Nara-shi"))
    [offers] = [
        answer for answer in document.find("div", class_="mm-note mm-answer") if "Nara 奈良市 (Nara)" in answer.text
    ]
    assert "Not in this table" in offers.text
    links = document.find("a", class_="mm-offer")
    assert links[0].attributes["href"] in {"?city=osaka#near", "?city=kyoto#near", "?city=sakai#near"}
    assert all(re.fullmatch(r"\w+ \(\w+\): \d+ km", link.text) for link in links)
    assert not any("mailto:" in link.attributes["href"] for link in document.find("a"))


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(query="zzzz"), "Nothing found."),
        (View(query="Kobe", prefectures=("osaka",)), "Not in the prefectures you chose, but here:"),
        (View(choices=("osaka", "sakai")), "More than one place has this name. Which one?"),
        (View(query="本町"), None),
    ],
)
def test_no_answer_is_an_empty_page(atlas: Atlas, view: View, said: str | None) -> None:
    """Where the table has no row for what was asked, the page says what to do."""
    answers = [answer.text for answer in render(atlas, view).find("div", class_="mm-note mm-answer")]
    assert answers
    assert said is None or any(said in text for text in answers)


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"city": ["nope"]}, ["This link asks for a city that is not in the table."]),
        ({"prefecture": ["atlantis"]}, ["This link asks for a prefecture that does not exist."]),
        ({"city": ["神戸市"], "prefecture": ["大阪府"]}, []),
        ({"city": ["28100"]}, []),
    ],
)
def test_an_address_that_means_nothing_says_so(atlas: Atlas, params: dict[str, list[str]], said: list[str]) -> None:
    """One line in the reader's words, never the value itself; what is plain is understood without a word."""
    page = render_page(Scene(atlas, parse_view(params, atlas.cities), Links("map"), ENGLISH))
    document = read_html(page)
    assert [answer.text.strip() for answer in document.find("div", class_="mm-note mm-answer")] == said
    assert "nope" not in page
    assert "atlantis" not in page


def test_a_chosen_prefecture_without_a_row_stays_ticked(atlas: Atlas) -> None:
    """The form shows what the address says, so that sending it again keeps it."""
    document = render(atlas, View(prefectures=("nagano", "osaka")))
    boxes = document.find("input", name="prefecture")
    assert [box.attributes["value"] for box in boxes if "checked" in box.attributes] == ["nagano", "osaka"]


def test_links_keep_filters_city_and_language(atlas: Atlas) -> None:
    """From page to page and from city to city nothing that was chosen is lost."""
    view = View(prefectures=("osaka", "hyogo"), query="", city="kobe", lang="en")
    document = render(atlas, view)
    about = next(a for a in document.find("a") if a.text == "About").attributes["href"]
    kept = {"lang": ["en"], "prefecture": ["osaka", "hyogo"]}
    assert parse_qs(urlsplit(about).query) == kept | {"city": ["kobe"]}
    mark = document.find("a", data_open_city="sakai")[0].attributes["href"]
    assert parse_qs(urlsplit(mark).query) == kept | {"city": ["sakai"]}
    assert document.find("input", name="lang")[0].attributes["value"] == "en"


def test_long_lists_have_pages() -> None:
    """Fifty rows at once; every row is on one page; a page beyond the last is the last."""
    cities = tuple(make_city("011002", slug=f"city-{number}", number=str(number)) for number in range(120))
    atlas = Atlas(cities, {}, ())
    pages = [list_rows(render(atlas, View(page=number))) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [ROWS_PER_PAGE, ROWS_PER_PAGE, 20]
    assert [slug for page in pages for slug in page] == [city.slug for city in cities]
    assert list_rows(render(atlas, View(page=99))) == pages[2]
    steps = render(atlas, View(page=2)).find("nav", class_="mm-steps")[0]
    assert "Next: page 3 of 3" in steps.text


def test_hostile_text_stays_text() -> None:
    """Whatever a cell or a query holds, the page has the same elements as without it."""

    def build(text: str) -> City:
        city = make_city("011002", departments=(text,))
        return replace(city, leftovers=())

    def shape(text: str) -> list[str]:
        atlas = Atlas((build(text),), {}, ())
        return [element.tag for element in render(atlas, View(query="札幌市")).elements]

    assert shape(HOSTILE) == shape("harmless")
    document = render(Atlas((build(HOSTILE),), {}, ()), View(query=HOSTILE))
    assert document.find("input", name="q")[0].attributes["value"] == HOSTILE
    assert HOSTILE in render(Atlas((build(HOSTILE),), {}, ())).find("main")[0].text
