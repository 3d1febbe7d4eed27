"""HTTPS questions to the recipe, whose certificate is its own."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from urllib.parse import urlsplit

TLS = ssl.create_default_context()
TLS.check_hostname = False
TLS.verify_mode = ssl.CERT_NONE  # a certificate made a moment ago for this machine alone
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """An answer as it came over the wire."""

    status: int
    headers: HTTPMessage
    body: bytes


def connect(url: str, source: str = "127.0.0.1") -> HTTPConnection:
    """Connect from one of this machine's own addresses; the recipe limits all but the usual one."""
    parts = urlsplit(url)
    if parts.scheme == "http":
        return HTTPConnection(parts.netloc, timeout=PATIENCE_SECONDS, source_address=(source, 0))
    return HTTPSConnection(parts.netloc, timeout=PATIENCE_SECONDS, source_address=(source, 0), context=TLS)


def ask(url: str, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask once, over a connection of its own."""
    connection = connect(url)
    try:
        return ask_on(connection, path, headers)
    finally:
        connection.close()


def ask_on(connection: HTTPConnection, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask over a connection that may be used again."""
    connection.request("GET", path, headers=dict(headers or {}))
    response = connection.getresponse()
    return Answer(response.status, response.headers, response.read())
