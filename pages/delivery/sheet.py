"""The printable sheet and the QR codes, at addresses with the same parameters as the pages."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from pages.address.links import PATHS, Links, PageName
from pages.address.public_url import get_public_url, read_public_url
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.answers.japan_time import get_today
from pages.answers.scene import Scene
from pages.delivery.compression import Encoding
from pages.delivery.keeping import ANYBODY, describe_keeping, describe_private
from pages.delivery.negotiation import choose_encoding
from pages.delivery.response_cache import CrowdedError, KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.languages.language import COOKIE, Language, choose_language, list_languages
from pages.markup.qr import write_qr
from pages.markup.share import build_address
from pages.paper.sheet import render_sheet

CACHE_SIZE_BYTES = 4 * 2**20  # sheets and codes kept, of about 20 and 1 KB each


class UndrawableError(Exception):
    """An address is too long for a QR code."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that a sheet depends on."""

    atlas: Atlas
    offered: tuple[Language, ...]
    view: View
    public_url: str
    today: datetime.date
    language: Language

    def draw(self) -> bytes:
        scene = Scene(self.atlas, self.view, Links("map"), self.language, today=self.today)
        return str(render_sheet(scene, self.public_url, self.today)).encode()


@dataclass(frozen=True, slots=True)
class _Code:
    """The QR code of an address."""

    address: str

    def draw(self) -> bytes:
        code = write_qr(self.address)
        if code is None:
            raise UndrawableError
        return code


_kept: KeptResults[tuple[_Sheet | _Code, Encoding | None], Packed] = KeptResults(
    CACHE_SIZE_BYTES, lambda packed: len(packed.content)
)


async def send_sheet(request: Request) -> Response:
    """Answer with the sheet of a view, in the language of the address, of the last choice, or of the browser."""
    sheet = await asyncio.to_thread(_describe_sheet, request)
    # the day it was made is its date, also where it is shown a little after midnight
    keeping = describe_keeping(sheet.atlas) if read_public_url() and sheet.view.lang else describe_private()
    return await _send(request, "text/html", sheet, keeping)


async def send_qr(request: Request) -> Response:
    """Answer with the QR code of the address of a view; the parameter `of` names the page."""
    address = await asyncio.to_thread(_read_address, request)
    keeping = describe_keeping(get_atlas()) if read_public_url() else describe_private(ANYBODY)
    handed_out = {"cross-origin-resource-policy": "cross-origin"}  # to be shown wherever somebody likes
    return await _send(request, "image/svg+xml", _Code(address), keeping | handed_out)


async def _send(request: Request, media_type: str, drawing: _Sheet | _Code, keeping: Mapping[str, str]) -> Response:
    encoding = choose_encoding(request.headers.get("accept-encoding", ""))
    try:
        packed = await _kept.get((drawing, encoding), lambda: pack_content(drawing.draw(), encoding))
    except UndrawableError:
        return Response(status_code=404, headers=describe_private())
    except CrowdedError:
        headers = {"Retry-After": "5", "Cache-Control": "no-store"}
        return Response("Too many at once; please try again.\n", 503, headers, "text/plain")
    return answer_packed(packed, media_type, request.headers, keeping)


def find_root_url(request: Request) -> str:
    """Return the address of the app's root as the public knows it; no slash at the end."""
    return get_public_url(str(request.url.replace(query="")).rsplit("/", 1)[0])


def _read_view(request: Request, atlas: Atlas) -> View:
    query = request.query_params
    view = parse_view({name: query.getlist(name) for name in query}, atlas.cities)
    return replace(view, unknown=())  # paper has no link to speak of


def _describe_sheet(request: Request) -> _Sheet:
    atlas = get_atlas()
    view = _read_view(request, atlas)
    asker = (None, None) if view.lang else (request.cookies.get(COOKIE), request.headers.get("accept-language"))
    language = choose_language(view.lang, *asker)
    today = get_today()
    return _Sheet(atlas, list_languages(), view, find_root_url(request), today, language)


def _read_address(request: Request) -> str:
    asked = request.query_params.get("of", "")
    page: PageName = next((name for name in PATHS if name == asked), "map")
    return build_address(_read_view(request, get_atlas()), Links(page), find_root_url(request))
