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
    routes,
    session_limit,
    shell,
    sockets,
    stack,
)
from pages.delivery import data_routes as downloads
from pages.delivery import unknown_addresses as addresses


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
    (first_view, "render_first_view"),
    (headers, "build_policy"),
    (preloads, "read_manifest"),
    (routes, "list_routes"),
    (session_limit, "is_stream"),
    (shell, "edit_shell"),
    (sockets, "send_promptly"),
]:
    setattr(owner, name, fail)

app = st.App(str(ROOT / "pages" / "main.py"), middleware=stack.build_middleware(), routes=stack.build_routes())
