"""The default geocoder: the embedded gazetteer behind geopy's interface. Works offline, always answers the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from geopy.adapters import URLLibAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from data.boundaries import compute_middle
from data.places.gazetteer import find_place, list_places
from data.records import Place
from geocache.answer import FoundPoint, Lookup, Outcome, format_query


class Gazetteer(Geocoder):  # type: ignore[misc] # geopy carries no types
    """A geopy geocoder over japancode: municipal offices; of a prefecture the middle of its area, not the office."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=URLLibAdapter)  # never used; the default adapter would open a session

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's interface
    ) -> Location | list[Location] | None:
        """Return the place of a query, None if there is none; a list of at most one unless `exactly_one`.

        A query is "横浜市, 神奈川県", a six-digit code, or {"code": "141003"}, where a "name" beside it must agree.
        `Location.raw` holds "code" and "provider" ("gazetteer" or "boundary").
        """
        place = _resolve_query(query)
        location = None if place is None else _locate_place(place)
        if exactly_one or location is None:
            return location
        return [location]


def find_offline(place: Place) -> Lookup:
    """Look a place up in the gazetteer; a prefectural government gets the middle of its prefecture."""
    location = _open_gazetteer().geocode(format_query(place))
    if not isinstance(location, Location) or location.raw["code"] != place.code:
        return Lookup(place, Outcome.NOT_FOUND, "The gazetteer has no such place.")
    point = FoundPoint(location.latitude, location.longitude, location.raw["provider"], location.address)
    return Lookup(place, Outcome.FOUND, point=point)


@cache
def _open_gazetteer() -> Gazetteer:
    return Gazetteer()


def _resolve_query(query: str | Mapping[str, str]) -> Place | None:
    """Find the place that is meant, by code first."""
    if isinstance(query, str):
        return find_place(query) or _index_queries().get(query)
    place = find_place(query.get("code", ""))
    if place is None or query.get("name", place.ja) != place.ja:
        return None
    return place


@cache
def _index_queries() -> dict[str, Place]:
    """Full names do not repeat inside a prefecture, so that a query names one place."""
    return {format_query(place): place for place in list_places()}


def _locate_place(place: Place) -> Location:
    """Return the office of a municipality, or the middle of a prefecture."""
    provider = "gazetteer"
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None:
        provider = "boundary"
        latitude, longitude = (round(degrees, 6) for degrees in compute_middle(place.prefecture.code))
    return Location(place.ja, (latitude, longitude), {"code": place.code, "provider": provider})
