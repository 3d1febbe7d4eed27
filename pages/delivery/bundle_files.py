"""Our own scripts, styles and outlines, served from memory: no folder that is cleaned away takes them from a page."""

from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePath

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.asset_folders import PAGE
from pages.delivery.assets import CACHE_IMMUTABLE, TYPES
from pages.delivery.compression import compress
from pages.delivery.fail_open import attempt_async
from pages.delivery.negotiation import Encoding, choose_encoding
from pages.delivery.paths import get_path
from pages.delivery.response_cache import KeptResults
from pages.delivery.responses import Packed, answer_packed
from pages.html.bundles import join_files

PIECE = "scripts and styles"
CACHE_SIZE_BYTES = 4 * 2**20
HEADERS = {"cache-control": CACHE_IMMUTABLE, "vary": "Accept-Encoding"}


class BundleFiles:
    """Middleware that answers for the joined files; everything else is the app's."""

    def __init__(self, app: ASGIApp, *, base_path: str = "") -> None:
        """Take Streamlit's server.baseUrlPath."""
        self.app = app
        self._base_path = base_path
        self._contents: dict[str, bytes] = {}  # those of former outlines too: a page that names them may be open still
        self._packed: KeptResults[tuple[str, Encoding | None], Packed] = KeptResults(
            CACHE_SIZE_BYTES, lambda packed: len(packed.content), ThreadPoolExecutor(1, "bundles")
        )
        self._warming: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET or HEAD of a joined file."""
        response = None
        if scope["type"] == "lifespan":
            self._warming = asyncio.create_task(attempt_async(PIECE, self.compress_early, None))
        elif scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            response = await attempt_async(PIECE, partial(self._respond, scope), None)
        await (response or self.app)(scope, receive, send)

    async def compress_early(self) -> None:
        """Compress what every visitor will ask for."""
        self._contents |= await asyncio.to_thread(lambda: join_files().files)
        for name in tuple(self._contents):
            await self._packed.get((name, "br"), partial(_pack, self._contents[name], "br"))

    async def _respond(self, scope: Scope) -> Response | None:
        path, request = get_path(scope, self._base_path) or "", Headers(scope=scope)
        name = path.removeprefix(PAGE)
        if name == path:
            return None
        if name not in self._contents:
            self._contents |= await asyncio.to_thread(lambda: join_files().files)
        content = self._contents.get(name)
        if content is None:
            return None
        encoding = choose_encoding(request.get("accept-encoding", ""))
        packed = await self._packed.get((name, encoding), partial(_pack, content, encoding))
        return answer_packed(packed, TYPES[PurePath(name).suffix], request, HEADERS)


def _pack(content: bytes, encoding: Encoding | None) -> Packed:
    tag = hashlib.blake2b(content, digest_size=12).hexdigest()
    return (
        Packed(compress(content, encoding), encoding, f"{tag}-{encoding}") if encoding else Packed(content, None, tag)
    )
