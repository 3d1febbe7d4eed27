"""Points and prefectures."""

from __future__ import annotations

import math

import pytest

from data.boundaries import compute_middle, measure_outside_km
from data.places.gazetteer import find_place, list_places, list_prefectures
from tests.data.outlines import find_prefectures_at

COAST_KM = 0.3  # the farthest office outside the simplified outlines lies 0.27 km off


def test_every_office_lies_in_its_prefecture() -> None:
    """Of 1,916 offices five lie just off the simplified coast, and none in another prefecture's polygon."""
    outside = []
    for place in list_places():
        if place.latitude is not None and place.longitude is not None:
            distance = measure_outside_km(place.prefecture.code, place.latitude, place.longitude)
            assert distance < COAST_KM or place.ja == "双葉町"
            at = find_prefectures_at(place.latitude, place.longitude)
            assert place.prefecture.code in at or (at == () and distance > 0)
            outside += [place.ja] if distance else []
    assert len(outside) == 5


@pytest.mark.parametrize(
    ("code", "latitude", "longitude", "km"),
    [
        ("13", 34.69, 135.50, 335),  # Osaka; Tokyo begins at about 35.9 N, 138.9 E
        ("01", 41.0, 141.4, 88),  # Cape Esan at 41.8 N, 141.2 E is Hokkaido's nearest point
        ("47", 43.06, 141.35, 2030),  # Sapporo; Okinawa begins at about 27.1 N, 128.2 E
    ],
)
def test_distance_outside_is_in_km(code: str, latitude: float, longitude: float, km: float) -> None:
    """The distance is that over ground to the polygon's nearest point, within a few per cent."""
    assert measure_outside_km(code, latitude, longitude) == pytest.approx(km, rel=0.05)


def test_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    """A point a tenth of a degree west of Hokkaido's western edge at 41.4 N is about 8 km off, not 11."""
    step = measure_outside_km("01", 41.5, 139.0) - measure_outside_km("01", 41.5, 139.1)
    assert step == pytest.approx(111.195 * 0.1 * math.cos(math.radians(41.5)), rel=0.02)


def test_the_middle_of_a_prefecture_lies_in_it() -> None:
    """The point is inside this prefecture's polygon and no other's, and latitude comes first."""
    middles = {prefecture.code: compute_middle(prefecture.code) for prefecture in list_prefectures()}
    assert len(middles) == 47
    assert {code: at for code, at in middles.items() if not (20 < at[0] < 46 and 122 < at[1] < 154)} == {}
    assert {code: at for code, at in middles.items() if find_prefectures_at(*at) != (code,)} == {}
    assert {code: at for code, at in middles.items() if measure_outside_km(code, *at) != 0.0} == {}


def test_the_middle_of_tokyo_is_not_on_an_island() -> None:
    """Of several polygons the largest counts: Tokyo's middle lies near its city hall, not 1,000 km south."""
    hall = find_place("131041")
    assert hall is not None
    assert compute_middle("13")[0] == pytest.approx(hall.latitude, abs=0.3)


def test_an_unknown_prefecture_is_refused() -> None:
    """There are 47 codes."""
    with pytest.raises(KeyError):
        measure_outside_km("48", 35.0, 135.0)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_coordinate_has_to_be_a_number(bad: float) -> None:
    """A point that is none does not count as inside."""
    with pytest.raises(ValueError, match="finite"):
        measure_outside_km("27", bad, 135.0)
