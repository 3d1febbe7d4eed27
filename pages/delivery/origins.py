"""Origin check: which pages may open a socket to the app, decided before Streamlit is asked.

Streamlit asks an outside host for its own address before it refuses, or allows, a page of another host: on the event
loop, so that everybody waits for as long as that takes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.fail_open import attempt

PIECE = "origin check"
HERE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})  # noqa: S104 - what Streamlit allows, and IPv6's
PORTS = {"http": ":80", "https": ":443"}  # browsers leave these out, proxies may add them
REFUSED = 1008  # a socket closed before it is accepted is answered with 403
MAX_WARNINGS = 20  # a stranger's ever new names do not fill the log

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Origins:
    """The hosts whose pages may open a socket, beside the app's own; `everyone`: Streamlit's enableCORS is off."""

    hosts: frozenset[str] = frozenset()
    everyone: bool = False

    def accept(self, origin: str | None, asked: Iterable[str]) -> bool:
        """Whether a page of this origin may open a socket that was asked for under one of these hosts.

        No origin is no page: programs send none, and browsers always do.
        """
        if origin is None or self.everyone:
            return True
        try:
            parts = urlsplit(origin)
            name = parts.hostname
        except ValueError:
            return False
        ours = {_name_host(host, parts.scheme) for host in asked}
        return bool(name) and (_name_host(parts.netloc, parts.scheme) in ours or name in HERE | self.hosts)


def gather_hosts(addresses: Iterable[str]) -> frozenset[str]:
    """Gather the names of hosts from addresses, with a scheme or without; what is none is left out."""
    names: set[str] = set()
    for address in addresses:
        try:
            name = urlsplit(address if "//" in address else f"//{address}").hostname or ""
            names.add(name if ":" in name else name.encode("idna").decode())  # as browsers write it
        except ValueError:
            continue
    return frozenset(names - {""})


class OriginCheck:
    """Middleware that refuses a foreign page's socket at once; Streamlit sees only its own pages' sockets."""

    def __init__(self, app: ASGIApp, *, origins: Origins) -> None:
        """Take the origins to accept beside the app's own."""
        self.app = app
        self._origins = origins
        self._warned: set[tuple[str, str]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refused handshake with 403; pass everything else on."""
        if scope["type"] == "websocket" and not self._origins.everyone:
            unasked: Scope | None = scope  # Streamlit asks itself
            vouched = attempt(PIECE, lambda: self._vouch(scope), unasked)
            if vouched is None:
                await receive()
                return await send({"type": "websocket.close", "code": REFUSED})
            scope = vouched
        return await self.app(scope, receive, send)

    def _vouch(self, scope: Scope) -> Scope | None:
        """Return the handshake in words that Streamlit accepts without a question; None for one that is refused."""
        headers = Headers(raw=[(name.lower(), value) for name, value in scope["headers"]])
        origin, host = headers.get("origin"), headers.get("host", "")
        # a page cannot set this header for a socket; a proxy that renames the host does
        forwarded = headers.get("x-forwarded-host", "").split(",")[0].strip()
        if not self._origins.accept(origin, [name for name in (host, forwarded) if name]):
            self._warn(origin or "", host)
            return None
        if origin is None or urlsplit(origin).netloc == host:
            return scope
        kept = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
        return {**scope, "headers": [*kept, (b"origin", f"{urlsplit(origin).scheme}://{host}".encode("latin-1"))]}

    def _warn(self, origin: str, host: str) -> None:
        pair = (origin[:100], host[:100])
        if pair not in self._warned and len(self._warned) < MAX_WARNINGS:
            self._warned.add(pair)
            logger.warning(
                "Refused a socket to a page of %r, asked for as %r. If that page is this app's, behind a proxy:"
                " set MADOGUCHI_URL or server.corsAllowedOrigins to its address, or let the proxy pass the host on.",
                *pair,
            )


def _name_host(host: str, scheme: str) -> str:
    return host.lower().removesuffix(PORTS.get(scheme.lower(), " "))
