"""Ask a server over HTTP, by a raw path and raw headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlsplit

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
Heads = Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """An answer as it came over the wire."""

    status: int
    headers: HTTPMessage
    body: bytes


def request(url: str, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Reply:
    """Send one request; the path goes out as it is, dots and all."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())
    finally:
        connection.close()


def check(reply: Reply, status: int, heads: Heads) -> None:
    """Hold an answer to its status and headers."""
    assert reply.status == status
    assert {name: reply.headers[name] for name in heads} == heads
