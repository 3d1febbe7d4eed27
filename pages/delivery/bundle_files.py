"""Our own scripts, styles and outlines, served from memory: no folder that is cleaned away takes them from a page."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePath

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from pages.delivery.asset_folders import PAGE
from pages.delivery.assets import CACHE_IMMUTABLE, TYPES
from pages.delivery.compression import ENCODINGS, Encoding
from pages.delivery.file_middleware import FileMiddleware
from pages.delivery.negotiation import choose_encoding
from pages.delivery.paths import get_path
from pages.delivery.response_cache import KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.markup.bundles import join_files
from pages.markup.desk import list_desks

PIECE = "scripts and styles"
CACHE_SIZE_BYTES = 4 * 2**20
HEADERS = {"cache-control": CACHE_IMMUTABLE, "vary": "Accept-Encoding"}


class BundleFiles(FileMiddleware):
    """Middleware that answers for the joined files; everything else is the app's."""

    def __init__(self, app: ASGIApp, *, base_path: str = "") -> None:
        """Take Streamlit's server.baseUrlPath."""
        super().__init__(app, PIECE)
        self._base_path = base_path
        self._contents: dict[str, bytes] = {}  # those of former outlines too: a page that names them may be open still
        self._packed: KeptResults[tuple[str, Encoding | None], Packed] = KeptResults(
            CACHE_SIZE_BYTES, lambda packed: len(packed.content), ThreadPoolExecutor(1, "bundles")
        )

    async def compress_early(self) -> None:
        """Compress what every visitor will ask for."""
        self._contents |= await asyncio.to_thread(lambda: join_files().files)
        for name, content in tuple(self._contents.items()):
            await self._pack(name, content, ENCODINGS[0])

    async def find_response(self, scope: Scope) -> Response | None:
        """Return the answer to a request for a joined file; None if there is no such file."""
        path, request = get_path(scope, self._base_path) or "", Headers(scope=scope)
        name = path.removeprefix(PAGE)
        if name == path:
            return None
        if name not in self._contents:
            self._contents |= await asyncio.to_thread(lambda: {**join_files().files, **list_desks()})
        content = self._contents.get(name)
        if content is None:
            return None
        packed = await self._pack(name, content, choose_encoding(request.get("accept-encoding", "")))
        return answer_packed(packed, TYPES[PurePath(name).suffix], request, HEADERS)

    async def _pack(self, name: str, content: bytes, encoding: Encoding | None) -> Packed:
        return await self._packed.get((name, encoding), partial(pack_content, content, encoding, once=True))
