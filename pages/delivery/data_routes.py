"""The published data at /data/…: the rows of an address's filters in each format, for people and for programs."""

from __future__ import annotations

import asyncio
from functools import partial
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.published.formats import FORMATS, Format
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.answers.japan_time import get_today
from pages.delivery.fail_open import attempt_async
from pages.delivery.keeping import describe_keeping
from pages.delivery.taken_files import answer_kept, keep_files, refuse
from pages.downloads.downloads import name_download, narrow_view, write_download

PIECE = "published data"
CACHE_SIZE_BYTES = 2 * 2**20  # files kept, of about 10 KB each

_kept = keep_files(CACHE_SIZE_BYTES)


def list_data_routes(base_path: str = "") -> list[Route]:
    """List the routes of the published files; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Route(f"{prefix}/data/{published.file}", partial(_send, chosen=published), methods=["GET"], name=published.file)
        for published in FORMATS
    ]


async def _send(request: Request, *, chosen: Format) -> Response:
    return await attempt_async(PIECE, lambda: _answer(request, chosen), None) or refuse()


async def _answer(request: Request, chosen: Format) -> Response:
    atlas, view = await asyncio.to_thread(_read_view, request, chosen)
    today = get_today()
    disposition = f'attachment; filename="{name_download(chosen, view)}"'
    return await answer_kept(
        request,
        _kept,
        (atlas, chosen, view, today),
        lambda: write_download(chosen, atlas, view, today),
        chosen.media_type,
        {**describe_keeping(atlas), "content-disposition": disposition},
    )


def _read_view(request: Request, chosen: Format) -> tuple[Atlas, View]:
    atlas = get_atlas()
    query = parse_qs(request.scope["query_string"].decode(errors="replace"), keep_blank_values=True)
    return atlas, narrow_view(parse_view(query, atlas.cities), chosen)
