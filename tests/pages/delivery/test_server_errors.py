"""What breaks behind is answered, in plain words, at whatever point of the answer it breaks."""

import asyncio
import re

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.delivery.server_errors import ServerErrors
from tests.pages.delivery.asgi import ask, make_scope


def break_with(error: Exception, *, begun: bool = False) -> ASGIApp:
    """Make an app that raises, before or after its answer has begun."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if begun:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise error

    return app


@pytest.mark.parametrize(
    ("headers", "kind", "words"),
    [
        ({}, "text/plain; charset=utf-8", "Something went wrong here."),
        ({"accept": "text/html"}, "text/html; charset=utf-8", "Something went wrong here."),
        ({"accept": "text/html", "accept-language": "ja"}, "text/html; charset=utf-8", "問題が起きました。"),
    ],
)
def test_what_breaks_is_500_in_plain_words(headers: dict[str, str], kind: str, words: str) -> None:
    """A page for people and a line for programs, in their language, with a number; nothing of the error itself."""
    answer = asyncio.run(ask(ServerErrors(break_with(ValueError("himitsu"))), make_scope("/sheet", headers)))
    text = answer.body.decode()
    assert (answer.status, answer.headers["content-type"]) == (500, kind)
    assert words in text
    assert re.search(r"\d{4}-\d{4}", text)
    assert "himitsu" not in text


def test_what_breaks_while_it_is_told_is_told_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even the page about it fails there is the number."""

    def fail(*_rest: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("pages.delivery.server_errors.answer_status", fail)
    answer = asyncio.run(ask(ServerErrors(break_with(ValueError())), make_scope("/")))
    assert answer.status == 500
    assert re.fullmatch(rb"Error \d{4}-\d{4}\n", answer.body)


def test_an_answer_that_has_begun_ends(caplog: pytest.LogCaptureFixture) -> None:
    """A second answer in the middle of the first would be taken for its content; the log has the number."""
    answer = asyncio.run(ask(ServerErrors(break_with(ValueError(), begun=True)), make_scope("/")))
    assert (answer.status, answer.body) == (200, b"")
    assert len(caplog.records) == 1


def test_whoever_hangs_up_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody is told, and the log stays empty."""

    async def ask_and_leave() -> None:
        async def unused(*_rest: object) -> None:
            raise AssertionError("nothing is sent")

        await ServerErrors(break_with(ClientDisconnect()))(make_scope("/"), unused, unused)  # type: ignore[arg-type]

    asyncio.run(ask_and_leave())
    assert caplog.records == []
