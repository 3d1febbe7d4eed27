"""The page that Streamlit serves at every page address, changed so that less is loaded, and earlier."""

from __future__ import annotations

import asyncio
import functools
import json
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.compression import Encoding
from pages.delivery.fail_open import attempt, attempt_async
from pages.delivery.held_answers import HeldAnswer, ask_plainly
from pages.delivery.inline_scripts import allow_scripts
from pages.delivery.keeping import describe_private
from pages.delivery.load_order import queue_files
from pages.delivery.negotiation import choose_encoding
from pages.delivery.paths import get_path
from pages.delivery.preloads import PreloadLinks, Preloads
from pages.delivery.response_cache import CrowdedError, KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.markup.bundles import SIDEBAR_MEMORY

PIECE = "shell"
CACHE_SIZE_BYTES = 8 * 2**20  # pages kept, of about 25 KB each
HERE = Path(__file__).parent
METHODS = {"GET", "HEAD"}
RESERVED = {"_stcore", "component", "data", "media", "sheet", "static"}  # first segments below which no page lies
APP = re.compile(r'\s*(<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)')
STYLE = re.compile(r'<link rel="stylesheet"(?=[^>]* href="\./static/css/)')
FONT = re.compile(r'\s*<link\b[^>]*\bas="font"[^>]*>')
ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="\./static/js/')


class FirstViewParts(Protocol):
    """The parts of a page that stand there before Streamlit has drawn anything."""

    @property
    def head(self) -> str:
        """HTML for the end of the head."""

    @property
    def body(self) -> str:
        """HTML for the beginning of the body."""

    @property
    def scripts(self) -> Sequence[str]:
        """The scripts that stand in them, of the program and not of data."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""

    @property
    def direction(self) -> str:
        """The direction of its script: ltr or rtl."""


class PageRequest(Hashable, Protocol):
    """All that a first view depends on."""

    def describe_keeping(self) -> Mapping[str, str]:
        """Describe in headers how long its page may be kept, and by whom."""


# path below the base path, query, headers in lower case, address of the app's root without a slash at the end
RequestReader = Callable[[str, Mapping[str, Sequence[str]], Mapping[str, str], str], PageRequest | None]
FirstViewRenderer = Callable[[Any], FirstViewParts]


def edit_shell(html: str, fonts: Mapping[str, str], links: PreloadLinks, first: FirstViewParts | None = None) -> str:
    """Return Streamlit's page with the changes; beside a first view the app starts where the browser is to load it.

    `fonts` are families by the names that Streamlit's theme has for them (bodyFont, …).
    """
    theme = json.dumps({"LIGHT_THEME": dict(fonts), "DARK_THEME": dict(fonts)}).replace("<", "\\u003c")
    sign, crowded = (" data-first", _read(HERE / "crowded.js")) if first else ("", "")
    ours = (
        f"<style>{_read(HERE / 'shell.css')}</style><script>{_read(HERE / 'new_browser.js')}</script>"
        f"<script{sign}>window.__streamlit = {theme};\n"
        f"{_read(SIDEBAR_MEMORY)}{_read(HERE / 'shell.js')}{crowded}</script>"
    )
    html = FONT.sub("", html)
    html = STYLE.sub('<link rel="stylesheet" media="print" data-late', html)
    tags = {ADDRESS.findall(tag)[0]: tag for tag in APP.findall(html)}
    app = links.before + "".join(tags[address] for address in queue_files(list(tags), links.sizes)) + links.after
    if first:
        app = f"<template data-app>{app}</template><script>{_read(HERE / 'start_app.js')}</script>"
    html = APP.sub("", html).replace("</head>", f"{ours}{app}</head>", 1)
    html = allow_scripts(html, first.scripts if first else ())
    return add_first_view(html, first) if first else html


def add_first_view(html: str, first: FirstViewParts) -> str:
    """Put the first view into the page, outside of #root, in the place of what Streamlit says without JavaScript."""
    html = re.sub(r"\s*<noscript>.*?</noscript>", "", html, flags=re.DOTALL)
    if "<title" in first.head:
        html = re.sub(r"\s*<title>.*?</title>", "", html, count=1, flags=re.DOTALL)
    if re.search(r'<link\b[^>]*rel="[^"]*\bicon"', first.head):
        html = re.sub(r'\s*<link rel="shortcut icon"[^>]*>', "", html, count=1)
    html = re.sub(
        r"<html\b[^>]*>", f'<html lang="{escape(first.language)}" dir="{escape(first.direction)}">', html, count=1
    )
    html = html.replace("</head>", f"{first.head}</head>", 1)
    return html.replace("<body>", f"<body>{first.body}", 1)


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
        self.pages: KeptResults[Hashable, Packed] = KeptResults(CACHE_SIZE_BYTES, lambda packed: len(packed.content))
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
        links = self._preloads.map_page if is_map else self._preloads.other_pages
        return pack_content(edit_shell(html, self._fonts, links, first).encode(), coding)

    def _get_root(self, scope: Scope) -> str:
        host = Headers(scope=scope).get("host", "")
        below = "".join(f"/{part.strip('/')}" for part in (scope.get("root_path", ""), self._base_path) if part)
        return f"{scope['scheme']}://{host}{below}"


class _UnrenderedError(Exception):
    """There is no first view, which is reported; the page without it is not to be kept."""


@functools.cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
