"""Nominatim: what is asked, how politely, which answers are believed, and what every failure is called."""

from __future__ import annotations

import socket
from collections.abc import Mapping

import pytest

from data.places.gazetteer import find_place
from data.records import Place
from geocache.answer import Lookup, Outcome
from geocache.nominatim import judge_result, open_nominatim
from tests.geocache.nominatim_server import NominatimServer, Reply, answer_with, reply_json

QUICK = 0.5  # seconds; enough for a server on this machine


def place_of(code: str) -> Place:
    """Return a place that must exist."""
    place = find_place(code)
    assert place is not None
    return place


SAKAI = place_of("271403")
KUSHIRO = place_of("012068")
OSAKA_PREFECTURE = place_of("270008")


def ask(server: NominatimServer, place: Place = SAKAI) -> Lookup:
    """Ask the local server about one place."""
    return open_nominatim(server.endpoint, timeout=5)(place)


def test_a_good_answer_is_found(server: NominatimServer) -> None:
    """The point and the name are the server's."""
    answer = ask(server)
    assert answer.outcome is Outcome.FOUND
    assert answer.point is not None
    assert answer.point.provider == "nominatim"
    assert answer.point.matched_name == "堺市, 大阪府, 日本"
    assert (answer.point.latitude, answer.point.longitude) == pytest.approx((SAKAI.latitude, SAKAI.longitude), abs=1e-6)


def test_what_is_asked(server: NominatimServer) -> None:
    """The city with its prefecture, in Japan, in Japanese, by a client that says which project it is."""
    ask(server)
    (request,) = server.requests
    assert request.path == "/search"
    assert request.parameters == {
        "q": "堺市, 大阪府",
        "format": "json",
        "limit": "1",
        "countrycodes": "jp",
        "addressdetails": "1",
        "accept-language": "ja",
    }
    assert request.headers["User-Agent"].startswith("madoguchi-map ")


def test_server_below_a_path(server: NominatimServer) -> None:
    """An endpoint may carry a path."""
    answer = open_nominatim(f"{server.endpoint}/nominatim/", timeout=5)(SAKAI)
    assert answer.outcome is Outcome.FOUND
    assert server.requests[0].path == "/nominatim/search"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(b"", 429), "too many requests"),
        (Reply(b"", 503), "No answer in time"),
        (Reply(b"", 504), "No answer in time"),
        (Reply(b"", 500), "service failed"),
        (Reply(b"", 502), "service failed"),
        (Reply(b"", 403), "refuses access"),
        (Reply(b"<html>Maintenance</html>", content_type="text/html"), "not JSON"),
        (Reply(b"\xff\xfe", content_type="application/json; charset=utf-8"), "not JSON"),
        (Reply(b"[]", content_type="application/json; charset=no-such"), "not shaped"),
        (Reply(b'{"error": "database is down"}'), "database is down"),
        (Reply(b"5"), "not shaped"),
        (Reply(b'["text"]'), "not shaped"),
        (Reply(b"[" * 100_000), "not shaped"),
        (Reply(b'[{"lat": "north", "lon": "east", "display_name": "x"}]'), "not shaped"),
        (Reply(b'[{"lat": "34.5", "lon": "135.4"}]'), "not shaped"),
        (Reply(b'[{"lat": "34.5", "display_name": "x"}]'), "not shaped"),
        (Reply(b'[{"lat": "135.4", "lon": "34.5", "display_name": "x"}]'), "Latitude"),
    ],
)
def test_failure_is_unreachable_and_asked_once(server: NominatimServer, reply: Reply, told: str) -> None:
    """A failing service is no "not found", is told in words, and is not asked a second time behind our back."""
    server.reply = lambda _: reply
    answer = ask(server)
    assert (answer.outcome, answer.point) == (Outcome.UNREACHABLE, None)
    assert told in answer.reason
    assert len(answer.reason) < 400
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "reply", [Reply(b"", hold=True), Reply(b"[", dribble=True)], ids=["says nothing", "dribbles for ever"]
)
def test_slow_service_is_left(server: NominatimServer, reply: Reply) -> None:
    """The timeout bounds the whole lookup, also if the server sends a byte now and then."""
    server.reply = lambda _: reply
    answer = open_nominatim(server.endpoint, QUICK)(SAKAI)
    assert answer.outcome is Outcome.UNREACHABLE
    assert "No answer in time" in answer.reason
    assert len(server.requests) == 1


def test_nobody_listens() -> None:
    """A refused connection is unreachable."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        answer = open_nominatim(f"http://127.0.0.1:{unused.getsockname()[1]}", QUICK)(SAKAI)
    assert answer.outcome is Outcome.UNREACHABLE
    assert "refused" in answer.reason


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"address": {"ISO3166-2-lvl4": "JP-18"}}, "lies in JP-18, not in JP-27"),
        ({"lat": "36.2110", "lon": "136.2314", "address": {}}, "km outside 大阪府"),
        ({"lat": "36.2110", "lon": "136.2314", "address": None}, "km outside 大阪府"),
        ({"lat": "34.9290", "lon": "135.4300"}, "km from the gazetteer's point of 堺市"),
        ({"lat": None}, "no latitude or no longitude"),
        ({"lat": "0", "lon": "0"}, "outside Japan"),
        ({"lat": "48.85", "lon": "2.35"}, "outside Japan"),
        ({"display_name": "大阪市, 大阪府, 日本"}, "names 大阪市, not 堺市"),
    ],
)
def test_wrong_place_is_refused(server: NominatimServer, changes: Mapping[str, object], told: str) -> None:
    """An answer elsewhere, without a point, or naming another municipality counts as not found and says why."""
    server.reply = lambda query: answer_with(query, **changes)
    answer = ask(server)
    assert (answer.outcome, answer.point) == (Outcome.NOT_FOUND, None)
    assert told in answer.reason


def test_empty_list_is_not_found(server: NominatimServer) -> None:
    """The service answered: it knows no such place."""
    server.reply = lambda _: reply_json([])
    answer = ask(server)
    assert answer.outcome is Outcome.NOT_FOUND
    assert "knows no place" in answer.reason


def test_prefecture_without_iso_code_is_judged_by_its_polygon(server: NominatimServer) -> None:
    """A server that leaves out the prefecture's code is still usable."""
    server.reply = lambda query: answer_with(query, address={"city": "堺市"})
    assert ask(server).outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("釧路市, 釧路総合振興局, 北海道, 日本", Outcome.FOUND),
        ("釧路町, 釧路郡, 北海道, 日本", Outcome.NOT_FOUND),
        ("Kushiro, Hokkaido, Japan", Outcome.FOUND),
        ("", Outcome.FOUND),
    ],
)
def test_namesake_next_door_is_told_apart(name: str, outcome: Outcome) -> None:
    """釧路町 is 7 km from 釧路市: only the name parts them; a name in another script is no reason to refuse."""
    raw = {"lat": KUSHIRO.latitude, "lon": KUSHIRO.longitude, "display_name": name}
    assert judge_result(KUSHIRO, raw).outcome is outcome


def test_ward_may_name_its_city() -> None:
    """The result of a ward names the ward and its city."""
    ward = place_of("271411")
    raw = {"lat": ward.latitude, "lon": ward.longitude, "display_name": "堺区, 堺市, 大阪府, 日本"}
    assert judge_result(ward, raw).outcome is Outcome.FOUND


def test_foreign_name_becomes_one_short_line() -> None:
    """Whatever the service calls the place is kept as data: on one line, not endless."""
    raw = {"lat": SAKAI.latitude, "lon": SAKAI.longitude, "display_name": "=1+1\r\n\x1b[31m\ud800" + "x" * 5000}
    point = judge_result(SAKAI, raw).point
    assert point is not None
    assert point.matched_name.startswith("=1+1")
    assert point.matched_name.isprintable()
    assert len(point.matched_name) <= 200


def test_prefectural_government_is_not_asked(server: NominatimServer) -> None:
    """Without an office in the gazetteer no answer could be judged: the middle comes from the boundaries."""
    answer = ask(server, OSAKA_PREFECTURE)
    assert answer.point is not None
    assert answer.point.provider == "boundary"
    assert server.requests == []


def test_one_request_a_second(server: NominatimServer) -> None:
    """At the server two requests are at least a second apart."""
    find = open_nominatim(server.endpoint, timeout=5)
    assert [find(SAKAI).outcome, find(KUSHIRO).outcome] == [Outcome.FOUND, Outcome.FOUND]
    first, second = server.requests
    assert second.time - first.time >= 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "localhost:8080",
        "ftp://localhost",
        "http://",
        "http:///search",
        "http://localhost:port",
        "http://localhost:99999",
        "http://user:secret@localhost",
        "http://localhost/?q=1",
        "http://localhost/#top",
        "",
    ],
)
def test_endpoint_that_is_no_address_is_refused(endpoint: str) -> None:
    """A wrong address is refused before anything is asked."""
    with pytest.raises(ValueError, match=r"endpoint|[Pp]ort"):
        open_nominatim(endpoint, QUICK)
