"""Pages of others, held back to be changed on their way out."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.types import Message, Scope, Send


class HeldAnswer:
    """Keeps back a page that has a sign in it, in `body`; any other answer it lets through as it comes."""

    def __init__(self, send: Send, sign: re.Pattern[str]) -> None:
        """Take where answers go, and what the page has in it."""
        self.body: bytes | None = None
        self._sign = sign
        self._send = send
        self._start: Message | None = None
        self._parts = b""

    async def send(self, message: Message) -> None:
        """Take a part of the answer."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._parts += message.get("body", b"")
            if not message.get("more_body"):
                await self._end()

    async def _end(self) -> None:
        if self._sign.search(self._parts.decode(errors="replace")):
            self.body = self._parts
        elif self._start:
            await self._send(self._start)
            await self._send({"type": "http.response.body", "body": self._parts})


def _is_page(message: Message) -> bool:
    headers = Headers(raw=list(message["headers"]))
    kind = headers.get("content-type", "").startswith("text/html")
    return message["status"] == 200 and kind and "content-encoding" not in headers


def ask_plainly(scope: Scope) -> Scope:
    """Return the request for the whole page, as a GET."""
    # the whole page, uncompressed: a part of it (link previews ask for ranges), or that it is unchanged, could not be
    # turned into ours, whose tag is another
    dropped = {b"accept-encoding", b"range", b"if-range", b"if-none-match", b"if-modified-since"}
    return {**scope, "method": "GET", "headers": [pair for pair in scope["headers"] if pair[0].lower() not in dropped]}
