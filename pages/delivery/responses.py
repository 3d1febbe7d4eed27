"""An answer made at the request: compressed if the client likes, and not sent again where it is unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response

from pages.delivery.compression import compress
from pages.delivery.negotiation import Encoding, choose_encoding

QUALITY = 5  # Brotli's, for what is compressed at each request: 1 ms


@dataclass(frozen=True, slots=True)
class Packed:
    """Content as it is sent, and what tells it from any other."""

    content: bytes
    encoding: Encoding | None
    tag: str


def pack_content(content: bytes, request: Headers) -> Packed:
    """Compress content as the client likes it."""
    encoding = choose_encoding(request.get("accept-encoding", ""))
    tag = hashlib.blake2b(content, digest_size=12).hexdigest()
    if not encoding:
        return Packed(content, None, tag)
    return Packed(compress(content, encoding, QUALITY), encoding, f"{tag}-{encoding}")


def answer_packed(packed: Packed, media_type: str, request: Headers, headers: Mapping[str, str]) -> Response:
    """Build the answer to a request with these headers: the content, or 304 where the client has it already.

    `headers` are the answer's own; `vary` has to name Accept-Encoding.
    """
    answer = {"cache-control": "no-cache", "etag": f'"{packed.tag}"', **headers}
    if answer["etag"] in (tag.strip().removeprefix("W/") for tag in request.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=answer)
    if packed.encoding:
        answer["content-encoding"] = packed.encoding
    return Response(packed.content, headers=answer, media_type=media_type)
