"""The feeds of what changed, at /feed.atom and /feed.json, in the language of the address."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.address.links import Links
from pages.address.public_url import read_public_url
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.answers.scene import Scene
from pages.delivery.fail_open import attempt_async
from pages.delivery.keeping import ANYBODY, describe_keeping, describe_private
from pages.delivery.sheet import find_root_url
from pages.delivery.taken_files import answer_kept, keep_files, refuse
from pages.history.feed import describe_feed
from pages.history.feed_formats import FEED_FORMATS, FeedFormat
from pages.history.selection import narrow_to_changes
from pages.languages.language import Language
from pages.languages.readers_language import choose_language

PIECE = "feeds"
CACHE_SIZE_BYTES = 2 * 2**20  # feeds kept, of 2 to 40 KB each


@dataclass(frozen=True, slots=True)
class _AskedFeed:
    """All that a feed depends on."""

    atlas: Atlas
    chosen: FeedFormat
    view: View
    url: str  # of the map's root, no slash at the end; empty on a host that anybody may have named
    language: Language

    def write(self) -> str:
        scene = Scene(self.atlas, self.view, Links("changes", f"{self.url}/"), self.language)
        return self.chosen.write(describe_feed(scene, self.chosen.file, has_address=bool(self.url)))


_kept = keep_files(CACHE_SIZE_BYTES)


def list_feed_routes(base_path: str = "") -> list[Route]:
    """List the routes of the feeds; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Route(f"{prefix}/{one.file}", partial(_send, chosen=one), methods=["GET"], name=one.file)
        for one in FEED_FORMATS
    ]


async def _send(request: Request, *, chosen: FeedFormat) -> Response:
    return await attempt_async(PIECE, lambda: _answer(request, chosen), None) or refuse()


async def _answer(request: Request, chosen: FeedFormat) -> Response:
    asked = await asyncio.to_thread(_read_request, request, chosen)
    # its links are whole addresses: where nobody has set the public one, they are those of the host asked for
    keeping = describe_keeping(asked.atlas) if read_public_url() else describe_private(ANYBODY)
    return await answer_kept(request, _kept, asked, asked.write, chosen.media_type, keeping)


def _read_request(request: Request, chosen: FeedFormat) -> _AskedFeed:
    """Read what is asked for: address and data alone decide, so that without `lang` it is English for everybody."""
    atlas = get_atlas()
    query = parse_qs(request.scope["query_string"].decode(errors="replace"), keep_blank_values=True)
    view = narrow_to_changes(parse_view(query, atlas.cities))
    return _AskedFeed(atlas, chosen, view, find_root_url(request), choose_language(view.lang, None, None))
