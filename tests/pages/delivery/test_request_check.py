"""Which requests come in, wherever the app is mounted."""

import asyncio
from http import HTTPStatus

import pytest
from starlette.types import Message, Scope

from pages.address.hosts import AllowedHosts
from pages.delivery.request_check import RequestCheck, judge_request
from tests.pages.delivery.asgi import ask, make_scope, refuse


@pytest.mark.parametrize("base", ["", "base"])
@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "example.org", None),
        ("/healthz", "10.0.0.1", None),
        ("/healthz/x", "10.0.0.1", HTTPStatus.MISDIRECTED_REQUEST),
        ("/", "10.0.0.1", HTTPStatus.MISDIRECTED_REQUEST),
        ("/", "a b", HTTPStatus.BAD_REQUEST),
        ("/\0", "example.org", HTTPStatus.BAD_REQUEST),
        ("/東京", "example.org", None),
        ("/?" + "q" * 8200, "10.0.0.1", HTTPStatus.REQUEST_URI_TOO_LONG),
    ],
)
def test_a_request_is_judged_below_a_base_path_too(path: str, host: str, status: HTTPStatus | None, base: str) -> None:
    """Size first, then form, then whom it is for; probes of health excepted from the last."""
    prefix = f"/{base}" if base else ""
    assert judge_request(make_scope(prefix + path, {"host": host}), AllowedHosts(("example.org",)), base) == status


def test_behind_the_check_every_request_has_a_host() -> None:
    """Where a probe names none, this machine's stands there; what is named stays."""
    seen: list[Scope] = []

    async def note(scope: Scope, receive: object, send: object) -> None:
        seen.append(scope)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        raise AssertionError("nothing is refused here")

    for headers in ([], [(b"host", b"example.org")]):
        scope = {**make_scope("/"), "headers": headers}
        asyncio.run(RequestCheck(note, hosts=AllowedHosts())(scope, receive, send))
    assert [scope["headers"] for scope in seen] == [[(b"host", b"localhost")], [(b"host", b"example.org")]]


def test_strangers_names_do_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Each host is told once, and at most twenty of them."""
    check = RequestCheck(refuse, hosts=AllowedHosts(("example.org",)))
    for number in range(100):
        for _ in range(2):
            assert asyncio.run(ask(check, make_scope("/", {"host": f"{number}.example"}))).status == 421
    assert len(caplog.records) == 20
