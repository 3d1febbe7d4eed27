"""HTTP headers of every answer: Content-Security-Policy, Referrer-Policy and their like, and Vary without repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path

PIECE = "security headers"
HOST = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?|\[[0-9a-f:]+\](:\d+)?")


def build_policy(*, images: Iterable[str] = (), evaluation: bool = False) -> str:
    """Build a Content-Security-Policy: everything from here; images also from these origins; eval only if said so.

    Who may embed a page is left open: city offices show the map on their own pages.
    """
    scripts = "script-src 'self' 'unsafe-inline'" + (" 'unsafe-eval'" if evaluation else "")
    return "; ".join(
        [
            "default-src 'self'",
            scripts,
            "style-src 'self' 'unsafe-inline'",
            " ".join(["img-src 'self' data: blob:", *images]),
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def list_origins(tiles: Iterable[str]) -> tuple[str, ...]:
    """List where tiles with these addresses come from, as a policy names it; only http and https."""
    origins: dict[str, None] = {}
    for url in tiles:
        parts = urlsplit(url.replace("{s}", "*"))
        if parts.scheme in {"http", "https"} and HOST.fullmatch(parts.netloc.lower()):
            origins[f"{parts.scheme}://{parts.netloc.lower()}"] = None
    return tuple(origins)


def name_once(headers: MutableHeaders) -> None:
    """Let Vary name each header once: Streamlit's compression adds Accept-Encoding where it stands already."""
    names = [name.strip() for line in headers.getlist("vary") for name in line.split(",") if name.strip()]
    if names:
        headers["vary"] = ", ".join({name.lower(): name for name in names}.values())


class SecurityHeaders:
    """Middleware that adds the headers to each answer that has not set them itself."""

    def __init__(self, app: ASGIApp, *, tiles: Iterable[str], base_path: str = "") -> None:
        """Take the addresses of the tiles that the map shows, and Streamlit's server.baseUrlPath."""
        self.app = app
        self._page_policy = build_policy()
        self._component_policy = build_policy(images=list_origins(tiles), evaluation=True)
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                attempt(PIECE, lambda: self._add(scope, message), None)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _add(self, scope: Scope, message: Message) -> str | None:
        """Add the headers; return a page's policy, None where none is needed."""
        headers = MutableHeaders(scope=message)
        name_once(headers)
        headers.setdefault("x-content-type-options", "nosniff")
        headers.setdefault("referrer-policy", "strict-origin-when-cross-origin")  # OpenStreetMap wants a referrer
        if not headers.get("content-type", "").startswith("text/html"):
            return None
        component = (get_path(scope, self._base_path) or "").startswith("/component/")
        return headers.setdefault("content-security-policy", self._component_policy if component else self._page_policy)
