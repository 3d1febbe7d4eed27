"""The app with every piece of delivery broken: `streamlit run tests/pages/delivery/broken_app.py` still serves it."""

import sys
from pathlib import Path
from typing import NoReturn

import streamlit as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from pages.delivery import (
    assets,
    bundle_files,
    closed,
    first_view,
    frame_guard,
    headers,
    limits,
    origins,
    preloads,
    proxies,
    refusals,
    request_check,
    routes,
    server_errors,
    session_limit,
    shell,
    sockets,
    stack,
    start_line,
)
from pages.delivery import data_routes as downloads
from pages.delivery import feed_routes as feeds
from pages.delivery import unknown_addresses as addresses
from pages.health import log_lines


def fail(*_args: object, **_options: object) -> NoReturn:
    """Stand for a piece that breaks."""
    raise RuntimeError("broken on purpose")


for owner, name in [
    (addresses, "list_unknown"),
    (assets, "AssetFiles"),
    (bundle_files, "BundleFiles"),
    (frame_guard, "FrameGuard"),
    (closed, "is_closed"),
    (limits, "limit_messages"),
    (origins, "gather_hosts"),
    (proxies, "ProxyHeadersMiddleware"),
    (refusals, "hide_refused_gzip"),
    (downloads, "list_data_routes"),
    (feeds, "list_feed_routes"),
    (first_view, "render_first_view"),
    (headers, "build_policy"),
    (preloads, "read_manifest"),
    (request_check, "judge_request"),
    (routes, "list_routes"),
    (server_errors, "ServerErrors"),
    (session_limit, "is_stream"),
    (shell, "edit_shell"),
    (sockets, "send_promptly"),
    (start_line, "write_start"),
    (log_lines, "use_lines"),
]:
    setattr(owner, name, fail)

app = st.App(str(ROOT / "pages" / "main.py"), middleware=stack.build_middleware(), routes=stack.build_routes())
