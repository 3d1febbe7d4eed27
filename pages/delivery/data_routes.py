"""The published data at /data/…: the rows of an address's filters in each format, for people and for programs."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.published.formats import FORMATS, Format
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.delivery.compression import compress
from pages.delivery.fail_open import attempt
from pages.delivery.negotiation import choose_encoding
from pages.downloads.downloads import name_download, narrow_view, write_download

PIECE = "published data"
CACHE_SIZE_FILES = 64  # files kept, of about 30 KB each
QUALITY = 5  # Brotli's, for what is compressed at each request
HEADERS = {
    "Access-Control-Allow-Origin": "*",  # anybody's page may read it
    "Access-Control-Expose-Headers": "Content-Disposition, ETag",
    "Cache-Control": "no-cache",  # ask each time; the ETag makes that cheap
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class _File:
    """A written file and what tells it from any other."""

    content: bytes
    tag: str


def list_data_routes(base_path: str = "") -> list[Route]:
    """List the routes of the published files; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Route(f"{prefix}/data/{one.file}", partial(_send, chosen=one), methods=["GET"], name=one.file)
        for one in FORMATS
    ]


def _send(request: Request, *, chosen: Format) -> Response:
    return attempt(PIECE, lambda: _answer(request, chosen), None) or Response(
        "The data cannot be given just now.\n", 503, {**HEADERS, "Cache-Control": "no-store"}, "text/plain"
    )


def _answer(request: Request, chosen: Format) -> Response:
    """Return the file, or word that it is unchanged (RFC 9110, 13.1.2)."""
    atlas = get_atlas()
    query = parse_qs(request.scope["query_string"].decode(errors="replace"), keep_blank_values=True)
    view = narrow_view(parse_view(query, atlas.cities), chosen)
    file = _write(atlas, chosen, view)
    encoding = choose_encoding(request.headers.get("accept-encoding", ""))
    tag = f'"{file.tag}-{encoding}"' if encoding else f'"{file.tag}"'
    headers = {**HEADERS, "ETag": tag}
    if _matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{name_download(chosen, view)}"'
    if encoding:
        headers["Content-Encoding"] = encoding
    content = compress(file.content, encoding, QUALITY) if encoding else file.content
    return Response(content, headers=headers, media_type=chosen.media_type)


@lru_cache(maxsize=CACHE_SIZE_FILES)
def _write(atlas: Atlas, chosen: Format, view: View) -> _File:
    content = write_download(chosen, atlas, view).encode()
    return _File(content, hashlib.blake2b(content, digest_size=12).hexdigest())


def _matches(wanted: str, tag: str) -> bool:
    """Whether an If-None-Match header names the tag; a weak one is as good."""
    return wanted.strip() == "*" or tag in re.findall(r'"[^"]*"', wanted)
