"""Ask an ASGI app without a network, and small apps to put pieces of delivery around."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import brotli
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from pages.delivery import stack


@dataclass(frozen=True)
class SentResponse:
    """An answer as it was sent."""

    status: int
    headers: Headers
    body: bytes


def make_scope(path: str, headers: Mapping[str, str] | None = None, method: str = "GET", root_path: str = "") -> Scope:
    """Make the scope of a request."""
    path, _, query = path.partition("?")
    pairs = {"host": "example.org", **(headers or {})}.items()
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": path,
        "root_path": root_path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in pairs],
    }


async def ask(app: ASGIApp, scope: Scope) -> SentResponse:
    """Send a request and collect its answer."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start = messages[0]
    body = b"".join(message.get("body", b"") for message in messages[1:])
    return SentResponse(start["status"], Headers(raw=list(start["headers"])), body)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for the app behind the files: it has none."""
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"the app's own answer"})


def build_app() -> ASGIApp:
    """Build Streamlit's own serving of its frontend, with delivery around it."""
    routes = [*stack.build_routes(), *create_streamlit_static_assets_routes("")]
    return Starlette(routes=routes, middleware=stack.build_middleware())


def unpack(answer: SentResponse) -> bytes:
    """Return the content of an answer."""
    unpackers: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
    return unpackers.get(answer.headers.get("content-encoding", ""), bytes)(answer.body)
