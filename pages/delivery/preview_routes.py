"""The pictures of shared links at /preview/…: drawn when first asked for, then kept; what is unknown is not there."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from data.places.gazetteer import list_prefectures
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, get_atlas
from pages.answers.scene import Scene
from pages.delivery.fail_open import attempt_async
from pages.delivery.keeping import ANYBODY, describe_private
from pages.delivery.response_cache import CrowdedError, KeptResults
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.delivery.routes import ANYWHERE, PICTURES
from pages.delivery.taken_files import refuse
from pages.languages.language import list_languages
from pages.markup.link_picture import PLAIN_FILE
from pages.previews.files import FOLDER
from pages.previews.picture import Preview, describe_preview, draw_preview
from pages.previews.words import can_draw

CACHE_SIZE_BYTES = 4 * 2**20  # pictures kept, of about 60 KB each
PIECE = "drawing of pictures"
KEPT = {name.lower(): text for name, text in ANYWHERE.items()} | {"vary": ANYBODY}

_kept: KeptResults[Preview, Packed] = KeptResults(
    CACHE_SIZE_BYTES, lambda packed: len(packed.content), ThreadPoolExecutor(1, "pictures")
)  # one at a time, and no page waits for it


def list_preview_routes(base_path: str = "") -> list[Route]:
    """List the routes of the pictures; `base_path` is Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    paths = ("{code}.png", "{code}/{kind}/{slug}.png")
    return [Route(f"{prefix}/{FOLDER}{path}", _send, methods=["GET"]) for path in paths]


async def _send(request: Request) -> Response:
    """Answer with the picture, with the plain one where it cannot be drawn, with 404 where there is none."""
    scene = await asyncio.to_thread(_read_scene, get_atlas(), **request.path_params)
    if scene is None:
        return Response(status_code=404, headers=describe_private(ANYBODY))
    drawn = await attempt_async(PIECE, lambda: _draw(scene, request), None)
    return drawn or FileResponse(PICTURES / PLAIN_FILE, headers=ANYWHERE)


async def _draw(scene: Scene, request: Request) -> Response | None:
    preview = await asyncio.to_thread(describe_preview, scene)
    if not can_draw(preview.words):
        return None
    try:
        packed = await _kept.get(preview, lambda: pack_content(draw_preview(preview), None))
    except CrowdedError:
        return refuse()
    return answer_packed(packed, "image/png", request.headers, KEPT)


def _read_scene(atlas: Atlas, code: str, kind: str = "", slug: str = "") -> Scene | None:
    """Read which picture a path names; None where there is no such language, city or prefecture."""
    language = next((one for one in list_languages() if one.code == code), None)
    known = {
        "": {""},
        "city": {city.slug for city in atlas.cities},
        "prefecture": {prefecture.slug for prefecture in list_prefectures()},
    }
    if language is None or slug not in known.get(kind, set()):
        return None
    view = View((slug,)) if kind == "prefecture" else View(city=slug or None)
    return Scene(atlas, replace(view, lang=code), Links("map"), language)
