"""Session limit: beyond what one process carries a visitor keeps the first view, and those inside stay quick."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path

PIECE = "session limit"
STREAM = "/_stcore/stream"
RETRY_SECONDS = 30
RESERVE = 0.1  # of the limit, for who was inside a moment ago; an invented session gets no further than that
METHODS = {"GET", "HEAD"}


class SessionLimit:
    """Middleware that refuses a socket beyond the limit with 503, before Streamlit makes a session of it.

    A page cannot read why its socket was refused: the same address asked without one answers 503 or 204.
    """

    def __init__(self, app: ASGIApp, *, most: int, base_path: str = "") -> None:
        """Take how many sessions may be open at a time (0: any number), and Streamlit's server.baseUrlPath."""
        self.app = app
        self.open = 0
        self._most = most
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the stream where it is full or only asked about; pass everything else on."""
        if not attempt(PIECE, lambda: is_stream(scope, self._base_path), otherwise=False):
            return await self.app(scope, receive, send)
        full = not admits(self.open, self._most, returning=is_returning(Headers(scope=scope)))
        if scope["type"] == "http":
            return await (_refuse() if full else Response(status_code=204, headers=UNKEPT))(scope, receive, send)
        if full:
            await receive()  # the handshake, which is answered in its place
            return await _refuse()(scope, receive, send)
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1


UNKEPT = {"cache-control": "no-store"}


def is_stream(scope: Scope, base_path: str) -> bool:
    """Whether a request is for the socket of a session, or asks whether there is place for one."""
    asked = scope["type"] == "websocket" or (scope["type"] == "http" and scope["method"] in METHODS)
    return asked and get_path(scope, base_path) == STREAM


def admits(inside: int, most: int, *, returning: bool) -> bool:
    """Whether one more session may be opened beside those inside; `most` 0 sets no limit."""
    return not most or inside < most + (max(1, int(most * RESERVE)) if returning else 0)


def is_returning(headers: Headers) -> bool:
    """Whether a handshake names an earlier session, as Streamlit's page does in the third subprotocol."""
    protocols = headers.get("sec-websocket-protocol", "").split(",")
    return len(protocols) > 2 and bool(protocols[2].strip())


def _refuse() -> Response:
    return PlainTextResponse("Service Unavailable", 503, {"retry-after": str(RETRY_SECONDS), **UNKEPT})
