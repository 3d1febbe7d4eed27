"""The printable sheet and the QR codes, at addresses with the same parameters as the pages."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from pages.delivery.answer import build_answer
from pages.delivery.tables import Stamps, get_atlas
from pages.parts.language import COOKIE, choose_language, load_language
from pages.parts.links import PATHS, Links, PageName
from pages.parts.public_url import get_public_url
from pages.parts.qr import write_qr
from pages.parts.share import build_address
from pages.parts.sheet import render_sheet
from pages.parts.view import View, parse_view

JAPAN = datetime.timezone(datetime.timedelta(hours=9))
VARY = "Accept-Encoding, Accept-Language, Cookie"
KEPT = 64  # sheets kept, of up to 300 KB each


def send_sheet(request: Request) -> Response:
    """Answer with the sheet of a view, in the language of the address, of the last choice, or of the browser."""
    _, stamps = get_atlas()
    view = _read_view(request)
    accepted = request.headers.get("accept-language")
    language = choose_language(view.lang, request.cookies.get(COOKIE), accepted)
    today = datetime.datetime.now(JAPAN).date()
    sheet = _render(stamps, view, find_root(request), today, language.code)
    return build_answer(sheet, "text/html", request.headers, {"vary": VARY})


def send_qr(request: Request) -> Response:
    """Answer with the QR code of the address of a view; the parameter `of` names the page."""
    asked = request.query_params.get("of", "")
    page: PageName = next((name for name in PATHS if name == asked), "map")
    code = write_qr(build_address(_read_view(request), Links(page), find_root(request)))
    if code is None:
        return Response(status_code=404)
    return build_answer(code, "image/svg+xml", request.headers, {"vary": "Accept-Encoding"})


def find_root(request: Request) -> str:
    """Give the address of the app's root as the public knows it; no slash at the end."""
    return get_public_url(str(request.url.replace(query="")).rsplit("/", 1)[0])


def _read_view(request: Request) -> View:
    query = request.query_params
    view = parse_view({name: query.getlist(name) for name in query}, get_atlas()[0].cities)
    return replace(view, unknown=())  # paper has no link to speak of


@lru_cache(maxsize=KEPT)
def _render(stamps: Stamps, view: View, public_url: str, today: datetime.date, code: str) -> bytes:  # noqa: ARG001 - the key
    return str(render_sheet(get_atlas()[0], view, public_url, today, load_language(code))).encode()
