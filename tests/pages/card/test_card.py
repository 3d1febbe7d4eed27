"""The card: every fact of a row, escaped, told apart, doubts beside it."""

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.records import City, Correction, DepartmentName, Leftover
from data.table.table import read_table
from pages.card.card import Card, describe_city, shorten_address
from pages.card.remarks import list_doubts
from pages.languages.language import load_language
from tests.pages.samples import make_city, make_link, render_card

ENGLISH = load_language()
SHIPPED = read_table(locate_files({})).cities


def list_urls(card: Card) -> list[str]:
    """Every address that a card links to."""
    return [item.url for section in card.sections for item in section.items if item.url]


@pytest.mark.parametrize("city", SHIPPED, ids=lambda city: city.slug)
def test_card_holds_every_fact_of_its_row(city: City) -> None:
    """No department, website, e-mail or class link of the shipped table is missing from its card."""
    card = describe_city(city, ENGLISH)
    links = (*city.websites, *city.classes)
    expected = {link.published for link in links} | {link.original for link in links}
    assert set(list_urls(card)) == expected | {f"mailto:{address}" for address in city.emails}
    texts = [item.text for section in card.sections for item in section.items]
    assert set(city.departments) <= set(texts)
    html = render_card(card, ENGLISH)
    assert all(markupsafe.escape(url) in html for url in list_urls(card))


@pytest.mark.parametrize("city", SHIPPED, ids=lambda city: city.slug)
def test_links_of_a_card_can_be_told_apart(city: City) -> None:
    """No two links of a section are called the same."""
    for section in describe_city(city, ENGLISH).sections:
        names = [item.text for item in section.items]
        assert len(set(names)) == len(names)


def test_original_page_comes_before_its_translation_gateway() -> None:
    """Kawasaki's own page is the first link, the listed gateway the second and named as machine translation."""
    kawasaki = next(city for city in SHIPPED if city.slug == "kawasaki")
    original, gateway = describe_city(kawasaki, ENGLISH).sections[0].items
    assert original.url == "https://www.city.kawasaki.jp/880/page/0000042877.html"
    assert gateway.url == kawasaki.classes[0].published
    assert gateway.text == "Machine translation by J-SERVER"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["The class"], ["The class"]),
        ([None], ["Japanese classes: Kobe"]),
        ([None, None], ["Japanese classes: Kobe (1)", "Japanese classes: Kobe (2)"]),
        (["The class", None], ["The class", "Japanese classes: Kobe"]),
    ],
)
def test_a_link_is_named_by_its_label_or_by_what_it_is_for(labels: list[str | None], expected: list[str]) -> None:
    """Who hears links one by one knows where each leads; several without a label are numbered."""
    links = tuple(make_link(f"https://a.jp/{number}", label=label) for number, label in enumerate(labels))
    section = describe_city(make_city("281000", classes=links), ENGLISH).sections[0]
    assert [item.text for item in section.items] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.a.jp/", "a.jp"),
        ("https://www.a.jp/en/classes/", "a.jp/en/classes"),
        ("https://a.jp/list?key=1&value=", "a.jp/list?key=1&value="),
        ("https://a.jp/" + "x" * 80, "a.jp/" + "x" * 54 + "…"),
    ],
)
def test_an_address_beside_its_link_is_short(url: str, expected: str) -> None:
    """Where a link leads can be seen, at a readable length."""
    assert shorten_address(url) == expected


def test_empty_cells_and_leftovers_are_said_plainly() -> None:
    """A row without any cell says so; text that is no link is shown as text."""
    html = render_card(describe_city(make_city("281000"), ENGLISH), ENGLISH)
    assert html.count("Not listed in the source.") == 4
    odd = make_city("281000", leftovers=(Leftover("website", "javascript:alert(1)"),))
    html = render_card(describe_city(odd, ENGLISH), ENGLISH)
    assert "javascript:alert(1)" in html
    assert "href" not in html


def test_pin_is_named_for_what_it_is() -> None:
    """A city's pin is its hall; a prefectural government's is the middle of the prefecture."""
    assert "city hall" in describe_city(make_city("281000"), ENGLISH).pin
    assert "middle of the prefecture" in describe_city(make_city("280003"), ENGLISH).pin


@pytest.mark.parametrize(
    ("better", "applied", "expected"),
    [
        ("b.jp", False, "Doubtful: perhaps b.jp."),
        ("", False, "Doubtful."),
        ("A | B", True, "Read differently from the source."),
    ],
)
def test_doubt_stands_beside_the_fact_with_its_reason(better: str, applied: bool, expected: str) -> None:
    """A correction is seen in its section, and what the source says stays in view."""
    row = Correction("281000", "class", "a.jp", better, applied, "Why.", "somewhere")
    city = make_city("281000", corrections=(row,))
    doubt = describe_city(city, ENGLISH).sections[0].doubts[0]
    assert doubt.text == expected
    assert doubt.reason == "The source says: “a.jp”. Why."
    assert [(row.city, row.doubt, row.source) for row in list_doubts([city], ENGLISH)] == [("Kobe", doubt, "somewhere")]


@pytest.mark.parametrize(
    ("source", "code", "expected"),
    [
        ("https://a.jp/ http://b.jp/", "vi", "https://a.jp/, http://b.jp/"),
        ("https://a.jp/ http://b.jp/", "ja", "https://a.jp/、http://b.jp/"),
        ("a letter, see https://a.jp/", "ja", "a letter, see https://a.jp/"),
    ],
)
def test_the_sources_of_a_doubt_need_no_translation(source: str, code: str, expected: str) -> None:
    """Addresses are a list of the reader's language; what somebody else wrote stays as it is."""
    row = Correction("281000", "class", "a.jp", "", False, "Why.", source)
    assert list_doubts([make_city("281000", corrections=(row,))], load_language(code))[0].source == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_of_a_cell_is_only_text(text: str) -> None:
    """Markup in a cell is escaped on the card."""
    html = render_card(describe_city(make_city("281000", departments=(text,)), ENGLISH), ENGLISH)
    assert f'<span class="mm-text">{markupsafe.escape(text)}</span>' in html


@pytest.mark.parametrize(
    ("reader", "page", "expected"),
    [
        ("vi", None, True),
        ("vi", "en", True),
        ("vi", "ja", True),
        ("en", "en", None),
        ("en", None, True),
        ("ja", None, None),
        ("ja", "ja", None),
        ("ja", "en", True),
        ("ja-easy", None, None),
        ("ja-easy", "en", True),
    ],
)
def test_a_translation_is_offered_for_pages_in_another_language(
    reader: str, page: str | None, expected: bool | None
) -> None:
    """A page of unknown language is a city's, in Japanese: a reader of Japanese is offered no translation into it."""
    city = make_city("281000", classes=(make_link("https://a.jp/", language=page),))
    [item] = describe_city(city, load_language(reader)).sections[0].items
    assert item.translate is expected


@pytest.mark.parametrize(
    ("reader", "known", "expected"),
    [
        ("vi", True, [("国際課", "ja", "theo trang web của thành phố năm 2024"), ("Division A", "en", None)]),
        ("ja", True, [("国際課", "ja", "2024年の市のページにある名称"), ("Division A", "en", None)]),
        ("vi", False, [("Division A", "en", "tên bằng tiếng Anh")]),
        ("en", False, [("Division A", "en", None)]),
    ],
)
def test_a_department_has_its_japanese_name_where_it_is_known(
    reader: str, known: bool, expected: list[tuple[str, str, str | None]]
) -> None:
    """The name on the office's door comes first, with the year of its source; else a hint that the name is English."""
    name = DepartmentName("281000", "Division A", "国際課", 2024, "https://a.jp/")
    city = make_city("281000", departments=("Division A",), department_names=(name,) if known else ())
    items = describe_city(city, load_language(reader)).sections[1].items
    assert [(item.text, item.lang, item.detail) for item in items] == expected
