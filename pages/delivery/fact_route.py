"""The facts with what vouches for them, at /data/quality.csv, with the page's filters."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.address.view import parse_view
from pages.answers.atlas import get_atlas
from pages.delivery.fail_open import attempt_async
from pages.delivery.keeping import describe_keeping
from pages.delivery.taken_files import answer_kept, keep_files, refuse
from pages.evidence.facts import choose_facts, narrow_to_facts
from pages.evidence.table_file import FILE, MEDIA_TYPE, write_facts

PIECE = "facts"
CACHE_SIZE_BYTES = 2**20  # files kept, of 4 KB each

_kept = keep_files(CACHE_SIZE_BYTES)


def list_fact_routes(base_path: str = "") -> list[Route]:
    """List the route of the file; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [Route(f"{prefix}/data/{FILE}", _send, methods=["GET"], name=FILE)]


async def _send(request: Request) -> Response:
    return await attempt_async(PIECE, lambda: _answer(request), None) or refuse()


async def _answer(request: Request) -> Response:
    atlas = await asyncio.to_thread(get_atlas)
    query = parse_qs(request.scope["query_string"].decode(errors="replace"), keep_blank_values=True)
    view = narrow_to_facts(parse_view({**query, "lang": []}, atlas.cities))

    headers = {**describe_keeping(atlas), "content-disposition": f'attachment; filename="{FILE}"'}
    return await answer_kept(
        request, _kept, (atlas, view), lambda: write_facts(choose_facts(atlas, view)), MEDIA_TYPE, headers
    )
