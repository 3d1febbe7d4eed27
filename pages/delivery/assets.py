"""Static files, compressed once and kept, with headers that let browsers keep them too.

Starlette's StaticFiles finds the files, knows what is unchanged and cuts ranges. What it lacks are compressed answers:
the libraries that add them either compress anew at each request or want the copies beside the files, and the files are
in other people's packages.
"""

from __future__ import annotations

import asyncio
import errno
import mimetypes
import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import ASGIApp, Scope

from pages.delivery.asset_folders import AssetFolder
from pages.delivery.compression import ENCODINGS, CompressedFiles, FileVersion
from pages.delivery.file_middleware import FileMiddleware
from pages.delivery.negotiation import choose_encoding
from pages.delivery.paths import get_path

PIECE = "compressed assets"
CACHE_IMMUTABLE = "public, max-age=31536000, immutable"
CACHE_BRIEFLY = "public, max-age=300, must-revalidate"  # long enough for what a page loads ahead to be still there
HASHED = re.compile(r"\.[\w-]{8}\.\w+(\.LICENSE\.txt|\.map)?$")  # index.DormvYxC.js, main.521860b0.js
WHOLE_TAG = '"plain"'  # a name with a hash tells versions apart, so the tag tells codings only
SMALL = 256  # bytes below which headers weigh more than compressing saves
TYPES = {  # what the machine's own table may lack or hold otherwise; a wrong type stops a script
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
COMPRESSIBLE = {kind for kind in TYPES.values() if kind != "font/woff2"}


class AssetFiles(FileMiddleware):
    """Middleware that answers for the files of some folders; everything else, and what it lacks, is the app's."""

    def __init__(
        self, app: ASGIApp, *, folders: Sequence[AssetFolder], base_path: str = "", early: Sequence[Path] = ()
    ) -> None:
        """Take the folders, Streamlit's server.baseUrlPath, and the files to compress as soon as the server starts."""
        super().__init__(app, PIECE)
        self.files = CompressedFiles()
        self._places = [(folder, StaticFiles(directory=folder.folder, follow_symlink=True)) for folder in folders]
        self._base_path = base_path
        self._early = early

    async def compress_early(self) -> None:
        """Compress the files that every visitor will ask for, one after the other."""
        for path in self._early:
            await self.files.read(_describe(path, path.stat()), ENCODINGS[0])

    async def find_response(self, scope: Scope) -> Response | None:
        """Return the answer to a request for a file; None if there is no such file."""
        path = get_path(scope, self._base_path) or ""
        for folder, place in self._places:
            name = path.removeprefix(folder.prefix)
            if name != path and is_plain(name):
                found, status = await asyncio.to_thread(_look_up, place, name)
                if status and stat.S_ISREG(status.st_mode):
                    return await self._respond(folder, place, Path(found), status, Headers(scope=scope))
        return None

    async def _respond(
        self, folder: AssetFolder, place: StaticFiles, path: Path, status: os.stat_result, request: Headers
    ) -> Response:
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        hashed = folder.hashed and HASHED.search(path.name)
        own = {"cache-control": CACHE_IMMUTABLE, "etag": WHOLE_TAG} if hashed else {"cache-control": CACHE_BRIEFLY}
        plain = FileResponse(path, headers=own, media_type=kind, stat_result=status)
        if kind in COMPRESSIBLE and status.st_size >= SMALL:
            plain.headers["vary"] = "Accept-Encoding"
            encoding = None if "range" in request else choose_encoding(request.get("accept-encoding", ""))
            if encoding:
                headers = MutableHeaders(raw=list(plain.headers.raw))
                headers["etag"] = f'"{encoding}"' if hashed else f'{plain.headers["etag"][:-1]}-{encoding}"'
                headers["content-encoding"] = encoding
                # a hundred files: what the tag tells better is not told again
                del headers["content-length"], headers["accept-ranges"], headers["last-modified"]
                if place.is_not_modified(headers, request):
                    return NotModifiedResponse(headers)
                copy = await self.files.read(_describe(path, status), encoding)
                if copy is not None:
                    return Response(copy, headers=headers)
        return NotModifiedResponse(plain.headers) if place.is_not_modified(plain.headers, request) else plain


def is_plain(name: str) -> bool:
    """Whether a relative address names a file by plain folder and file names, on any system; anything else is not."""
    return all(part.strip(". ") and not re.search(r'[\x00-\x1f\\:*?"<>|]', part) for part in name.split("/"))


def _look_up(place: StaticFiles, name: str) -> tuple[str, os.stat_result | None]:
    try:
        return place.lookup_path(name)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # whoever asks chose it: no file has it, and nothing is broken
            return "", None
        raise


def _describe(path: Path, status: os.stat_result) -> FileVersion:
    return FileVersion(path, status.st_mtime_ns, status.st_size)
