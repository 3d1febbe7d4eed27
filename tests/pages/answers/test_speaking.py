"""Filter by a language that is spoken at counters."""

import pytest

from pages.address.links import Links
from pages.address.view import View, parse_view
from pages.answers.answers import list_answers
from pages.answers.found import Found
from pages.answers.scene import Scene
from pages.answers.speaking import find_speakers, list_spoken
from pages.languages.language import load_language
from tests.pages.answers.shipped import ATLAS


def test_rows_are_those_whose_counter_speaks_it() -> None:
    """Its own counter's, or where it has none its prefecture's; the other filters hold as well."""
    slugs = [city.slug for city in Found(ATLAS, View(speaks="vi")).rows.cities]
    assert {"sapporo", "sendai"} <= set(slugs)
    assert "kobe" not in slugs
    assert [city.slug for city in Found(ATLAS, View(("hokkaido",), speaks="vi")).rows.cities] == ["sapporo"]


def test_counters_come_by_people_first() -> None:
    """Where only a call centre speaks it, that is said apart."""
    speakers = find_speakers(ATLAS, View(speaks="ko"))
    assert "仙台市" in [counter.place.ja for counter in speakers.spoken]
    assert "鹿児島県" in [counter.place.ja for counter in speakers.interpreted]


def test_answers_lead_to_the_counters() -> None:
    """A listed city is opened; of other counters the prefecture is."""
    scene = Scene(ATLAS, View(speaks="vi", lang="en"), Links("map"), load_language())
    [spoken] = [answer for answer in list_answers(scene) if answer.text == "Vietnamese is spoken at these counters:"]
    urls = [offer.url for offer in spoken.offers]
    assert "?lang=en&city=sapporo" in urls
    assert "?lang=en&prefecture=hokkaido" in urls


def test_a_language_of_no_counter_is_an_answer_too() -> None:
    """Nobody is sent away."""
    scene = Scene(ATLAS, View(("nara",), speaks="vi"), Links("map"), load_language())
    assert "Any counter may still find an interpreter: ask." in " ".join(one.text for one in list_answers(scene))


@pytest.mark.parametrize(
    ("asked", "speaks"), [("vi", "vi"), ("VI-vn", "vi"), ("zh_Hant", "zh"), ("xx", None), ("<b>", None)]
)
def test_an_address_names_a_language_in_any_spelling(asked: str, speaks: str | None) -> None:
    """What is no language of a counter is ignored."""
    assert parse_view({"speaks": [asked]}, ATLAS.cities).speaks == speaks


def test_the_languages_of_most_counters_come_first() -> None:
    """Each once, whatever its script."""
    spoken = list_spoken(ATLAS)
    assert spoken[:2] == ("en", "zh") or set(spoken[:3]) >= {"en", "zh"}
    assert len(spoken) == len(set(spoken))
