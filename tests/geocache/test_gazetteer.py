"""The offline geocoder: a geopy geocoder that knows every place of the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from data.boundaries import measure_outside_km
from data.places.gazetteer import list_places
from geocache.answer import Outcome, format_query
from geocache.gazetteer import Gazetteer, find_offline


def test_it_is_a_geopy_geocoder() -> None:
    """It stands behind geopy's interface and answers one location, or a list of one."""
    gazetteer = Gazetteer()
    assert isinstance(gazetteer, Geocoder)
    found = gazetteer.geocode("堺市, 大阪府")
    assert isinstance(found, Location)
    assert gazetteer.geocode("堺市, 大阪府", exactly_one=False) == [found]
    assert gazetteer.geocode("どこでもない市", exactly_one=False) is None


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("堺市, 大阪府", "271403"),
        ("271403", "271403"),
        ("府中市, 広島県", "342084"),
        ("府中町, 広島県", "343021"),
        ("北広島市, 北海道", "012343"),
        ("大阪府", "270008"),
        ({"code": "271403"}, "271403"),
        ({"code": "271403", "name": "堺市"}, "271403"),
        ({"code": "271403", "name": "坂井市"}, None),
        ({"name": "堺市"}, None),
        ({"code": "999999"}, None),
        ("堺市", None),
        ("", None),
        ("None", None),
    ],
)
def test_query_means_one_place(query: str | Mapping[str, str], code: str | None) -> None:
    """A full name, a code, or both in agreement find their place; anything else finds none."""
    location = Gazetteer().geocode(query)
    assert (location.raw["code"] if isinstance(location, Location) else None) == code


def test_every_place_of_japan_is_found_offline() -> None:
    """Each municipality, ward and prefecture is found by the question asked about it, in its own prefecture."""
    for place in list_places():
        answer = find_offline(place)
        assert answer.outcome is Outcome.FOUND, place
        assert answer.point is not None
        assert answer.point.provider == ("boundary" if place.kind == "prefecture" else "gazetteer")


def test_prefectural_government_is_inside_its_prefecture() -> None:
    """The middle of a prefecture lies inside it, rounded or not."""
    governments = [place for place in list_places() if place.kind == "prefecture"]
    assert len(governments) == 47
    for place in governments:
        point = find_offline(place).point
        assert point is not None
        assert measure_outside_km(place.prefecture.code, point.latitude, point.longitude) == 0


def test_questions_do_not_repeat() -> None:
    """No two places are asked about in the same words."""
    queries = [format_query(place) for place in list_places()]
    assert len(set(queries)) == len(queries)
