"""Ask a server over HTTP, by a raw path and raw headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlsplit


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
