"""Pieces of delivery, as app.py puts them around Streamlit; one that cannot be built is left out, which the log tells.

Each is imported where it is built: a package that is missing costs only the piece that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from pages.delivery.fail_open import attempt

if TYPE_CHECKING:
    from pages.delivery.shell import FirstViewRenderer, RequestReader

FONTS = {"bodyFont": "theme.font", "headingFont": "theme.headingFont", "codeFont": "theme.codeFont"}


def build_middleware() -> list[Middleware]:
    """Return the pieces, the outermost first; each is built when the server starts."""
    pieces = {
        "log lines": _build_log,
        "start line": _build_start,
        "prompt answers": _build_prompt,
        "local proxies": _build_proxies,
        "security headers": _build_headers,
        "server errors": _build_errors,
        "request check": _build_check,
        "closed doors": _build_doors,
        "origin check": _build_origins,
        "small messages": _build_limits,
        "session limit": _build_session_limit,
        "refused gzip": _build_refusals,
        "guarded frames": _build_guard,
        "scripts and styles": _build_bundles,
        "compressed assets": _build_assets,
        "shell": _build_shell,
    }
    return [Middleware(_build_or_skip, name=name, build=build) for name, build in pieces.items()]


def build_routes() -> Sequence[BaseRoute]:
    """Return the addresses that are not pages."""
    none: Sequence[BaseRoute] = ()
    lists = {
        "addresses": _list_routes,
        "published data": _list_data_routes,
        "feeds": _list_feed_routes,
        "pictures of links": _list_preview_routes,
        "facts": _list_fact_routes,
        "offline copies": _list_offline_routes,
    }
    routes = tuple(route for piece, list_them in lists.items() for route in attempt(piece, list_them, none))
    return (*routes, *attempt("unknown addresses", lambda: _list_unknown(routes), none))


def _build_or_skip(app: ASGIApp, *, name: str, build: Callable[[ASGIApp], ASGIApp]) -> ASGIApp:
    return attempt(name, lambda: build(app), app)


def _build_log(app: ASGIApp) -> ASGIApp:
    from pages.health.log_lines import use_lines

    use_lines()
    return app


def _build_start(app: ASGIApp) -> ASGIApp:
    from pages.delivery.start_line import StartLine

    return StartLine(app)


def _build_prompt(app: ASGIApp) -> ASGIApp:
    from pages.delivery.sockets import send_promptly

    send_promptly()
    return app


def _build_proxies(app: ASGIApp) -> ASGIApp:
    from data.settings import read_settings
    from pages.delivery.proxies import LocalProxies

    return LocalProxies(app, trusted=read_settings().trusted_proxies)


def _build_errors(app: ASGIApp) -> ASGIApp:
    from pages.delivery.server_errors import ServerErrors

    return ServerErrors(app, base_path=_get_base_path())


def _build_check(app: ASGIApp) -> ASGIApp:
    from urllib.parse import urlsplit

    from data.settings import read_settings
    from pages.address.hosts import AllowedHosts
    from pages.delivery.request_check import RequestCheck

    settings = read_settings()
    public = urlsplit(settings.url).hostname
    hosts = (*settings.hosts, *([public] if public else [])) if settings.hosts else ()
    return RequestCheck(app, hosts=AllowedHosts(hosts), base_path=_get_base_path())


def _build_doors(app: ASGIApp) -> ASGIApp:
    from data.settings import read_settings
    from pages.delivery.closed import ClosedDoors

    return ClosedDoors(app, base_path=_get_base_path(), metrics=read_settings().metrics)


def _build_origins(app: ASGIApp) -> ASGIApp:
    from streamlit.net_util import get_internal_ip  # asks this machine only

    from pages.address.public_url import read_public_url
    from pages.delivery.origins import OriginCheck, Origins, gather_hosts

    named = [str(st.get_option("browser.serverAddress") or ""), *st.get_option("server.corsAllowedOrigins")]
    hosts = gather_hosts([*named, read_public_url(), get_internal_ip() or ""])
    return OriginCheck(app, origins=Origins(hosts, everyone=not st.get_option("server.enableCORS")))


def _build_limits(app: ASGIApp) -> ASGIApp:
    from pages.delivery.limits import SmallMessages

    return SmallMessages(app)


def _build_session_limit(app: ASGIApp) -> ASGIApp:
    from data.settings import read_settings
    from pages.delivery.session_limit import SessionLimit

    return SessionLimit(app, most=read_settings().sessions, base_path=_get_base_path())


def _build_refusals(app: ASGIApp) -> ASGIApp:
    from pages.delivery.refusals import RefusedGzip

    return RefusedGzip(app)


def _build_headers(app: ASGIApp) -> ASGIApp:
    from data.settings import read_settings
    from pages.delivery.headers import SecurityHeaders
    from pages.maps.tiles import list_tile_sources

    tiles = [source.url for source in list_tile_sources()]
    return SecurityHeaders(app, tiles=tiles, frames=read_settings().frames, base_path=_get_base_path())


def _build_guard(app: ASGIApp) -> ASGIApp:
    from pages.delivery.frame_guard import FrameGuard

    return FrameGuard(app, base_path=_get_base_path())


def _build_bundles(app: ASGIApp) -> ASGIApp:
    from pages.delivery.bundle_files import BundleFiles

    return BundleFiles(app, base_path=_get_base_path())


def _build_assets(app: ASGIApp) -> ASGIApp:
    from pages.delivery.asset_folders import find_folders
    from pages.delivery.assets import AssetFiles
    from pages.delivery.preloads import list_early_files

    folders = find_folders()
    early: tuple[Path, ...] = attempt("preloads", lambda: list_early_files(folders), ())
    return AssetFiles(app, folders=folders, base_path=_get_base_path(), early=early)


def _build_shell(app: ASGIApp) -> ASGIApp:
    from pages.delivery.asset_folders import find_folders
    from pages.delivery.preloads import Preloads, build_preloads
    from pages.delivery.shell import Shell

    return Shell(
        app,
        fonts={name: str(st.get_option(option)) for name, option in FONTS.items() if st.get_option(option)},
        preloads=attempt("preloads", lambda: build_preloads(find_folders()), Preloads()),
        first_view=attempt("first view", _find_first_view, None),
        base_path=_get_base_path(),
    )


def _find_first_view() -> tuple[RequestReader, FirstViewRenderer] | None:
    from pages.delivery.first_view import read_request, render_first_view

    return read_request, render_first_view


def _list_routes() -> Sequence[BaseRoute]:
    from pages.delivery.routes import list_routes

    return list_routes(_get_base_path())


def _list_data_routes() -> Sequence[BaseRoute]:
    from pages.delivery.data_routes import list_data_routes

    return list_data_routes(_get_base_path())


def _list_fact_routes() -> Sequence[BaseRoute]:
    from pages.delivery.fact_route import list_fact_routes

    return list_fact_routes(_get_base_path())


def _list_feed_routes() -> Sequence[BaseRoute]:
    from pages.delivery.feed_routes import list_feed_routes

    return list_feed_routes(_get_base_path())


def _list_preview_routes() -> Sequence[BaseRoute]:
    from pages.delivery.preview_routes import list_preview_routes

    return list_preview_routes(_get_base_path())


def _list_offline_routes() -> Sequence[BaseRoute]:
    from pages.delivery.offline_routes import list_offline_routes

    return list_offline_routes(_get_base_path())


def _list_unknown(routes: Sequence[BaseRoute]) -> Sequence[BaseRoute]:
    from pages.delivery.unknown_addresses import list_unknown

    return list_unknown(routes, _get_base_path())


def _get_base_path() -> str:
    return str(st.get_option("server.baseUrlPath") or "")
