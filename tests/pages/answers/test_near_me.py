""" "Near me": the city halls that the page gives the button."""

import json

import pytest

from pages.answers.atlas import Atlas
from pages.answers.near_me import MAX_HALLS, list_halls
from tests.pages.answers.shipped import ATLAS, ENGLISH, render
from tests.pages.samples import make_city


def test_near_me_knows_the_city_halls() -> None:
    """The button carries each listed city hall with its point; its texts wait in the page, the list is empty."""
    [box] = render("").find("div", class_="mm-near")
    halls = json.loads(box.attributes["data-halls"])
    assert [hall[0] for hall in halls] == [city.slug for city in ATLAS.cities]
    slug, name, north, east = halls[0]
    assert (slug, name) == ("sapporo", "Sapporo (Hokkaido)")
    assert (north, east) == (pytest.approx(43.06, abs=0.01), pytest.approx(141.35, abs=0.01))
    texts = ("asking", "found", "coarse", "abroad", "refused", "item", "km", "here")
    assert all(box.attributes[f"data-{name}"] for name in texts)
    assert "".join(box.text.split()) == "NearmeSearch"


def test_near_me_is_not_offered_where_it_cannot_work() -> None:
    """No coordinates, or more cities than a page should carry: no button."""
    city = make_city("011002")
    many = tuple(make_city("011002", slug=str(number)) for number in range(MAX_HALLS + 1))
    assert list_halls(Atlas((city,), {}, ()), ENGLISH) == ()
    assert list_halls(Atlas(many, {city.code: ATLAS.coordinates[city.code]}, ()), ENGLISH) == ()
