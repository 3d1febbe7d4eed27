"""Gzip that a client refuses: Streamlit does not hear of it, so that it cannot send it.

A workaround. Its compression looks for the word gzip in Accept-Encoding, so that `gzip;q=0` (no gzip, RFC 9110, 12.5.3)
gets it gzip: for its own answers, and for those of our routes, which lie behind it. It may go when Starlette's
GZipMiddleware reads the weights.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.fail_open import attempt
from pages.delivery.negotiation import hide_refused_gzip

PIECE = "refused gzip"
NAME = b"accept-encoding"


class RefusedGzip:
    """Middleware that takes gzip out of Accept-Encoding where the client refuses it."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on without what is refused."""
        if scope["type"] == "http":
            headers = attempt(PIECE, lambda: _edit(scope["headers"]), scope["headers"])
            scope = {**scope, "headers": headers}
        await self.app(scope, receive, send)


def _edit(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [
        (name, hide_refused_gzip(value.decode("latin-1")).encode("latin-1") if name == NAME else value)
        for name, value in headers
    ]
