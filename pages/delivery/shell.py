"""Streamlit's page on its way out: which first view it gets, how long it may be kept, and by whom."""

from __future__ import annotations

import asyncio
import functools
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.compression import Encoding
from pages.delivery.fail_open import attempt, attempt_async
from pages.delivery.held_answers import HeldAnswer, ask_plainly
from pages.delivery.keeping import describe_private
from pages.delivery.negotiation import choose_encoding
from pages.delivery.paths import get_path
from pages.delivery.preloads import Preloads
from pages.delivery.response_cache import CrowdedError, KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_better, pack_content
from pages.delivery.shell_page import FirstViewParts, edit_shell

PIECE = "shell"
CACHE_SIZE_BYTES = 8 * 2**20  # pages kept, of about 25 KB each
METHODS = {"GET", "HEAD"}
RESERVED = {"_stcore", "component", "data", "media", "sheet", "static"}  # first segments below which no page lies
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="\./static/js/')


class PageRequest(Hashable, Protocol):
    """All that a first view depends on."""

    def describe_keeping(self) -> Mapping[str, str]:
        """Describe in headers how long its page may be kept, and by whom."""


# path below the base path, query, headers in lower case, address of the app's root without a slash at the end
RequestReader = Callable[[str, Mapping[str, Sequence[str]], Mapping[str, str], str], PageRequest | None]
FirstViewRenderer = Callable[[Any], FirstViewParts]


class Shell:
    """Middleware that changes Streamlit's page on its way out; any other answer passes as it is."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        fonts: Mapping[str, str],
        preloads: Preloads,
        first_view: tuple[RequestReader, FirstViewRenderer] | None = None,
        base_path: str = "",
    ) -> None:
        """Take what the page gets (see `edit_shell`), and Streamlit's server.baseUrlPath."""
        self.pages: KeptResults[Hashable, Packed] = KeptResults(
            CACHE_SIZE_BYTES,
            lambda packed: len(packed.content),
            improve=lambda packed: attempt("better compressed page", lambda: pack_better(packed), packed),
        )
        self._bare: KeptResults[Hashable, Packed] = KeptResults(
            CACHE_SIZE_BYTES, lambda packed: len(packed.content), ThreadPoolExecutor(1, "bare pages")
        )  # without a first view: a few, which a crowd waits for no longer than for the first of them
        self.app = app
        self._fonts = fonts
        self._preloads = preloads
        self._first_view = first_view
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET or HEAD of a page address."""
        path = get_path(scope, self._base_path) if scope["type"] == "http" and scope["method"] in METHODS else None
        if path is None or "." in path or path.split("/")[1] in RESERVED:
            return await self.app(scope, receive, send)
        held = HeldAnswer(send, SCRIPT)
        await self.app(ask_plainly(scope), receive, held.send)
        if held.body is None:
            return None
        plain = held.body
        work = functools.partial(self._answer, scope, path, plain.decode())
        response = await attempt_async(PIECE, work, Response(plain, headers=describe_private(), media_type="text/html"))
        return await response(scope, receive, send)

    async def _answer(self, scope: Scope, path: str, html: str) -> Response:
        """Answer with the page; where its first view fails, or would come too late, it goes without."""
        request = Headers(scope=scope)
        asked = await asyncio.to_thread(self._read_request, scope, path)
        encoding = choose_encoding(request.get("accept-encoding", ""))
        pack = functools.partial(self._pack, is_map=path == "/", html=html, coding=encoding)
        key = (path == "/", html, asked, encoding)
        try:
            packed = await self.pages.get(key, lambda: pack(asked))
            keeping = asked.describe_keeping() if asked else describe_private()
        except (CrowdedError, _UnrenderedError):
            bare = (path == "/", html, encoding)
            packed, keeping = await self._bare.get(bare, lambda: pack(None)), describe_private()
        return answer_packed(packed, "text/html", request, keeping)

    def _read_request(self, scope: Scope, path: str) -> PageRequest | None:
        if self._first_view is None:
            return None
        read, _ = self._first_view
        headers = {name.lower(): value for name, value in Headers(scope=scope).items()}
        query = parse_qs(scope["query_string"].decode(errors="replace"), keep_blank_values=True)
        return attempt("request of a first view", lambda: read(path, query, headers, self._get_root(scope)), None)

    def _pack(self, asked: PageRequest | None, *, is_map: bool, html: str, coding: Encoding | None) -> Packed:
        first = None
        if self._first_view and asked is not None:
            _, render = self._first_view
            first = attempt("first view", lambda: render(asked), None)
            if first is None:
                raise _UnrenderedError
        map_page = self._preloads.class_map if first and first.has_classes else self._preloads.map_page
        links = map_page if is_map else self._preloads.other_pages
        return pack_content(edit_shell(html, self._fonts, links, first).encode(), coding)

    def _get_root(self, scope: Scope) -> str:
        host = Headers(scope=scope).get("host", "")
        below = "".join(f"/{part.strip('/')}" for part in (scope.get("root_path", ""), self._base_path) if part)
        return f"{scope['scheme']}://{host}{below}"


class _UnrenderedError(Exception):
    """There is no first view, which is reported; the page without it is not to be kept."""
