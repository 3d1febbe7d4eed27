"""An answer made at the request: compressed if the client likes, and not sent again where it is unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import Response

from pages.delivery.compression import compress
from pages.delivery.negotiation import choose_encoding

QUALITY = 5  # Brotli's, for what is compressed at each request: 1 ms


def build_answer(content: bytes, media_type: str, request: Headers, headers: Mapping[str, str]) -> Response:
    """Build the answer to a request with these headers: the content, or 304 where the client has it already.

    `headers` are the answer's own; `vary` has to name Accept-Encoding.
    """
    etag = hashlib.blake2b(content, digest_size=12).hexdigest()
    encoding = choose_encoding(request.get("accept-encoding", ""))
    answer = {"cache-control": "no-cache", "etag": f'"{etag}-{encoding}"' if encoding else f'"{etag}"', **headers}
    if answer["etag"] in (tag.strip().removeprefix("W/") for tag in request.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=answer)
    if encoding:
        answer["content-encoding"] = encoding
        content = compress(content, encoding, QUALITY)
    return Response(content, headers=answer, media_type=media_type)
