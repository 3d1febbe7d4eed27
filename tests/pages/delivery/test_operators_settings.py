"""What an operator's settings change in the answers: hosts, the file for finders of holes, open counters, the log."""

import json
import re
import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.server import RunningApp
from tests.pages.delivery.client import TEXT, check, request


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("city.example.jp", "/", 200),
        ("city.example.jp.", "/", 200),
        ("CITY.example.jp:8501", "/data/cities.csv", 200),
        ("a.b.example.net", "/sheet", 200),
        ("map.example.org", "/about", 200),
        ("localhost", "/", 200),
        ("127.0.0.1:8501", "/", 200),
        ("[::1]:8501", "/", 200),
        ("10.1.2.3:8501", "/healthz", 200),
        ("10.1.2.3:8501", "/_stcore/health", 200),
        ("10.1.2.3:8501", "/", 421),
        ("evil.example", "/", 421),
        ("evil.example", "/sheet", 421),
        ("evil.example", "/qr.svg", 421),
        ("evil.example", "/data/cities.json", 421),
        ("evil.example", "/robots.txt", 421),
        ("evil.example", "/nope", 421),
        ("evil.example", "/_stcore/host-config", 421),
        ("example.net", "/", 421),
        ("evilexample.net", "/", 421),
        ("city.example.jp.evil.example", "/", 421),
        ("evil.example/", "/healthz", 400),
    ],
)
def test_only_the_operators_hosts_are_answered_for(guarded_app: RunningApp, host: str, path: str, status: int) -> None:
    """Those of the list, the public address's and this machine's; the health also for who asks by a bare address."""
    reply = request(guarded_app.url, path, {"Host": host})
    assert reply.status == status
    if status != 200:
        check(reply, status, {**TEXT, "Cache-Control": "no-store"})
        assert b"evil" not in reply.body


def test_the_log_says_once_which_host_was_refused(guarded_app: RunningApp) -> None:
    """Whoever forgot a host of his own finds it there, with the setting that takes it."""
    for _ in range(3):
        request(guarded_app.url, "/", {"Host": "forgotten.example"})
    lines = [line for line in guarded_app.log().splitlines() if "forgotten.example" in line]
    assert len(lines) == 1
    assert "MADOGUCHI_HOSTS" in lines[0]


@pytest.mark.parametrize("path", ["/", "/cities?lang=vi", "/about", "/?city=kobe", "/sheet?city=kobe", "/qr.svg"])
def test_nothing_that_a_stranger_sends_stands_in_what_is_made(guarded_app: RunningApp, path: str) -> None:
    """Host and what proxies say change no byte of pages, sheets and codes: canonical, previews, links to copy."""
    plain = request(guarded_app.url, path, {"Host": "city.example.jp"})
    hostile = {
        "Host": "evil.example.net:81",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Port": "666",
        "X-Forwarded-Prefix": "/evil",
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Server": "evil.example",
        "X-Original-URL": "/evil",
        "X-Rewrite-URL": "/evil",
        "Forwarded": "host=evil.example;proto=https",
    }
    assert request(guarded_app.url, path, hostile).body == plain.body


@pytest.mark.parametrize(("host", "status"), [("evil.example", 403), ("city.example.jp", 101)])
def test_a_socket_is_opened_under_the_same_names(guarded_app: RunningApp, host: str, status: int) -> None:
    """A page that has made its own name mean this server (DNS rebinding) gets no socket."""
    handshake = {
        "Host": host,
        "Origin": f"http://{host}",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Protocol": "streamlit",
    }
    assert request(guarded_app.url, "/_stcore/stream", handshake).status == status


def test_finders_of_holes_are_told_whom_to_write_to(guarded_app: RunningApp) -> None:
    """As RFC 9116 has it: contact, an end within a year, and the address at which the file stands."""
    reply = request(guarded_app.url, "/.well-known/security.txt")
    check(reply, 200, TEXT)
    fields = dict(re.findall(r"^([\w-]+): (.+)$", reply.body.decode(), re.MULTILINE))
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == "https://map.example.org/sub/.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=100) < left < timedelta(days=365)


def test_the_operator_can_open_the_counters(guarded_app: RunningApp) -> None:
    """Who has said so gets Streamlit's metrics and the description of its interface for programs."""
    assert b"# EOF" in request(guarded_app.url, "/_stcore/metrics").body
    assert "openapi" in json.loads(request(guarded_app.url, "/_stcore/agent/openapi.json").body)


def test_the_log_begins_with_what_is_served_and_how(guarded_app: RunningApp) -> None:
    """One line before the first visitor: version and counts of the data, the settings in force by name alone."""
    health = json.loads(request(guarded_app.url, "/healthz").body)["data"]
    deadline = time.monotonic() + 30  # it is written beside the first answers
    while "The app starts." not in guarded_app.log() and time.monotonic() < deadline:
        request(guarded_app.url, "/healthz")
    (line,) = [line for line in guarded_app.log().splitlines() if "The app starts." in line]
    assert f"data={health['version']} cities=20 coordinates=20 associations=65 counters=67 problems=0" in line
    assert line.endswith(
        'settings="MADOGUCHI_HOSTS MADOGUCHI_METRICS MADOGUCHI_SECURITY_CONTACT MADOGUCHI_SESSIONS MADOGUCHI_URL"'
    )
    assert "example" not in line
