"""The app whose settings a test changes while it runs, as its operator would by starting it anew with others."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from pages.delivery.stack import build_middleware, build_routes
from tests.browser.server import SETTINGS_PATH


class TakeSettings:
    """Stands before the app, and takes what is asked for at an address of its own for the settings from now on."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before that app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take settings, or pass on what is meant for the app."""
        if scope["type"] != "http" or scope["path"] != SETTINGS_PATH:
            await self.app(scope, receive, send)
            return
        replace_settings(dict(parse_qsl(scope["query_string"].decode())))
        await PlainTextResponse("taken")(scope, receive, send)


def replace_settings(settings: Mapping[str, str]) -> None:
    """Put these in the place of all settings of ours."""
    for name in [name for name in os.environ if name.startswith("MADOGUCHI_")]:
        del os.environ[name]
    os.environ.update(settings)


def tell_failure(error: Exception) -> bool:
    """Tell visitor and log what failed, as in app.py."""
    from pages.app import failures

    return failures.tell_failure(error)


app = st.App(
    str(ROOT / "pages" / "main.py"),
    middleware=[Middleware(TakeSettings), *build_middleware()],
    routes=build_routes(),
    on_script_error=tell_failure,
)
