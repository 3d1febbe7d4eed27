"""HTTP responses made at the request: compressed if the client likes, and not sent again where it is unchanged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.datastructures import Headers
from starlette.responses import Response

from pages.delivery.compression import UNPACK, Encoding, compress, compress_well

QUALITY = 5  # Brotli's, for what is compressed at each request: 3 ms
QUALITY_AGAIN = 10  # for what is asked for again: 73 ms for a first view, of which a ninth less is sent
TAG = re.compile(r'"[^"]*"')  # in If-None-Match; it may hold a comma


@dataclass(frozen=True, slots=True)
class Packed:
    """Content as it is sent, and what tells it from any other."""

    content: bytes
    encoding: Encoding | None
    tag: str


def pack_content(content: bytes, encoding: Encoding | None, *, once: bool = False) -> Packed:
    """Compress content in the chosen coding: quickly, or well if it is done once for many who ask."""
    tag = hashlib.blake2b(content, digest_size=12).hexdigest()
    if not encoding:
        return Packed(content, None, tag)
    packed = compress_well(content, encoding) if once else compress(content, encoding, QUALITY)
    return Packed(packed, encoding, f"{tag}-{encoding}")


def pack_better(packed: Packed) -> Packed:
    """Return the same content in fewer bytes, which takes as long as a page itself; its tag stays."""
    if packed.encoding != "br":
        return packed
    content = UNPACK[packed.encoding](packed.content)
    return replace(packed, content=compress(content, packed.encoding, QUALITY_AGAIN))


def answer_packed(packed: Packed, media_type: str, request: Headers, headers: Mapping[str, str]) -> Response:
    """Build the answer to a request with these headers: the content, or 304 where the client has it already.

    `headers` are the answer's own, in lower case; `vary` has to name Accept-Encoding.
    """
    # weak: the same content may come in other bytes later, of which nobody should get a part to go with the first
    answer = {"cache-control": "no-cache", "etag": f'W/"{packed.tag}"', **headers}
    if is_unchanged(answer["etag"], request):
        kept = {name: value for name, value in answer.items() if not name.startswith("content-")}
        return Response(status_code=304, headers=kept)
    if packed.encoding:
        answer["content-encoding"] = packed.encoding
    return Response(packed.content, headers=answer, media_type=media_type)


def is_unchanged(tag: str, request: Headers) -> bool:
    """Tell whether If-None-Match names the tag (RFC 9110, 13.1.2): `*` names every one, and a weak one is as good."""
    wanted = ", ".join(request.getlist("if-none-match"))
    return wanted.strip() == "*" or tag.removeprefix("W/") in TAG.findall(wanted)
