"""`python -m geocache` against a real local server that fails, errs or is not there."""

from __future__ import annotations

import socket
from itertools import pairwise

import pytest

from geocache.__main__ import DEFAULT_TIMEOUT, main
from geocache.fill import OUTAGES_BEFORE_STOP
from tests.geocache.conftest import WriteTable
from tests.geocache.nominatim_server import NominatimServer, Reply, answer_with, reply_json

SAKAI, KYOTO, KOBE = ("Osaka", "Sakai City"), ("Kyoto", "Kyoto City"), ("Hyogo", "Kobe City")
SENDAI, CHIBA = ("Miyagi", "Sendai"), ("Chiba", "Chiba City")


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(b"", 429), "unreachable. The service says: too many requests"),
        (Reply(b"", 503), "unreachable. No answer in time"),
        (Reply(b"", 500), "unreachable. The service failed"),
        (Reply(b"", 403), "unreachable. The service refuses access"),
        (Reply(b"<html></html>", content_type="text/html"), "unreachable. The answer is not JSON"),
        (Reply(b"", hold=True), "unreachable. No answer in time"),
        (reply_json([]), "not found. The service knows no place"),
        (answer_with("堺市, 大阪府", address={"ISO3166-2-lvl4": "JP-18"}), "not found. The answer"),
        (answer_with("堺市, 大阪府", lat="34.9290", lon="135.4300"), "km from the gazetteer's point"),
        (answer_with("堺市, 大阪府", lat=None, lon=None), "no latitude"),
    ],
)
def test_bad_answers_are_told_and_lose_nothing(
    write_table: WriteTable, server: NominatimServer, capsys: pytest.CaptureFixture[str], reply: Reply, told: str
) -> None:
    """Refreshing against a service that fails or errs says so, exits non-zero and leaves the file byte for byte."""
    path = write_table(SAKAI)
    assert main([]) == 0
    before = path.read_bytes()
    server.reply = lambda _: reply
    assert main(["--refresh", "--endpoint", server.endpoint, "--timeout", "0.5"]) == 1
    assert told in capsys.readouterr().out
    assert len(server.requests) == 1
    assert path.read_bytes() == before


def test_refused_connection_is_told(write_table: WriteTable, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody listens the place is called unreachable, not unknown; no file is made."""
    path = write_table(SAKAI)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert main(["--endpoint", f"http://127.0.0.1:{unused.getsockname()[1]}"]) == 1
    told = capsys.readouterr().out
    assert "Unreachable: 1 (Sakai 堺市)" in told
    assert "Not found: 0" in told
    assert not path.exists()


def test_outage_stops_the_run_after_three_tries(
    write_table: WriteTable, server: NominatimServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dead service is not asked about every city, at most once a second, and the rest is named as not asked."""
    write_table(SAKAI, KYOTO, KOBE, SENDAI, CHIBA)
    server.reply = lambda _: Reply(b"", 503)
    assert main(["--endpoint", server.endpoint]) == 1
    times = [request.time for request in server.requests]
    assert len(times) == 3
    assert all(later - earlier >= 1 for earlier, later in pairwise(times))
    assert ": 2 (Sendai 仙台市, Chiba 千葉市)" in capsys.readouterr().out


def test_default_timeout_ends_an_outage_within_half_a_minute() -> None:
    """Three lookups that never end take less than 30 s together, with room for the start of the program."""
    assert OUTAGES_BEFORE_STOP * (DEFAULT_TIMEOUT + 0.5) < 20
