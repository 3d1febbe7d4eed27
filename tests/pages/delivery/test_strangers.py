"""Strangers cannot make others wait, fill the memory, or have the log speak of failures: the server, asked rudely."""

import asyncio
import contextlib
import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from pages.delivery.asset_folders import AssetFolder, find_folders
from pages.delivery.assets import AssetFiles
from pages.delivery.fail_open import list_failures
from tests.browser.server import RunningApp, start_app
from tests.local_server import Quiet, serve
from tests.pages.delivery.asgi import ask, make_scope, refuse
from tests.pages.delivery.client import request

OUTSIDE = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
PUBLIC = "https://map.example.org"
MAX_SECONDS = 2.0  # Streamlit waits as long for its outside host, each time; a busy machine needs some of it
MEGABYTE = 1_000_000


@dataclass
class Outside:
    """The way to other hosts: what was asked of them. Nobody gets an answer while the test lasts."""

    asked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextlib.contextmanager
def open_outside() -> Iterator[tuple[Outside, dict[str, str]]]:
    """Stand at the way to other hosts; yield what is asked there and the settings that lead there."""
    outside = Outside()

    class Way(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            outside.asked.append(self.requestline)
            outside.over.wait(10)

        do_CONNECT = do_GET  # noqa: N815 - as the standard library calls it

    with serve(Way) as url:
        settings = {name: "" if name == "NO_PROXY" else url for name in OUTSIDE}
        yield outside, settings | {name.lower(): value for name, value in settings.items()}
        outside.over.set()


@dataclass(frozen=True)
class Served:
    """The app as it is shipped, and what it asked of other hosts."""

    app: RunningApp
    outside: Outside


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """The app on all addresses of this machine, IPv6's included where there are any."""
    with socket.socket(socket.AF_INET6 if socket.has_ipv6 else socket.AF_INET) as probe:
        try:
            probe.bind(("::", 0))
            everywhere = "::"
        except OSError:
            everywhere = "0.0.0.0"
    with open_outside() as (outside, environment):
        arguments = ("--server.address", everywhere, "--server.corsAllowedOrigins", PUBLIC)
        with start_app(environment=environment, arguments=arguments) as app:
            yield Served(app, outside)


def open_socket(app: RunningApp, origin: str | None) -> ClientConnection:
    """Open a socket as a page of this origin does."""
    address = app.url.replace("http://", "ws://", 1) + "/_stcore/stream"
    named = None if origin is None else Origin(origin)
    return connect(address, origin=named, subprotocols=[Subprotocol("streamlit")], proxy=None)


def measure_health(app: RunningApp) -> float:
    """Ask whether the app is well; return the seconds that the answer took."""
    begin = time.monotonic()
    assert request(app.url, "/_stcore/health").status == 200
    return time.monotonic() - begin


def test_the_app_starts_without_asking_anybody(served: Served) -> None:
    """No network is needed: nothing is asked of other hosts, and the terminal shows where the app is."""
    assert served.outside.asked == []
    assert f"URL: http://localhost:{urlsplit(served.app.url).port}\n" in served.app.log()


def test_foreign_pages_are_refused_at_once_and_nobody_waits(served: Served) -> None:
    """Five sockets of another site's page: each gets 403, others are answered meanwhile, and no host is asked."""

    def knock(number: int) -> tuple[int, float]:
        begin = time.monotonic()
        with pytest.raises(InvalidStatus) as refused:
            open_socket(served.app, f"https://evil{number}.example")
        return refused.value.response.status_code, time.monotonic() - begin

    served.outside.asked.clear()
    with ThreadPoolExecutor(6) as pool:
        knocks = [pool.submit(knock, number) for number in range(5)]
        health = pool.submit(measure_health, served.app)
        statuses, seconds = zip(*[knock.result() for knock in knocks], strict=True)
    assert set(statuses) == {403}
    assert max(*seconds, health.result()) < MAX_SECONDS
    assert served.outside.asked == []


@pytest.mark.parametrize("origin", [PUBLIC, "http://localhost:3000", None])
def test_own_pages_and_programs_are_let_in(served: Served, origin: str | None) -> None:
    """The public address's page behind whatever proxy, one of this machine, and a program: all without a question."""
    served.outside.asked.clear()
    with open_socket(served.app, origin) as connection:
        assert connection.subprotocol == "streamlit"
    assert served.outside.asked == []


def test_a_proxy_of_this_machine_is_heard_by_any_of_its_addresses(served: Served) -> None:
    """Who asked by HTTPS gets links that say so, also where the proxy shows as ::ffff:127.0.0.1."""
    page = request(served.app.url, "/", {"Host": "localhost", "X-Forwarded-Proto": "https"}).body
    assert b"https://localhost" in page
    assert b"http://localhost" not in page


@pytest.mark.parametrize("megabytes", [190, 60])
def test_a_message_that_unfolds_is_cut_short(served: Served, megabytes: int) -> None:
    """Five sockets send little that would become much: each is closed as too big, memory stays, others are answered."""
    status = Path(f"/proc/{served.app.process.pid}/status")
    if not status.exists():
        pytest.skip("this system does not tell how much memory a process has had at most")

    def read_peak() -> int:
        (kilobytes,) = re.findall(r"VmHWM:\s*(\d+) kB", status.read_text())
        return int(kilobytes) * 1024

    def send_bomb(bomb: bytes) -> int | None:
        with open_socket(served.app, None) as connection:
            assert connection.response is not None
            assert "permessage-deflate" in connection.response.headers["Sec-WebSocket-Extensions"]
            connection.socket.sendall(bomb)
            with pytest.raises(ConnectionClosed) as closed:
                connection.recv(timeout=30)
            return closed.value.rcvd.code if closed.value.rcvd else None

    plain = Frame(Opcode.BINARY, fold_zeros(megabytes)).serialize(mask=True)
    bomb = bytes([plain[0] | 0x40]) + plain[1:]  # the bit that says: compressed
    send_bomb(bomb)  # the first visitor of all costs something else
    before = read_peak()
    with ThreadPoolExecutor(6) as pool:
        codes = [pool.submit(send_bomb, bomb) for _ in range(5)]
        health = pool.submit(measure_health, served.app)
        assert {code.result() for code in codes} == {1009}
        assert health.result() < MAX_SECONDS
    assert read_peak() - before < 30 * MEGABYTE


def fold_zeros(megabytes: int) -> bytes:
    """Compress zeros as a WebSocket's message holds them."""
    folder = zlib.compressobj(9, wbits=-12)
    parts = [folder.compress(bytes(MEGABYTE)) for _ in range(megabytes)]
    return b"".join([*parts, folder.flush(zlib.Z_SYNC_FLUSH)]).removesuffix(b"\x00\x00\xff\xff")


@pytest.mark.parametrize("method", ["PUT", "POST", "GET", "DELETE", "OPTIONS"])
def test_nothing_can_be_put_into_the_servers_memory(served: Served, method: str) -> None:
    """The app takes no files: the door for them is shut before anything is read, whoever knocks."""
    with socket.create_connection((urlsplit(served.app.url).hostname, urlsplit(served.app.url).port), 10) as client:
        head = [f"{method} /_stcore/upload_file/session/file HTTP/1.1", "Host: localhost", "Content-Length: 99000000"]
        client.sendall("\r\n".join([*head, "", ""]).encode())
        answer = client.makefile("rb").read()  # to the end: nothing more is waited for
    assert answer.startswith(b"HTTP/1.1 404 ")


@pytest.mark.parametrize("path", ["/oauth2callback", "/oauth2callback?state=x", "/auth/login", "/auth/logout"])
def test_no_login_is_offered_and_no_caller_logs_an_error(served: Served, path: str) -> None:
    """Nobody logs in here: such addresses are not there, and asking for them is no error of ours."""
    before = served.app.log()
    assert request(served.app.url, path).status == 404
    assert served.app.log() == before


VALUES = st.text(max_size=100) | st.sampled_from(
    ["bytes=0-", "bytes=9-1,,", "br;q=abc", '"', "Thu, 99 Nov 2026 99:99:99 GMT", "gzip;q=1;q=0,*;q=nan"]
)
NAMES = st.text(max_size=20) | st.sampled_from(
    ["a" * 5000, "ä" * 200, "a/" * 5000, "../" * 9, "js/\udcff", "%00", "\0", "index.html", "leaflet.js"]
)
ASKED = st.sampled_from(["accept-encoding", "range", "if-range", "if-none-match", "if-modified-since"])


FOLDERS = find_folders()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FOLDERS), NAMES, st.dictionaries(ASKED, VALUES))
def test_no_request_for_a_file_marks_a_piece_as_broken(folder: AssetFolder, name: str, headers: dict[str, str]) -> None:
    """Names longer than any file's, ways out, headers that mean nothing: an answer, and no failure is listed."""
    scope = {**make_scope("/", headers), "path": folder.prefix + name}
    answer = asyncio.run(ask(AssetFiles(refuse, folders=FOLDERS), scope))
    assert answer.status < 500
    assert list_failures() == ()
