"""A real local server that plays many sites at once, by the name it is asked under, with and without TLS."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any

TLS_HANDSHAKE = b"\x16"
PIECE = 65_536


@dataclass(frozen=True)
class Asked:
    """A request that arrived: when it came and was over (seconds of a steady clock), and what it asked."""

    host: str
    method: str
    path: str
    headers: Mapping[str, str]
    begun: float
    ended: float


@dataclass
class Visitor:
    """Whoever asks now: what is asked, and the way to answer."""

    method: str
    path: str
    host: str
    headers: Mapping[str, str]
    connection: socket.socket
    closing: threading.Event

    def send(self, raw: bytes) -> None:
        """Send bytes as they are."""
        self.connection.sendall(raw)

    def answer(self, status: int = 200, body: bytes | str = b"", **headers: str) -> None:
        """Send a whole answer; a header's name has _ for -."""
        content = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in named.items()), "Connection: close"]
        self.send("\r\n".join([*lines, "", ""]).encode("utf-8") + (b"" if self.method == "HEAD" else content))


Site = Callable[[Visitor], None]


@dataclass
class SiteServer:
    """The running server: where it is, and what it was asked."""

    port: int
    sites: dict[str, Site]
    certificates: Mapping[str, ssl.SSLContext]  # by host; "" for all others
    robots: dict[str, Site] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def list_asked(self, host: str) -> list[str]:
        """List what a host was asked, in order: "HEAD /page"."""
        return [f"{one.method} {one.path}" for one in self.asked if one.host == host]


@contextmanager
def serve_sites(sites: dict[str, Site], certificates: Mapping[str, ssl.SSLContext]) -> Iterator[SiteServer]:
    """Play the sites until the block ends; a host without a file robots.txt of its own has none."""
    server = SiteServer(0, sites, certificates)

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                _handle(self.request, server)

    with _Listener(("127.0.0.1", 0), Handler) as listener:
        server.port = listener.server_address[1]
        thread = threading.Thread(target=listener.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            listener.shutdown()
            thread.join()


class _Listener(ThreadingTCPServer):
    request_queue_size = 64
    allow_reuse_address = True

    def handle_error(self, *_failed: object) -> None:
        """Say nothing: clients that hang up are what some tests are about."""


def _handle(connection: socket.socket, server: SiteServer) -> None:
    begun = time.monotonic()
    if connection.recv(1, socket.MSG_PEEK) == TLS_HANDSHAKE:
        connection = _wrap(connection, server)
    visitor = _read_request(connection, server)
    if visitor is None:
        return
    play = server.robots.get(visitor.host, _have_no_robots) if visitor.path == "/robots.txt" else None
    try:
        (play or server.sites[visitor.host])(visitor)
    finally:
        ended = time.monotonic()
        server.asked.append(Asked(visitor.host, visitor.method, visitor.path, visitor.headers, begun, ended))
        with suppress(OSError):
            connection.close()


def _have_no_robots(visitor: Visitor) -> None:
    visitor.answer(404, "no such file")


def _wrap(connection: socket.socket, server: SiteServer) -> ssl.SSLSocket:
    def choose(wrapped: ssl.SSLObject | ssl.SSLSocket, name: str | None, _context: Any) -> None:
        wrapped.context = server.certificates.get(name or "", server.certificates[""])

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = choose
    return context.wrap_socket(connection, server_side=True)


def _read_request(connection: socket.socket, server: SiteServer) -> Visitor | None:
    raw = b""
    while b"\r\n\r\n" not in raw:
        piece = connection.recv(PIECE)
        if not piece:
            return None
        raw += piece
    first, *lines = raw.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, path, _version = first.split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    host = headers["host"].partition(":")[0]
    return Visitor(method, path, host, headers, connection, server.closing)
