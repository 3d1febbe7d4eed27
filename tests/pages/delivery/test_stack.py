"""With any piece of delivery broken, or all of them, the plain app still serves and the log says which failed."""

import asyncio
import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import NoReturn

import pytest

from pages.delivery.asset_folders import PAGE, find_folders
from pages.markup.bundles import join_files
from tests.browser.server import ROOT, RunningApp, start_app
from tests.pages.delivery.asgi import SentResponse, ask, build_app, make_scope, unpack
from tests.pages.delivery.client import request

STATIC = next(folder.folder for folder in find_folders() if folder.prefix == "/static/")
STYLE = next(STATIC.glob("css/index.*.css"))
ACCEPT = {"accept-encoding": "br, gzip"}
BREAKS = [
    ("log lines", "pages.health.log_lines", "use_lines"),
    ("start line", "pages.delivery.start_line", "StartLine"),
    ("server errors", "pages.delivery.server_errors", "ServerErrors"),
    ("prompt answers", "pages.delivery.sockets", "send_promptly"),
    ("local proxies", "pages.delivery.proxies", "ProxyHeadersMiddleware"),
    ("request check", "pages.delivery.request_check", "judge_request"),
    ("closed doors", "pages.delivery.closed", "is_closed"),
    ("origin check", "pages.delivery.origins", "gather_hosts"),
    ("small messages", "pages.delivery.limits", "SmallMessages"),
    ("session limit", "pages.delivery.session_limit", "is_stream"),
    ("refused gzip", "pages.delivery.refusals", "RefusedGzip"),
    ("refused gzip", "pages.delivery.refusals", "hide_refused_gzip"),
    ("security headers", "pages.delivery.headers", "build_policy"),
    ("security headers", "pages.delivery.headers", "get_path"),
    ("guarded frames", "pages.delivery.frame_guard", "FrameGuard"),
    ("scripts and styles", "pages.delivery.bundle_files", "get_path"),
    ("compressed assets", "pages.delivery.asset_folders", "find_folders"),
    ("compressed assets", "pages.delivery.assets", "StaticFiles"),
    ("compressed assets", "pages.delivery.assets", "is_plain"),
    ("compressed assets", "pages.delivery.compression", "compress_file"),
    ("shell", "pages.delivery.shell", "Shell"),
    ("shell", "pages.delivery.shell", "edit_shell"),
    ("shell", "pages.delivery.shell", "answer_packed"),
    ("preloads", "pages.delivery.preloads", "read_manifest"),
    ("request of a first view", "pages.delivery.first_view", "read_request"),
    ("first view", "pages.delivery.first_view", "render_first_view"),
    ("addresses", "pages.delivery.routes", "list_routes"),
    ("published data", "pages.delivery.data_routes", "list_data_routes"),
    ("feeds", "pages.delivery.feed_routes", "list_feed_routes"),
    ("unknown addresses", "pages.delivery.unknown_addresses", "list_unknown"),
]


def fail(*_args: object, **_options: object) -> NoReturn:
    """Stand for a piece that breaks."""
    raise RuntimeError("broken on purpose")


@pytest.mark.parametrize(("piece", "module", "name"), BREAKS)
def test_a_broken_piece_costs_only_itself(
    piece: str, module: str, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page and its files come, again and again, and the log names the piece and the reason."""
    monkeypatch.setattr(import_module(module), name, fail)

    async def ask_twice() -> list[SentResponse]:
        app = build_app()
        paths = ["/", f"/static/css/{STYLE.name}"] * 2
        return [await ask(app, make_scope(path, ACCEPT)) for path in paths]

    answers = asyncio.run(ask_twice())
    assert [answer.status for answer in answers] == [200] * 4
    for page, style in (answers[:2], answers[2:]):
        assert b'<script type="module" crossorigin src="./static/js/index.' in unpack(page)
        assert unpack(style) == STYLE.read_bytes()
    logged = [record.getMessage() for record in caplog.records]
    assert f"Delivery works without {piece!r}, which failed: broken on purpose" in logged
    assert len(logged) == len(set(logged))


def test_a_first_view_that_failed_once_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page without it is not kept: whoever asks once the cause is gone gets it."""
    from pages.delivery import first_view

    async def ask_before_and_after() -> list[bool]:
        async def is_there() -> bool:
            return b"20 cities" in unpack(await ask(app, make_scope("/", ACCEPT)))

        broken = True

        def render(asked: first_view.Asked) -> first_view.FirstView:
            return fail() if broken else real(asked)

        real = first_view.render_first_view
        monkeypatch.setattr(first_view, "render_first_view", render)
        app = build_app()
        before = await is_there()
        broken = False
        return [before, await is_there()]

    assert asyncio.run(ask_before_and_after()) == [False, True]


def test_nothing_is_logged_where_nothing_fails(caplog: pytest.LogCaptureFixture) -> None:
    """With all pieces sound the log stays empty."""

    async def ask_once() -> SentResponse:
        return await ask(build_app(), make_scope("/", ACCEPT))

    assert asyncio.run(ask_once()).headers["content-encoding"] == "br"
    assert caplog.records == []


@pytest.fixture(scope="module")
def broken_app() -> Iterator[RunningApp]:
    """The real server, every piece of delivery broken."""
    with start_app("tests/pages/delivery/broken_app.py") as running:
        yield running


def test_the_plain_app_serves_without_any_piece(broken_app: RunningApp) -> None:
    """Page and files are Streamlit's own, and the log names each piece."""
    page = request(broken_app.url, "/", {"Accept-Encoding": "br, gzip"})
    assert (page.status, page.body) == (200, (STATIC.parent / "index.html").read_bytes())
    style = request(broken_app.url, f"/static/css/{STYLE.name}", {"Accept-Encoding": "br"})
    assert (style.status, style.body) == (200, STYLE.read_bytes())
    for piece in {piece for piece, _, _ in BREAKS} - {"request of a first view"}:  # unread, it has no view to break
        assert f"Delivery works without {piece!r}" in broken_app.log()


@pytest.fixture(scope="module")
def app_without_brotli() -> Iterator[RunningApp]:
    """The real server where the package brotli is not installed."""
    with start_app("tests/pages/delivery/without_brotli.py") as running:
        yield running


@pytest.mark.parametrize(
    ("path", "sign"),
    [
        ("/", b"20 cities"),
        (f"/static/css/{STYLE.name}", STYLE.read_bytes()),
        (f"{PAGE}{next(name for name in join_files().files if name.endswith('.js'))}", b"function"),
        ("/data/cities.csv", b"Sapporo"),
        ("/sheet", b"Sapporo"),
        ("/robots.txt", b"Sitemap"),
    ],
)
def test_without_brotli_everything_comes_as_gzip(app_without_brotli: RunningApp, path: str, sign: bytes) -> None:
    """A package that is missing costs only what it did: each answer is there, the other coding takes its place."""
    reply = request(app_without_brotli.url, path, {"Accept-Encoding": "br, gzip"})
    assert (reply.status, reply.headers["Content-Encoding"]) == (200, "gzip")
    assert sign in gzip.decompress(reply.body)
    log = app_without_brotli.log()
    assert re.findall(r"Delivery works without '([^']*)'", log) == ["brotli"]


def test_delivery_imports_no_map() -> None:
    """What app.py imports, even from afar, leaves the map's component to the script run that registers it."""
    code = (
        "import sys; from pages.delivery import stack; stack.build_routes();"
        "[piece.cls(None, *piece.args, **piece.kwargs) for piece in stack.build_middleware()];"
        "print({'folium', 'streamlit_folium', 'pages.app.folium_map', 'pages.app.frame'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "set()"), done.stderr
