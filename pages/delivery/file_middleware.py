"""Middleware that answers for files: a request for any other address, or for a file that is lacking, is the app's."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from functools import partial

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.fail_open import attempt_async


class FileMiddleware(ABC):
    """Middleware that answers a GET or HEAD of a file, and compresses the first files when the server starts."""

    def __init__(self, app: ASGIApp, piece: str) -> None:
        """Take the app behind it, and the name by which the log knows this piece."""
        self.app = app
        self._piece = piece
        self._warming: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file; pass everything else on."""
        response = None
        if scope["type"] == "lifespan":
            self._warming = asyncio.create_task(attempt_async(self._piece, self.compress_early, None))
        elif scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            response = await attempt_async(self._piece, partial(self.find_response, scope), None)
        await (response or self.app)(scope, receive, send)

    @abstractmethod
    async def compress_early(self) -> None:
        """Compress what every visitor will ask for."""

    @abstractmethod
    async def find_response(self, scope: Scope) -> Response | None:
        """Return the answer to a request for a file; None if there is no such file."""
