"""Addresses that are not pages of the app: the sheet, pictures of shared links, robots.txt, the sitemap, health."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from data.settings import read_settings
from pages.address.links import PATHS, Links
from pages.address.public_url import read_public_url
from pages.address.view import View
from pages.answers.atlas import get_atlas
from pages.delivery.health import send_health
from pages.delivery.keeping import ANYBODY, SHIPPED, describe_keeping, describe_private
from pages.delivery.negotiation import choose_encoding
from pages.delivery.responses import answer_packed, pack_content
from pages.delivery.security_txt import PATH, send_security_txt
from pages.delivery.sheet import find_root_url, send_qr, send_sheet
from pages.languages.language import list_languages
from pages.markup.rendering import render_template

PICTURES = Path(__file__).parent.parent / "markup" / "pictures"
ANYWHERE = {"Cache-Control": SHIPPED, "Cross-Origin-Resource-Policy": "cross-origin"}  # previews are shown elsewhere


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
    """List the addresses that searchers should know: in each language each page, and the map with each city opened."""
    home, views = Links("map", f"{public_url}/"), [View(lang=language.code) for language in list_languages()]
    pages = [home.link_page(page, view) for page in PATHS for view in views]
    cities = (city.slug for city in get_atlas().cities)
    return (*pages, *(home.link_page("map", replace(view, city=city)) for city in cities for view in views))


def _send_picture(request: Request) -> Response:
    return FileResponse(PICTURES / request.url.path.rsplit("/", 1)[1], headers=ANYWHERE)


def _send_robots(request: Request) -> Response:
    return _answer(request, render_template("robots.txt", public_url=find_root_url(request)), "text/plain")


def _send_sitemap(request: Request) -> Response:
    public_url = find_root_url(request)
    if not public_url:  # it holds whole addresses only
        return Response(status_code=404, headers=describe_private(ANYBODY))
    return _answer(request, render_template("sitemap.xml", urls=list_urls(public_url)), "application/xml")


def _answer(request: Request, text: str, media_type: str) -> Response:
    packed = pack_content(text.encode(), choose_encoding(request.headers.get("accept-encoding", "")))
    keeping = describe_keeping(get_atlas()) if read_public_url() else describe_private(ANYBODY)
    return answer_packed(packed, media_type, request.headers, keeping)
