"""Ask an ASGI app without a network, and small apps to put pieces of delivery around."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send


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
