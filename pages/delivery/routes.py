"""Addresses that are not pages of the app: the sheet, pictures of shared links, robots.txt, the sitemap, health."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from data.settings import read_settings
from pages.address.links import PATHS, Links
from pages.address.view import View
from pages.answers.atlas import get_atlas
from pages.delivery.health import send_health
from pages.delivery.negotiation import choose_encoding
from pages.delivery.responses import answer_packed, pack_content
from pages.delivery.security_txt import PATH, send_security_txt
from pages.delivery.sheet import find_root_url, send_qr, send_sheet
from pages.markup.rendering import render_template

PICTURES = Path(__file__).parent.parent / "markup" / "pictures"
DAY = "public, max-age=86400"


def list_routes(base_path: str = "") -> list[Route]:
    """List the routes; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    answers = {
        "sheet": send_sheet,
        "qr.svg": send_qr,
        "preview.png": _send_picture,
        "favicon.svg": _send_picture,
        "robots.txt": _send_robots,
        "sitemap.xml": _send_sitemap,
        "healthz": send_health,
    }
    if read_settings().security_contact:
        answers[PATH] = send_security_txt
    return [Route(f"{prefix}/{name}", answer, methods=["GET"], name=name) for name, answer in answers.items()]


def list_urls(public_url: str) -> tuple[str, ...]:
    """List the addresses that searchers should know: each page, and the map with each city opened."""
    root = f"{public_url}/"
    home = Links("map", root)
    pages = [home.link_page(page, View()) for page in PATHS]
    return (*pages, *(home.link_page("map", View(city=city.slug)) for city in get_atlas().cities))


def _send_picture(request: Request) -> Response:
    return FileResponse(PICTURES / request.url.path.rsplit("/", 1)[1], headers={"Cache-Control": DAY})


def _send_robots(request: Request) -> Response:
    return _answer(request, render_template("robots.txt", public_url=find_root_url(request)), "text/plain")


def _send_sitemap(request: Request) -> Response:
    return _answer(request, render_template("sitemap.xml", urls=list_urls(find_root_url(request))), "application/xml")


def _answer(request: Request, text: str, media_type: str) -> Response:
    packed = pack_content(text.encode(), choose_encoding(request.headers.get("accept-encoding", "")))
    return answer_packed(packed, media_type, request.headers, {"vary": "Accept-Encoding"})
