"""What each kind of request is answered with, by the real server: method, address, headers; status, chosen headers."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.browser.server import RunningApp
from tests.pages.delivery.client import HTML, TEXT, Heads, check, request

PAGE = {"Accept": "text/html,*/*;q=0.8"}
READS = {"Allow": "GET, HEAD"}
LONG = "a" * 9000
OFTEN_ANEW = {"date", "set-cookie"}  # of an answer, at each request

READABLE: list[tuple[str, int, Heads]] = [
    ("/", 200, HTML),
    ("/?lang=vi&city=kobe", 200, HTML),
    ("/?q=%FF%00%zz&city=nowhere", 200, HTML),
    ("/cities", 200, HTML),
    ("/about", 200, HTML),
    ("/changes", 200, HTML),
    ("/changes?lang=my&prefecture=osaka&page=99&q=x", 200, HTML),
    ("/quality", 200, HTML),
    ("/quality?lang=ne&prefecture=osaka&missing=certainty", 200, HTML),
    ("/quality?missing=%00&city=nowhere", 200, HTML),
    ("/data/quality.csv", 200, {"Content-Type": "text/csv; charset=utf-8", "Access-Control-Allow-Origin": "*"}),
    ("/data/quality.csv?city=kobe&missing=answer&lang=xx", 200, {"Content-Type": "text/csv; charset=utf-8"}),
    ("/feed.atom", 200, {"Content-Type": "application/atom+xml", "Access-Control-Allow-Origin": "*"}),
    (
        "/feed.json?city=sendai&lang=vi",
        200,
        {"Content-Type": "application/feed+json", "Access-Control-Allow-Origin": "*"},
    ),
    ("/feed.atom?prefecture=%00&lang=xx&city=nowhere&x=y", 200, {"Content-Type": "application/atom+xml"}),
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
    ("/changes/", 308, {"Location": "../changes"}),
    ("/quality/", 308, {"Location": "../quality"}),
    ("/data/Quality.csv", 308, {"Location": "../data/quality.csv"}),
    ("/Feed.atom", 308, {"Location": "./feed.atom"}),
    ("/feed", 404, HTML),
    ("/feed.rss", 404, HTML),
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
        *(
            (method, path, 405, READS)
            for path in ("/", "/cities", "/about", "/changes", "/quality", "/data/quality.csv")
            for method in ("POST", "OPTIONS")
        ),
        *((method, path, 405, READS) for path in ("/sheet", "/qr.svg", "/healthz") for method in ("PUT", "PATCH")),
        *(("DELETE", f"/data/cities.{kind}", 405, READS) for kind in ("csv", "json", "kml")),
        ("TRACE", "/", 405, READS),
        ("BREW", "/about", 405, READS),
        ("POST", "/robots.txt", 405, READS),
        *(("POST", f"/feed.{kind}", 405, READS) for kind in ("atom", "json")),
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


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}], ids=repr)
@pytest.mark.parametrize("path", ["/", "/cities?city=kobe", "/about?lang=vi", "/sheet?city=kobe", "/robots.txt"])
def test_a_strangers_host_stands_in_no_answer(cold_app: RunningApp, path: str, headers: Heads) -> None:
    """Without settings too: such a page has relative addresses, and robots.txt names no sitemap."""
    reply = request(cold_app.url, path, headers)
    assert (reply.status, b"evil" in reply.body) == (200, False)


@pytest.mark.parametrize(("host", "status"), [("evil.example", 404), ("localhost:8501", 200), ("192.168.0.7", 200)])
@pytest.mark.parametrize("path", ["/qr.svg?city=kobe", "/sitemap.xml"])
def test_what_needs_a_whole_address_needs_a_known_host(cold_app: RunningApp, path: str, host: str, status: int) -> None:
    """A code and a sitemap there are for this machine's and its neighbours' addresses, and where a setting names it."""
    assert request(cold_app.url, path, {"Host": host}).status == status


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


def test_what_is_not_there_is_said_in_the_readers_language(cold_app: RunningApp) -> None:
    """By a page for a browser, by a line for a program."""
    for accept in ("text/html", "*/*"):
        reply = request(cold_app.url, "/nope.txt", {"Accept": accept, "Accept-Language": "vi"})
        assert "Không có trang nào ở địa chỉ này." in reply.body.decode()
