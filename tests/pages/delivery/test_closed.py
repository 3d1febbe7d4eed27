"""Which addresses are shut, wherever the app is mounted."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.delivery.closed import ClosedDoors
from tests.pages.delivery.asgi import ask, make_scope


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for Streamlit, which would answer."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("path", "base", "status"),
    [
        ("/_stcore/upload_file", "", 404),
        ("/_stcore/upload_file/session/file", "", 404),
        ("/base/_stcore/upload_file/session/file", "base", 404),
        ("/base/oauth2callback", "/base/", 404),
        ("/auth/login", "", 404),
        ("/_stcore/health", "", 200),
        ("/_stcore/upload_files", "", 200),
        ("/authors", "", 200),
        ("/cities", "", 200),
        ("/", "", 200),
    ],
)
def test_only_what_the_app_uses_is_open(path: str, base: str, status: int) -> None:
    """Uploads and logins are not there, below a base path either; addresses that only begin alike are."""
    assert asyncio.run(ask(ClosedDoors(answer, base_path=base), make_scope(path))).status == status


@pytest.mark.parametrize(("metrics", "status"), [(False, 404), (True, 200)])
@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent", "/_stcore/agent/openapi.json"])
def test_the_operators_doors_open_by_a_setting(path: str, metrics: bool, status: int) -> None:
    """Counters and the interface for programs are shut until whoever runs the app says otherwise."""
    assert asyncio.run(ask(ClosedDoors(answer, metrics=metrics), make_scope(path))).status == status


def test_nothing_that_is_sent_is_read() -> None:
    """The answer comes before the first byte of the body, and the connection ends."""
    sent: list[Message] = []

    async def refuse_to_read() -> Message:
        raise AssertionError("the body was asked for")

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(ClosedDoors(answer)(make_scope("/_stcore/upload_file/a/b", method="PUT"), refuse_to_read, send))
    assert sent[0]["status"] == 404
    assert (b"connection", b"close") in sent[0]["headers"]
