"""Frames of Streamlit's components do as any window tells them: a script that comes first lets in our pages alone."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.assets import CACHE_BRIEFLY
from pages.delivery.fail_open import attempt
from pages.delivery.held_answers import HeldAnswer, ask_plainly
from pages.delivery.keeping import ANYBODY
from pages.delivery.negotiation import choose_encoding
from pages.delivery.paths import get_path
from pages.delivery.responses import answer_packed, pack_content

PIECE = "guarded frames"
COMPONENTS = "/component/"
METHODS = {"GET", "HEAD"}
HEAD = re.compile("<head>")
SCRIPT = Path(__file__).parent / "frame_guard.js"


class FrameGuard:
    """Middleware that puts the script into the page of a component; any other answer passes as it is."""

    def __init__(self, app: ASGIApp, *, base_path: str = "") -> None:
        """Take Streamlit's server.baseUrlPath."""
        self.app = app
        self._base_path = base_path
        self._script = SCRIPT.read_text(encoding="utf-8")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a component's page."""
        if scope["type"] != "http" or not attempt(
            PIECE, lambda: is_component_page(scope, self._base_path), otherwise=False
        ):
            return await self.app(scope, receive, send)
        held = HeldAnswer(send, HEAD)
        await self.app(ask_plainly(scope), receive, held.send)
        if held.body is None:
            return None
        response = self._answer(held.body.decode(errors="replace"), Headers(scope=scope))
        return await response(scope, receive, send)

    def _answer(self, html: str, request: Headers) -> Response:
        guarded = html.replace("<head>", f"<head><script>{self._script}</script>", 1)
        packed = pack_content(guarded.encode(), choose_encoding(request.get("accept-encoding", "")))
        return answer_packed(packed, "text/html", request, {"cache-control": CACHE_BRIEFLY, "vary": ANYBODY})


def is_component_page(scope: Scope, base_path: str) -> bool:
    """Whether a request may be for the page of a component, and not for one of its scripts, styles and pictures."""
    path = (get_path(scope, base_path) or "").lower()
    name = path.rpartition("/")[2]
    return scope["method"] in METHODS and path.startswith(COMPONENTS) and ("." not in name or ".htm" in name)
