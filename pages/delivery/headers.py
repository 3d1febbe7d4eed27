"""HTTP headers of every answer: what a browser may do with it, and Vary without repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.address.view import is_embedded
from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path

PIECE = "security headers"
YEAR_SECONDS = 31_536_000
# What the pages use is where one is, a screen that stays awake, sharing and writing to the clipboard; a frame's host
# cannot hand out any of these.
OWN = ("geolocation", "screen-wake-lock")
CLOSED = (
    "accelerometer autoplay browsing-topics camera clipboard-read compute-pressure display-capture encrypted-media"
    " fullscreen gamepad gyroscope hid identity-credentials-get idle-detection keyboard-map local-fonts magnetometer"
    " microphone midi otp-credentials payment picture-in-picture publickey-credentials-create"
    " publickey-credentials-get serial storage-access usb window-management xr-spatial-tracking"
)
PERMISSIONS = ", ".join([*(f"{name}=(self)" for name in OWN), *(f"{name}=()" for name in CLOSED.split())])
# Files that a page is made of, a hundred at a first visit, lead nowhere themselves, and the policy they go without is
# the one that browsers have of themselves.
PARTS = ("text/javascript", "text/css", "application/json")
HOST = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?|\[[0-9a-f:]+\](:\d+)?")


def build_policy(*, images: Iterable[str] = (), evaluation: bool = False) -> str:
    """Build a Content-Security-Policy: everything from here; images also from these origins; eval only if said so.

    'self' covers the app's socket in all browsers that can run the app.
    """
    scripts = "script-src 'self' 'unsafe-inline'" + (" 'unsafe-eval'" if evaluation else "")
    return "; ".join(
        [
            "default-src 'none'",
            scripts,
            "style-src 'self' 'unsafe-inline'",
            " ".join(["img-src 'self' data: blob:", *images]),
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def list_ancestors(frames: str, *, embedded: bool) -> str:
    """List whose pages may show a document in a frame, as a policy names them; empty where everybody's may.

    `frames` is MADOGUCHI_FRAMES; `embedded` is a document made for frames, or one that stands within such a one. A
    page of this very host always may: Community Cloud shows the app so.
    """
    if frames == "*" or (embedded and not frames):
        return ""
    return "'self'" if frames in {"", "none"} else f"'self' {frames}"


def comes_from_frame(scope: Scope) -> bool:
    """Tell whether a view in a frame asks, which leaves no cookie in the browser of who reads somebody else's page.

    Streamlit's would be for sending files, which nobody does here. Browsers name our own pages' whole address to us.
    """
    return is_embedded(parse_qs(Headers(scope=scope).get("referer", "").partition("?")[2]))


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

    def __init__(self, app: ASGIApp, *, tiles: Iterable[str], frames: str = "", base_path: str = "") -> None:
        """Take the addresses of the tiles that the map shows, MADOGUCHI_FRAMES and Streamlit's server.baseUrlPath."""
        self.app = app
        self._page_policy = build_policy()
        self._component_policy = build_policy(images=list_origins(tiles), evaluation=True)
        self._frames = frames
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                attempt(PIECE, lambda: self._add(scope, message), None)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _add(self, scope: Scope, message: Message) -> str | None:
        """Add the headers; return a document's policy, None where none is needed."""
        headers = MutableHeaders(scope=message)
        name_once(headers)
        headers.setdefault("x-content-type-options", "nosniff")
        kind = headers.get("content-type", "")
        if not kind.startswith(PARTS):
            headers.setdefault("referrer-policy", "strict-origin-when-cross-origin")  # OpenStreetMap wants a referrer
        if scope["scheme"] == "https":  # as the trusted proxy tells; browsers heed it over TLS only
            headers.setdefault("strict-transport-security", f"max-age={YEAR_SECONDS}")
        component = (get_path(scope, self._base_path) or "").startswith("/component/")
        embedded = is_embedded(parse_qs(scope["query_string"].decode(errors="replace")))
        if embedded or comes_from_frame(scope):
            del headers["set-cookie"]
        headers.setdefault("cross-origin-resource-policy", "cross-origin" if embedded else "same-origin")
        if not kind.startswith("text/html"):
            return None
        headers.setdefault("cross-origin-opener-policy", "same-origin")
        headers.setdefault("permissions-policy", PERMISSIONS)
        policy = self._component_policy if component else self._page_policy
        ancestors = list_ancestors(self._frames, embedded=embedded or component)
        return headers.setdefault(
            "content-security-policy", f"{policy}; frame-ancestors {ancestors}" if ancestors else policy
        )
