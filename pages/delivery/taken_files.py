"""Files that anybody may take away, such as data and feeds: kept as they are sent, or refused for a moment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from pages.delivery.negotiation import choose_encoding
from pages.delivery.response_cache import CrowdedError, KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_content

RETRY_SECONDS = "5"
HEADERS = {
    "access-control-allow-origin": "*",  # anybody's page may read it
    "access-control-expose-headers": "Content-Disposition, ETag",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
}
KeptFiles = KeptResults[Hashable, Packed]


def keep_files(size_bytes: int) -> KeptFiles:
    """Return what keeps files, as they are sent, up to that size in all."""
    return KeptResults(size_bytes, lambda packed: len(packed.content))


async def answer_kept(
    request: Request,
    kept: KeptFiles,
    key: Hashable,
    write: Callable[[], str],
    media_type: str,
    headers: Mapping[str, str],
) -> Response:
    """Answer with the file that is kept under the key, written first where it is not; refuse where too many ask."""
    encoding = choose_encoding(request.headers.get("accept-encoding", ""))
    try:
        packed = await kept.get((key, encoding), lambda: pack_content(write().encode(), encoding))
    except CrowdedError:
        return refuse()
    return answer_packed(packed, media_type, request.headers, {**HEADERS, **headers})


def refuse() -> Response:
    """Answer that it is to be asked for again in a moment."""
    headers = HEADERS | {"cache-control": "no-store", "retry-after": RETRY_SECONDS}
    return Response("The data cannot be given just now.\n", 503, headers, "text/plain")
