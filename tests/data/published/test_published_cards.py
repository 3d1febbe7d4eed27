"""The published vCards, read back by vobject."""

import io
from dataclasses import replace
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st

from data.published.content_lines import CONTROLS, fold_line
from data.published.record import PublishedCity
from data.published.vcard_format import write_vcards
from pages.address.view import View
from tests.data.published.samples import CITIES, read_shipped


def read_cards(text: str) -> list[Any]:
    """Read all cards of a file."""
    return list(vobject.readComponents(io.StringIO(text, newline="")))


def tidy(text: str) -> str:
    """What a vCard can tell of a text."""
    return CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def test_there_is_one_card_for_each_department() -> None:
    """Twenty cities, of which Osaka has two departments, each with both addresses and a word on that."""
    cards = read_cards(write_vcards(read_shipped()))
    assert len(cards) == 21
    osaka = [card for card in cards if card.x_madoguchi_code.value == "271004"]
    assert [card.org_list[0].value[1][:22] for card in osaka] == ["International Division", "Board of Education, Li"]
    for card in osaka:
        assert [mail.value for mail in card.email_list] == ["ga0030@city.osaka.lg.jp", "ua0012@city.osaka.lg.jp"]
        assert "does not say which address is whose" in card.note.value
    assert len({card.uid.value for card in cards}) == 21


def test_a_card_has_every_fact_it_can_hold() -> None:
    """Names, department, addresses, links and doubts of each city are there."""
    cities = read_shipped()
    cards = {card.x_madoguchi_code.value: card for card in read_cards(write_vcards(cities))}
    assert list(cards) == [city.code for city in cities]
    for city in cities:
        card = cards[city.code]
        assert (card.version.value, card.kind.value) == ("4.0", "org")
        assert (card.org_list[0].value[0], card.org_list[1].value) == (city.name_en, [city.name_ja])
        assert card.org_list[0].value[1] == city.departments[-1]
        assert (card.adr.value.city, card.adr.value.region) == (city.name_en, city.prefecture_en)
        assert [mail.value for mail in card.email_list] == list(city.emails)
        assert [link.value for link in card.url_list] == [link.url for link in (*city.websites, *city.classes)]
        assert card.x_madoguchi_kana.value == city.name_kana
        wanted = [text for link in city.classes for text in (link.label, link.url)]
        wanted += [text for doubt in city.doubts for text in (doubt.source_value, doubt.reason, doubt.source)]
        assert [text for text in wanted if text and text not in card.note.value] == []


def test_no_card_gives_the_city_hall_for_the_office() -> None:
    """There is no GEO; the note says what the known point is."""
    for card in read_cards(write_vcards(read_shipped())):
        assert not hasattr(card, "geo")
        assert "position_of=city_hall" in card.note.value
        assert card.x_madoguchi_position_of.value == "city_hall"


def test_a_city_without_a_department_has_a_card() -> None:
    """It is the city's own."""
    bare = replace(read_shipped()[0], departments=(), emails=())
    [card] = read_cards(write_vcards([bare]))
    assert (card.fn.value, card.org_list[0].value) == ("Sapporo", ["Sapporo"])


def test_a_filter_gives_its_cards_only() -> None:
    """One prefecture."""
    cards = read_cards(write_vcards(read_shipped(View(prefectures=("hyogo",)))))
    assert [card.x_madoguchi_code.value for card in cards] == ["281000"]


@given(CITIES)
def test_hostile_text_stays_in_its_card(city: PublishedCity) -> None:
    """Whatever a cell holds, there are as many cards as departments, and the department comes back."""
    text = write_vcards([city])
    cards = read_cards(text)
    assert len(cards) == max(1, len(city.departments))
    for card, department in zip(cards, city.departments, strict=False):
        assert card.org_list[0].value[1] == tidy(department)
        assert card.org_list[1].value == [tidy(city.name_ja)]
    assert write_vcards([city]) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_lines_are_folded_without_tearing_a_letter(text: str) -> None:
    """No line has more than 75 bytes, and unfolding gives the text back."""
    folded = fold_line(text)
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == text
