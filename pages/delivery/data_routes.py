"""The published data at /data/…: the rows of an address's filters in each format, for people and for programs."""

from __future__ import annotations

from functools import lru_cache, partial
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.published.formats import FORMATS, OFFICE_FORMATS, Format
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.delivery.compression import Encoding
from pages.delivery.fail_open import attempt
from pages.delivery.keeping import describe_keeping
from pages.delivery.negotiation import choose_encoding
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.downloads.downloads import name_download, narrow_view, write_download

PIECE = "published data"
CACHE_SIZE_FILES = 64  # files kept, of about 30 KB each before they are compressed
HEADERS = {
    "access-control-allow-origin": "*",  # anybody's page may read it
    "access-control-expose-headers": "Content-Disposition, ETag",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
}


def list_data_routes(base_path: str = "") -> list[Route]:
    """List the routes of the published files; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Route(f"{prefix}/data/{published.file}", partial(_send, chosen=published), methods=["GET"], name=published.file)
        for published in (*FORMATS, *OFFICE_FORMATS)
    ]


def _send(request: Request, *, chosen: Format) -> Response:
    return attempt(PIECE, lambda: _answer(request, chosen), None) or Response(
        "The data cannot be given just now.\n", 503, HEADERS | {"cache-control": "no-store"}, "text/plain"
    )


def _answer(request: Request, chosen: Format) -> Response:
    atlas = get_atlas()
    query = parse_qs(request.scope["query_string"].decode(errors="replace"), keep_blank_values=True)
    view = narrow_view(parse_view(query, atlas.cities), chosen)
    packed = _write(atlas, chosen, view, choose_encoding(request.headers.get("accept-encoding", "")))
    disposition = f'attachment; filename="{name_download(chosen, view)}"'
    headers = {**HEADERS, **describe_keeping(atlas), "content-disposition": disposition}
    return answer_packed(packed, chosen.media_type, request.headers, headers)


@lru_cache(maxsize=CACHE_SIZE_FILES)
def _write(atlas: Atlas, chosen: Format, view: View, encoding: Encoding | None) -> Packed:
    return pack_content(write_download(chosen, atlas, view).encode(), encoding)
