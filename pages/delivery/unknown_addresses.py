"""Addresses at which nothing is: nearly right ones lead to the right one, others say so in the reader's language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from pages.address.links import PATHS
from pages.delivery.asset_folders import find_package
from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path
from pages.delivery.status_pages import answer_status, read_reader

PIECE = "unknown addresses"
MISSING = "There is no page at this address.\n"
HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Language, Cookie"}
COPIED_ALONG = re.compile(r"[\W_]+\Z")  # the full stop, bracket or quote behind an address in a text


def list_unknown(routes: Sequence[BaseRoute], base_path: str = "") -> list[Route]:
    """List the route that takes what neither a page, nor one of these routes, nor Streamlit has."""
    paths = [get_path({"path": route.path}, base_path) for route in routes if isinstance(route, Route)]
    known = {path.strip("/") for path in paths if path} | set(PATHS.values())
    return [_UnknownRoute(known, base_path)]


def find_right(path: str, known: Collection[str]) -> str | None:
    """Return the known address, without a slash before it, that a path all but is; None where it is none, or itself."""
    if "//" in path:  # readers of addresses differ in how far up from it a relative one leads
        return None
    meant = COPIED_ALONG.sub("", unicodedata.normalize("NFKC", path).lower().removesuffix("index.html")).strip("/")
    return next((address for address in known if address.lower() == meant and f"/{address}" != path), None)


def is_unknown(path: str, known: Collection[str], files: Collection[str]) -> bool:
    """Tell whether neither a page nor a file is at a path; what begins with two slashes Streamlit refuses itself."""
    name = path.removeprefix("/")
    return not (name in known or name in files or name.startswith("/"))


class _UnknownRoute(Route):
    def __init__(self, known: Collection[str], base_path: str) -> None:
        super().__init__("/{path:path}", partial(_send, known=known, base_path=base_path))
        self.methods = set()  # whatever the method: nothing is there
        self._known, self._base_path = known, base_path
        self._files = _list_files()

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = get_path(scope, self._base_path) if scope["type"] == "http" else None
        if path is None or not is_unknown(path, self._known, self._files) or self._is_streamlits(scope):
            return Match.NONE, {}
        return super().matches(scope)

    def _is_streamlits(self, scope: Scope) -> bool:
        """Tell whether Streamlit has a route to it, other than the one that has a page for every address."""
        routes = (route for route in scope["router"].routes if isinstance(route, Route) and route is not self)
        return any(route.matches(scope)[0] != Match.NONE for route in routes)


@cache  # what is installed stays as it is for as long as a process lives
def _list_files() -> frozenset[str]:
    """List the files of Streamlit's frontend below the root."""
    package = find_package("streamlit")
    root = package / "static" if package else None
    files = (file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()) if root else ()
    return frozenset(files) - {"index.html"}


def _send(request: Request, *, known: Collection[str], base_path: str) -> Response:
    return attempt(PIECE, lambda: _answer(request, known, base_path), None) or PlainTextResponse(MISSING, 404)


def _answer(request: Request, known: Collection[str], base_path: str) -> Response:
    path, reader = get_path(request.scope, base_path) or "/", read_reader(request, base_path)
    right = find_right(path, known)
    if right is not None:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{reader.root}{right}{query}", 308, HEADERS)
    files = sorted(path for path in known if path.startswith("data/")) if path.startswith("/data/") else []
    text = reader.language.gettext("There is no page at this address.")
    return answer_status(404, text, reader, HEADERS, [(file, f"{reader.root}{file}") for file in files])
