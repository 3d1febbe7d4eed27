"""What each kind of request is answered with, by the real server: method, address, headers; status, chosen headers."""

import json
import re
import socket
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.server import RunningApp, start_app
from tests.pages.delivery.client import Reply, request

PAGE = {"Accept": "text/html,*/*;q=0.8"}
READS = {"Allow": "GET, HEAD"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
LONG = "a" * 9000
OFTEN_ANEW = {"date", "set-cookie"}  # of an answer, at each request
Heads = Mapping[str, str]

READABLE: list[tuple[str, int, Heads]] = [
    ("/", 200, HTML),
    ("/?lang=vi&city=kobe", 200, HTML),
    ("/?q=%FF%00%zz&city=nowhere", 200, HTML),
    ("/cities", 200, HTML),
    ("/about", 200, HTML),
    ("/sheet?lang=ja", 200, HTML),
    ("/qr.svg?of=cities", 200, {"Content-Type": "image/svg+xml"}),
    ("/data/cities.csv", 200, {"Content-Type": "text/csv; charset=utf-8", "Access-Control-Allow-Origin": "*"}),
    ("/data/cities.geojson?prefecture=osaka", 200, {"Content-Type": "application/geo+json"}),
    ("/data/datapackage.json", 200, {"Content-Type": "application/json"}),
    ("/robots.txt", 200, TEXT),
    ("/sitemap.xml", 200, {"Content-Type": "application/xml"}),
    ("/preview.png", 200, {"Content-Type": "image/png"}),
    ("/favicon.svg", 200, {"Content-Type": "image/svg+xml"}),
    ("/favicon.png", 200, {"Content-Type": "image/png"}),
    ("/healthz", 200, {"Content-Type": "application/json", "Cache-Control": "no-store"}),
    ("/_stcore/health", 200, TEXT),
    ("/_stcore/host-config", 200, {"Content-Type": "application/json"}),
    ("/cities/", 308, {"Location": "../cities"}),
    ("/data/Cities.CSV", 308, {"Location": "../data/cities.csv"}),
    ("/nope", 404, HTML),
    ("/nope.php", 404, HTML),
    ("/.env", 404, HTML),
    ("/about/x", 404, HTML),
    ("/cities/x.csv", 404, HTML),
    ("/data", 404, HTML),
    ("/data/nope.csv", 404, HTML),
    ("/nope?lang=vi", 404, HTML),
    ("/.well-known/security.txt", 404, HTML),
    ("/static", 404, HTML),
    ("/static/nope.js", 404, HTML),
    ("/static/js/index.nope.js", 404, HTML),
    ("/app", 404, HTML),
    ("/app/static/nope", 404, HTML),
    ("/component", 404, HTML),
    ("/component/nope/nope.js", 404, TEXT),
    ("/component/pages.app.frame.page/nope.js", 404, TEXT),
    ("/media", 404, HTML),
    ("/media/nope.csv", 404, TEXT),
    ("/_stcore", 404, HTML),
    ("/_stcore/", 404, HTML),
    ("/_stcore/nope", 404, HTML),
    ("/_stcore/stream", 204, {"Cache-Control": "no-store"}),  # there is place
    ("/_stcore/script-health-check", 404, HTML),
    ("/_stcore/metrics", 404, TEXT),
    ("/_stcore/agent", 404, TEXT),
    ("/_stcore/agent/openapi.json", 404, TEXT),
    ("/_stcore/upload_file/a/b", 404, TEXT),
    ("/oauth2callback", 404, TEXT),
    ("/%00", 400, TEXT),
    ("/%zz", 400, TEXT),
    ("/%", 400, TEXT),
    ("/%ff", 400, TEXT),
    ("/a%0d%0aSet-Cookie:%20a=b", 400, TEXT),
    ("//evil.example", 400, {}),
    ("/..%2f..%2fetc/passwd", 400, {}),
    ("/%5c%5cevil.example", 400, {}),
    (f"/{LONG}", 414, TEXT),
    (f"/?q={LONG}", 414, TEXT),
    (f"/data/cities.csv?q={LONG}", 414, TEXT),
]


def check(reply: Reply, status: int, heads: Heads) -> None:
    """Hold an answer to its status and headers."""
    assert reply.status == status
    assert {name: reply.headers[name] for name in heads} == heads


@pytest.mark.parametrize(("path", "status", "heads"), READABLE, ids=[path[:40] for path, _, _ in READABLE])
def test_what_is_read_is_answered_alike_with_and_without_its_body(
    cold_app: RunningApp, path: str, status: int, heads: Heads
) -> None:
    """GET has the status and headers of the table; HEAD has the same, every other header too, and no body."""
    answer, head = (request(cold_app.url, path, PAGE, method) for method in ("GET", "HEAD"))
    check(answer, status, heads)
    assert (head.status, head.body) == (status, b"")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    kept, same = (
        {name: text for name, text in reply.headers.items() if name not in OFTEN_ANEW} for reply in (answer, head)
    )
    assert same == kept


@pytest.mark.parametrize(
    ("method", "path", "status", "heads"),
    [
        *((method, path, 405, READS) for path in ("/", "/cities", "/about") for method in ("POST", "OPTIONS")),
        *((method, path, 405, READS) for path in ("/sheet", "/qr.svg", "/healthz") for method in ("PUT", "PATCH")),
        *(("DELETE", f"/data/cities.{kind}", 405, READS) for kind in ("csv", "json", "kml")),
        ("TRACE", "/", 405, READS),
        ("BREW", "/about", 405, READS),
        ("POST", "/robots.txt", 405, READS),
        ("POST", "/_stcore/health", 405, READS),
        ("POST", "/component/pages.app.frame.page/nope.js", 405, READS),
        ("POST", "/nope", 404, TEXT),
        ("OPTIONS", "/nope.php", 404, TEXT),
        ("DELETE", "/data/nope.csv", 404, TEXT),
        ("PUT", "/_stcore/upload_file/a/b", 404, TEXT),
        ("POST", "/_stcore/agent/mcp", 404, TEXT),
        ("POST", f"/{LONG}", 414, TEXT),
        ("POST", "/%00", 400, TEXT),
    ],
)
def test_other_methods_are_refused_by_name(
    cold_app: RunningApp, method: str, path: str, status: int, heads: Heads
) -> None:
    """405 says what is allowed; where nothing is, and what is malformed or too long, is that for every method."""
    check(request(cold_app.url, path, method=method), status, heads)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "map.example.org"}, 200),  # no list of hosts is set
        ({"Host": "MAP.example.org:8501"}, 200),
        ({"Host": "[::1]:8501"}, 200),
        ({"Host": "my_app"}, 200),
        ({"Host": f"{'a' * 300}.example"}, 400),
        ({"Host": ""}, 400),
        ({"Host": "a b"}, 400),
        ({"Host": "a/b"}, 400),
        ({"Host": "a@b"}, 400),
        ({"Host": '"onload='}, 400),
        ({"Host": "a:99999"}, 400),
        ({"Host": "a..b"}, 400),
        ({"Host": "\u00ff.example"}, 400),
        ({"Cookie": "a=" + "b" * 40_000}, 431),
        ({f"X-{number}": "c" * 1000 for number in range(40)}, 431),
        ({"Accept": "\u00ff", "Accept-Language": ";;q=,*", "Cookie": "=;=;madoguchi-lang=\u00ff"}, 200),
        ({"Range": "bytes=5-1,-,x", "If-None-Match": "W/", "If-Modified-Since": "never"}, 200),
        ({"Accept-Encoding": "br;q=9,gzip;q=-1"}, 200),
        ({"X-Forwarded-Proto": "javascript", "X-Forwarded-For": "'", "Forwarded": "host=evil.example"}, 200),
    ],
    ids=repr,
)
def test_headers_of_any_kind_get_an_answer(cold_app: RunningApp, headers: Heads, status: int) -> None:
    """What is no host or is too much is refused in plain text; what means nothing is not heard."""
    check(request(cold_app.url, "/about", headers), status, HTML if status == 200 else TEXT)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"GET / HTTP/1.0\r\n\r\n", b"200"),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"400"),
        (b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"400"),
        ("GET /東京 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode(), b"400"),
        (b"\x16\x03\x01\x02\x00\r\n\r\n", b"400"),
    ],
)
def test_what_no_browser_sends_is_answered_too(cold_app: RunningApp, text: bytes, status: bytes) -> None:
    """A probe that names no host gets the page; what is not HTTP as it is written gets 400."""
    parts = urlsplit(cold_app.url)
    with socket.create_connection((parts.hostname, parts.port), 10) as client:
        client.sendall(text)
        assert client.makefile("rb").readline().split()[1] == status


PIECES = st.sampled_from(
    [
        *(
            "",
            ".",
            "..",
            "%2e%2e",
            "%00",
            "%0d%0a",
            "%ff",
            "%e5%a0%ba",
            "%",
            ";",
            "~",
            "*",
            "\\",
            "'",
            '"',
            "{{7*7}}",
            "<b>",
        ),
        *(
            "_stcore",
            "component",
            "media",
            "static",
            "data",
            "cities",
            "about",
            "sheet",
            "qr.svg",
            "healthz",
            "index.html",
        ),
    ]
)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["lang", "prefecture", "q", "city", "page", "speaks", "of", "embed", "x", "", "%00", "\xff"]),
        PIECES | st.sampled_from(["vi", "osaka", "-1", "9" * 50, "kobe", "true", "5300001", "\xe5\xa0\xba"]),
    ),
    max_size=4,
)
SENT = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Encoding", "Accept-Language", "Cookie", "Range", "If-None-Match", "Save-Data"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=255, exclude_characters="\x7f"), max_size=60),
    max_size=3,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["GET", "HEAD", "POST"]), st.lists(PIECES, max_size=4), QUERIES, SENT)
def test_no_request_breaks_the_server(
    cold_app: RunningApp, method: str, pieces: list[str], query: list[tuple[str, str]], headers: dict[str, str]
) -> None:
    """Whatever is put together of addresses, parameters and headers that mean something here: never 500."""
    target = f"/{'/'.join(pieces)}?{'&'.join(f'{name}={value}' for name, value in query)}"
    lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    parts = urlsplit(cold_app.url)
    with socket.create_connection((parts.hostname, parts.port), 20) as client:
        client.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        assert client.makefile("rb").readline().split()[1] < b"500"
    assert "incident=" not in cold_app.log()


def test_what_is_not_there_is_said_in_the_readers_language(cold_app: RunningApp) -> None:
    """By a page for a browser, by a line for a program."""
    for accept in ("text/html", "*/*"):
        reply = request(cold_app.url, "/nope.txt", {"Accept": accept, "Accept-Language": "vi"})
        assert "Không có trang nào ở địa chỉ này." in reply.body.decode()


@pytest.fixture(scope="module")
def guarded_app() -> Iterator[RunningApp]:
    """The app of an operator who has set what can be set, and let a proxy on this machine tell everything."""
    environment = {
        "MADOGUCHI_URL": "https://map.example.org/sub",
        "MADOGUCHI_HOSTS": "city.example.jp, *.example.net",
        "MADOGUCHI_SECURITY_CONTACT": "security@example.org",
        "MADOGUCHI_METRICS": "yes",
    }
    with start_app(environment=environment) as app:
        yield app


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
    (line,) = [line for line in guarded_app.log().splitlines() if "The app starts." in line]
    assert f"data={health['version']} cities=20 coordinates=20 associations=65 counters=67 problems=0" in line
    assert line.endswith('settings="MADOGUCHI_HOSTS MADOGUCHI_METRICS MADOGUCHI_SECURITY_CONTACT MADOGUCHI_URL"')
    assert "example" not in line
