"""What phones ask for to keep the pages: /sw.js, /manifest.webmanifest and the icons that it names."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from data.settings import read_settings
from pages.address.links import MANIFEST
from pages.delivery.compression import Encoding
from pages.delivery.fail_open import attempt
from pages.delivery.keeping import ANYBODY, describe_private, write_cache_control
from pages.delivery.negotiation import choose_encoding
from pages.delivery.responses import Packed, answer_packed, pack_content
from pages.delivery.routes import ANYWHERE, PICTURES
from pages.languages.language import list_languages
from pages.languages.readers_language import COOKIE, choose_language, find_code
from pages.offline import manifest, worker

PIECE = "offline copies"
# It asks for pages and files of ours and for nothing else; a browser asks for a new one at each visit.
WORKER_HEADERS = {
    "cache-control": "no-cache",
    "vary": ANYBODY,
    "content-security-policy": "default-src 'none'; connect-src 'self'",
}


def list_offline_routes(base_path: str = "") -> list[Route]:
    """List the routes; `base_path` is Streamlit's server.baseUrlPath.

    Where no copies are wanted, MADOGUCHI_OFFLINE, there is a worker that takes away those of earlier ones, and no more.
    """
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    answers = {worker.NAME: _send_worker}
    if read_settings().offline:
        answers |= {MANIFEST: _send_manifest} | {name: _send_icon for name, _ in manifest.ICONS}
    return [Route(f"{prefix}/{name}", answer, methods=["GET"], name=name) for name, answer in answers.items()]


def _send_worker(request: Request) -> Response:
    # not 404, by which a worker takes it that it is not wanted any more
    return attempt(PIECE, lambda: _answer_worker(request), None) or Response(status_code=503)


def _answer_worker(request: Request) -> Response:
    script = worker.write_app_worker(list_languages()) if read_settings().offline else worker.write_retirement()
    packed = _pack(script, choose_encoding(request.headers.get("accept-encoding", "")))
    return answer_packed(packed, "text/javascript", request.headers, WORKER_HEADERS)


@lru_cache(maxsize=8)
def _pack(script: str, encoding: Encoding | None) -> Packed:
    return pack_content(script.encode(), encoding)


def _send_manifest(request: Request) -> Response:
    """Answer in the language of the address, else of the last choice or of the browser, as pages do."""
    asked = request.query_params.get("lang", "")
    named = find_code(asked) if asked else None
    asker = (None, None) if named else (request.cookies.get(COOKIE), request.headers.get("accept-language"))
    language = choose_language(named, *asker)
    text = manifest.write_manifest(language, f"./?lang={language.code}", "./")
    packed = pack_content(text.encode(), choose_encoding(request.headers.get("accept-encoding", "")))
    keeping = {"cache-control": write_cache_control(), "vary": ANYBODY} if named else describe_private()
    return answer_packed(packed, manifest.MEDIA_TYPE, request.headers, keeping)


def _send_icon(request: Request) -> Response:
    return FileResponse(PICTURES / request.url.path.rsplit("/", 1)[1], headers=ANYWHERE)
