"""Doors of Streamlit's that this app has no use for: they are answered as if they were not there.

Streamlit opens them for every app: whoever has a session may put files into the server's memory, though nothing here
takes a file, and an address that ends a login logs an error for each caller, though nobody logs in. Who adds a file
uploader or st.login takes its door off this list. Counters of sessions and the description of an interface for programs
are for whoever runs the app: MADOGUCHI_METRICS opens them.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path

PIECE = "closed doors"
DOORS = ("/_stcore/upload_file", "/auth", "/oauth2callback")
OPERATORS_DOORS = ("/_stcore/metrics", "/_stcore/agent")


class ClosedDoors:
    """Middleware that answers 404 below each door, whatever the method, and reads nothing of what is sent."""

    def __init__(self, app: ASGIApp, *, base_path: str = "", metrics: bool = False) -> None:
        """Take Streamlit's server.baseUrlPath, and whether the operator's doors are open."""
        self.app = app
        self._doors = DOORS if metrics else DOORS + OPERATORS_DOORS
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a door; pass everything else on."""
        if scope["type"] == "http" and attempt(
            PIECE, lambda: is_closed(scope, self._base_path, self._doors), otherwise=False
        ):
            # the connection ends, since what the client goes on to send is not wanted
            response = PlainTextResponse("Not Found", 404, {"connection": "close"})
            return await response(scope, receive, send)
        return await self.app(scope, receive, send)


def is_closed(scope: Scope, base_path: str, doors: Iterable[str]) -> bool:
    """Whether a request is for a door or something below it."""
    path = get_path(scope, base_path) or ""
    return any(f"{path}/".startswith(f"{door}/") for door in doors)
