"""The opt-in geocoder: Nominatim, public or one's own. Slow on purpose, asked once a city, believed only if it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from geopy import exc
from geopy.adapters import URLLibAdapter
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

from data.boundaries import measure_outside_km
from data.places.gazetteer import list_places
from data.records import Place
from geocache.answer import Finder, FoundPoint, Lookup, Outcome, format_query
from geocache.check import COAST_KM, NEAR_KM
from geocache.coordinates import clean_text, explain_point
from geocache.distance import measure_km
from geocache.gazetteer import find_offline

PUBLIC_ENDPOINT = "https://nominatim.openstreetmap.org"
USER_AGENT = (
    "madoguchi-map (python -m geocache: finds the city halls of Japan's designated cities once, then keeps them)"
)

# Nominatim's usage policy allows one request a second; the tenth more is for packets that are held up on the way.
_SECONDS_BETWEEN = 1.1
_LONGEST_NAME = 200

_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (exc.GeocoderRateLimited, "The service says: too many requests. Wait before the next run."),
    (exc.GeocoderInsufficientPrivileges, "The service refuses access."),
    (exc.GeocoderTimedOut, "No answer in time, or the service is overloaded."),
    (exc.GeocoderParseError, "The answer is not JSON, so this may be no Nominatim server."),
    (exc.GeocoderServiceError, "The service failed."),
    (Exception, "The answer is not shaped like Nominatim's."),
)


def open_nominatim(endpoint: str, timeout: float) -> Finder:
    """Return a finder that asks Nominatim at `endpoint` (http or https address), at most once a second, never twice.

    `timeout` (seconds) bounds a lookup as a whole. Raises ValueError for an address that is none. Prefectural
    governments come from the boundaries here too: without an office in the gazetteer no answer could be judged.
    """
    scheme, domain = _split_endpoint(endpoint)
    geocoder = Nominatim(
        domain=domain, scheme=scheme, user_agent=USER_AGENT, timeout=timeout, adapter_factory=URLLibAdapter
    )
    bounded = partial(_call_within, timeout, geocoder.geocode)
    ask = RateLimiter(bounded, min_delay_seconds=_SECONDS_BETWEEN, max_retries=0, swallow_exceptions=False)
    return partial(_find_online, ask)


def judge_result(place: Place, raw: Mapping[str, Any]) -> Lookup:
    """Decide whether one result of Nominatim is the place: in Japan, its prefecture, near its office, not a namesake.

    The office is the gazetteer's; `NEAR_KM` apart at most.
    """
    refuse = partial(Lookup, place, Outcome.NOT_FOUND)
    name = clean_text(str(raw.get("display_name") or ""))[:_LONGEST_NAME]
    if raw.get("lat") is None or raw.get("lon") is None:
        return refuse(f"The answer {name!r} has no latitude or no longitude.")
    latitude, longitude = round(float(raw["lat"]), 7), round(float(raw["lon"]), 7)
    if reason := explain_point(latitude, longitude):
        return refuse(f"The answer {name!r} lies at {latitude}, {longitude}. {reason}")
    if reason := _explain_prefecture(place, raw, latitude, longitude) or _explain_distance(place, latitude, longitude):
        return refuse(f"The answer {name!r} {reason}")
    if others := _list_other_names(place, name):
        return refuse(f"The answer {name!r} names {others[0]}, not {place.ja}.")
    return Lookup(place, Outcome.FOUND, point=FoundPoint(latitude, longitude, "nominatim", name))


def explain_failure(error: Exception) -> str:
    """Say in a line what it means that a lookup raised, and what was raised."""
    meaning = next(text for kind, text in _FAILURES if isinstance(error, kind))
    return f"{meaning} ({type(error).__name__}: {clean_text(str(error))[:_LONGEST_NAME]})"


def _find_online(ask: Callable[..., Location | None], place: Place) -> Lookup:
    """Ask about one place and judge the answer."""
    if place.kind == "prefecture":
        return find_offline(place)
    try:
        location = ask(format_query(place), country_codes="jp", language="ja", addressdetails=True)
        if location is None:
            return Lookup(place, Outcome.NOT_FOUND, "The service knows no place of this name in Japan.")
        return judge_result(place, location.raw)
    except Exception as error:  # whatever a server sends must not end the run: the other cities are still to be asked
        return Lookup(place, Outcome.UNREACHABLE, explain_failure(error))


def _split_endpoint(endpoint: str) -> tuple[str, str]:
    """Split an address into what geopy calls scheme and domain; a path in front of /search stays in the domain."""
    parts = urlsplit(endpoint)
    extra = parts.query or parts.fragment or parts.username is not None or parts.password is not None
    if parts.scheme not in ("http", "https") or not parts.hostname or extra:
        raise ValueError(f"Found {endpoint!r}. An endpoint is an address such as http://localhost:8080, nothing more.")
    _ = parts.port  # raises ValueError for a port that is no number
    return parts.scheme, parts.netloc + parts.path.rstrip("/")


def _call_within(seconds: float, function: Callable[..., Any], *arguments: object, **options: object) -> Any:  # noqa: ANN401 - whatever the function takes and returns
    """Call a function, but wait for it only so long.

    A socket's timeout starts anew with each byte and does not cover the look-up of the host's name: a server that
    dribbles would hold the run for ever. The thread left behind ends with the program.
    """
    future: Future[Any] = Future()

    def run() -> None:
        try:
            future.set_result(function(*arguments, **options))
        except Exception as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return future.result(timeout=seconds + 0.5)  # geopy's own timeout goes first where it can
    except TimeoutError as error:
        raise exc.GeocoderTimedOut(f"no complete answer after {seconds:g} s") from error


def _explain_prefecture(place: Place, raw: Mapping[str, Any], latitude: float, longitude: float) -> str | None:
    """Say why a result is not in the place's prefecture: by OpenStreetMap's own word and by our polygons."""
    prefecture = place.prefecture
    address = raw.get("address")
    claimed = address.get("ISO3166-2-lvl4") if isinstance(address, Mapping) else None
    if claimed is not None and claimed != f"JP-{prefecture.code}":
        return f"lies in {clean_text(str(claimed))}, not in JP-{prefecture.code} ({prefecture.ja})."
    outside = measure_outside_km(prefecture.code, latitude, longitude)
    if outside > COAST_KM:
        return f"lies {outside:.1f} km outside {prefecture.ja}; {COAST_KM:g} km are allowed."
    return None


def _explain_distance(place: Place, latitude: float, longitude: float) -> str | None:
    """Say why a result is too far from the gazetteer's office."""
    if place.latitude is None or place.longitude is None:
        return None
    km = measure_km((place.latitude, place.longitude), (latitude, longitude))
    if km > NEAR_KM:
        return f"lies {km:.1f} km from the gazetteer's point of {place.ja}; {NEAR_KM:g} km are allowed."
    return None


def _list_other_names(place: Place, name: str) -> list[str]:
    """List the other municipalities of the prefecture that a result names instead: 釧路町 is 7 km from 釧路市."""
    words = [word.strip() for word in name.split(",")]
    neighbours = {other.ja for other in list_places() if other.prefecture == place.prefecture} - {place.prefecture.ja}
    if place.ja in words:
        return []
    return [word for word in words if word in neighbours and not place.ja.startswith(word)]
