"""Limit of a visitor's messages: as large as the app needs them, and no larger one is unpacked.

A workaround. Streamlit gives its server one limit for both directions (server.maxMessageSize, 200 MB), and what it
refuses beyond server.maxWidgetStateSize has been unpacked by then: a compressed message of 200 KB became 190 MB. The
server (uvicorn) has the right limit, ws_max_size, which its WebSocket library keeps while it unpacks; only Streamlit
makes its settings. They are reached through the lifespan's own messages, before the first visitor. To be deleted when
Streamlit has an option for what it receives: then tests/pages/delivery/test_strangers.py passes without it.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config

from pages.delivery.fail_open import attempt

PIECE = "small messages"
LARGEST = 128 * 1024  # bytes, unpacked


class SmallMessages:
    """Middleware that sets the server's limit when the server starts."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the limit at the start; pass everything on."""
        if scope["type"] == "lifespan":
            attempt(PIECE, lambda: limit_messages(receive, LARGEST), None)
        await self.app(scope, receive, send)


def limit_messages(receive: Receive, largest: int) -> int:
    """Let the server that sends these lifespan messages take none larger, and return the limit.

    Raises TypeError where the server is not uvicorn.
    """
    config = getattr(getattr(receive, "__self__", None), "config", None)
    if not isinstance(config, Config):
        raise TypeError(f"the server is not uvicorn as it is known: its messages come from {receive!r}")
    config.ws_max_size = min(config.ws_max_size, largest)
    return config.ws_max_size
