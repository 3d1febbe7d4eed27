"""The printable sheet: all facts in two languages, numbered, with codes that read back."""

import datetime
import re
from dataclasses import replace
from html import unescape
from urllib.parse import urlsplit

import pytest

from data.records import City
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.offices import choose_offices
from pages.card.card import Card, Item, describe_city, shorten_address
from pages.card.offices import describe_briefly, describe_contacts
from pages.languages.language import Language, load_language
from pages.languages.ruby import drop_readings
from tests.hostile import HOSTILE
from tests.pages.markup.qr_reader import read_qr
from tests.pages.paper.sheets import HERE, LANGUAGES, VIEWS, read_atlas, read_plain, render
from tests.pages.parsed_html import Document, Element, read_html
from tests.pages.samples import make_city, make_link

KANAGAWA = ("yokohama", "kawasaki", "sagamihara")
QR = re.compile(r'<div class="sh-qr"[^>]*aria-label="[^"]*?(https?://[^"]*)">(<svg.*?</svg>)', re.DOTALL)


def list_cities(document: Document) -> list[str]:
    """List the cities of a sheet in its order."""
    return [section.attributes["id"] for section in find_blocks(document)]


def find_blocks(document: Document) -> list[Element]:
    """Find the parts of the sheet that are a city each; what answers a question has parts too."""
    return [section for section in document.find("section") if "id" in section.attributes]


def describe(city: City, language: Language, *, alone: bool) -> Card:
    """Describe a city as paper has it: with its offices, where it is alone at more length."""
    describe_offices = describe_briefly if alone else describe_contacts
    return describe_city(city, language, describe_offices(choose_offices(read_atlas().offices, city.place), language))


@pytest.mark.parametrize(
    ("view", "slugs"),
    [
        (View(city="kyoto"), ("kyoto",)),
        (View(prefectures=("osaka",), city="kobe"), ("kobe",)),
        (View(prefectures=("kanagawa",)), KANAGAWA),
        (View(query="Kanagawa"), KANAGAWA),
        (View(choices=("osaka", "sakai")), ("osaka", "sakai")),
        (View(), tuple(city.slug for city in read_atlas().cities)),
        (View(query="Nara-shi"), ()),
    ],
)
def test_a_sheet_holds_what_its_address_names(view: View, slugs: tuple[str, ...]) -> None:
    """One city, the filter's cities, or all; of a place that is not listed it says so."""
    document = read_html(render(view))
    assert list_cities(document) == list(slugs)
    assert document.unclosed == []
    assert slugs or "Not in this table" in document.find("main")[0].text


@pytest.mark.parametrize("view", VIEWS, ids=["one", "Kanagawa", "all"])
def test_a_sheet_of_older_data_says_so(view: View) -> None:
    """Paper outlives the fault that keeps newer data away, so it says of when its data are, in the time of Japan."""
    saved = datetime.datetime(2026, 1, 1, 20, 30, tzinfo=datetime.UTC)
    text = "The newest data could not be read. You see the data of 2026-01-02 05:30."
    assert text in read_html(render(view, atlas=replace(read_atlas(), kept_from=saved))).find("header")[0].text
    assert "newest data" not in render(view)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS, ids=["one", "Kanagawa", "all"])
def test_every_fact_of_the_card_is_on_paper(view: View, code: str) -> None:
    """Each line and doubt of the first view's card; every web address in full, as text."""
    document = read_html(render(view, code))
    language = load_language(code)
    for section in find_blocks(document):
        city = read_atlas().find_city(section.attributes["id"])
        assert city
        card = describe(city, language, alone=bool(view.city))
        wanted = [card.name_ja, *(doubt.reason for part in card.sections for doubt in part.doubts)]
        links = [item for part in card.sections for item in part.items if item.kind == "link"]
        wanted += [item.text for part in card.sections for item in part.items if not is_bare(item)]
        wanted += [item.url or "" for item in links]
        plain = read_plain(section.text)
        assert [text for text in wanted if read_plain(drop_readings(text)) not in plain] == []


def is_bare(item: Item) -> bool:
    """Tell whether a link has no label: a card shows its address beside it."""
    return item.kind == "link" and (item.detail or "").startswith(shorten_address(item.url or "")) and not item.lang


@pytest.mark.parametrize("code", ["en", "ja", "ja-easy", "my"])
@pytest.mark.parametrize("view", VIEWS[1:], ids=["Kanagawa", "all"])
def test_the_sheet_of_many_has_every_citys_counter(view: View, code: str) -> None:
    """Its numbers, each with how far it can be relied on, source and date; of one without a number the page.

    That nobody has called them is said once.
    """
    document = read_html(render(view, code))
    language = load_language(code)
    parts = [read_plain(part.text) for part in document.find("div", data_field="counter")]
    wanted = [
        (*(counter.phones or (counter.url or "",)), counter.sources[0].date.removesuffix(" or later"))
        for section in find_blocks(document)
        if (city := read_atlas().find_city(section.attributes["id"]))
        for counter in choose_offices(read_atlas().offices, city.place).counters
    ]
    assert [[text for text in texts if text not in part] for part, texts in zip(parts, wanted, strict=True)] == [
        [] for _ in wanted
    ]
    said = "In brackets beside a counter: source and date. We have not called or opened any."
    assert read_plain(document.find("body")[0].text).count(read_plain(drop_readings(language.gettext(said)))) == 1
    assert "In brackets" not in render(View(city="kobe"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_address_stands_once(code: str) -> None:
    """In full, as a link or as an e-mail address, and its host nowhere else but in the words of a doubt or a source."""
    document = read_html(render(View(), code))
    text = document.find("main")[0].text
    for said in (*document.find("p", class_="sh-doubt"), *document.find("p", class_="sh-source")):
        text = text.replace(said.text, "")
    items = [
        item
        for city in read_atlas().cities
        for part in describe(city, load_language(code), alone=False).sections
        for item in part.items
    ]
    addresses = [item.url or "" for item in items if item.kind == "link"]
    emails = [item.text for item in items if item.kind == "email"]
    hosts = {urlsplit(address).netloc.removeprefix("www.") for address in addresses}
    whole = "\n".join([*addresses, *emails])
    assert [host for host in hosts if text.count(host) != whole.count(host)] == []
    assert [email for email in emails if text.count(email) != 1] == []


def test_what_the_pin_marks_is_said_once() -> None:
    """Below the map for all city halls; of a prefectural government, whose point is another, beside it."""
    assert read_html(render(View())).find("body")[0].text.count("The pin marks") == 1
    atlas = Atlas((make_city("011002"), make_city("260002")), {}, ())
    document = read_html(render(View(), atlas=atlas))
    assert ["The pin marks the middle" in one.text for one in document.find("section")] == [False, True]
    alone = read_html(render(View(), atlas=Atlas((make_city("260002"),), {}, ()))).find("body")[0].text
    assert alone.count("The pin marks") == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS, ids=["one", "Kanagawa", "all"])
def test_every_code_reads_as_its_address(view: View, code: str) -> None:
    """One for each class link's original and one back to the same map, no more."""
    html = render(view, code)
    codes = [(unescape(address), read_qr(drawing)) for address, drawing in QR.findall(html)]
    assert [address for address, _ in codes] == [read for _, read in codes]
    cities = [read_atlas().find_city(slug) for slug in list_cities(read_html(html))]
    classes = [link.original for city in cities if city for link in city.classes]
    assert [address for address, _ in codes][1:] == classes
    assert codes[0][1].startswith(f"{HERE}/?lang={code}")
    assert all(f"city={view.city}" in codes[0][1] for _ in [view.city] if view.city)


def test_numbers_are_those_of_the_map() -> None:
    """The labels on the map begin with the number that stands before the city's facts; one city needs none.

    Of many cities the numbers stand alone.
    """
    html = render(View(prefectures=("kanagawa",)))
    labels = re.findall(r"<text [^>]*>([^<]*)</text>", html)
    assert labels == ["1 Yokohama", "2 Kawasaki", "3 Sagamihara"]
    assert re.findall(r"<b>(\d+)</b>", html) == ["1", "2", "3"]
    assert re.findall(r"<text [^>]*>([^<]*)</text>", render(View(city="kobe"))) == ["Kobe"]
    assert re.findall(r"<text [^>]*>([^<]*)</text>", render(View())) == [str(number) for number in range(1, 21)]


def test_the_sheet_says_when_and_from_where() -> None:
    """Date, source, boundaries, the pin and that no office made it."""
    document = read_html(render(View()))
    [time] = document.find("time")
    assert (time.text, time.attributes["datetime"]) == ("January 2, 2026", "2026-01-02")
    assert read_html(render(View(), "ja")).find("time")[0].text == "2026年1月2日"
    body = document.find("body")[0].text
    assert f"About this map: {HERE}/about?lang=en" in body
    assert "出典：気象庁ホームページを加工して作成" in body
    for words in ("This is not an official site.", "Agency for Cultural Affairs", "The pin marks the city hall"):
        assert words in body


def test_links_stay_with_the_sheet() -> None:
    """Languages and the whole list are sheets of the same view; the way back is the map with it."""
    document = read_html(render(View(prefectures=("osaka",), city="kobe"), "vi"))
    tools = [link.attributes["href"] for link in document.find("a") if link.attributes["href"].startswith((".", "?"))]
    assert tools[0] == "./?lang=vi&prefecture=osaka&city=kobe"
    assert tools[1] == "?lang=vi&prefecture=osaka"
    assert "?lang=ja-easy&prefecture=osaka&city=kobe" in tools


def test_hostile_cells_stay_text() -> None:
    """Whatever a cell or the query holds, the sheet has the same elements as without it."""

    def build(text: str) -> Atlas:
        link = make_link("https://a.example/", label=text)
        return Atlas((make_city("011002", departments=(text,), emails=(text,), classes=(link,)),), {}, ())

    def shape(text: str) -> list[str]:
        return [one.tag for one in read_html(render(View(query="札幌市"), atlas=build(text))).elements]

    assert shape(HOSTILE) == shape("harmless")
    assert read_html(render(View(), atlas=build(HOSTILE))).find("section")[0].text.count(HOSTILE) == 3


def test_a_link_too_long_for_a_code_is_text() -> None:
    """The address stands there without a code."""
    url = f"https://a.example/{'a' * 5000}"
    city = make_city("011002", classes=(make_link(url),))
    html = render(View(), atlas=Atlas((replace(city),), {}, ()))
    assert url in html
    assert len(QR.findall(html)) == 1
