"""Which hosts are hosts, which of them the app answers to, and which requests come in, wherever it is mounted."""

import asyncio
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Scope

from pages.delivery.hosts import AllowedHosts, read_host
from pages.delivery.request_check import RequestCheck, judge_request
from tests.pages.delivery.asgi import ask, make_scope, refuse


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Map.Example.org", "map.example.org"),
        ("map.example.org:443", "map.example.org"),
        ("map.example.org.", "map.example.org"),
        ("xn--wgv71a.example", "xn--wgv71a.example"),
        ("[::1]", "[::1]"),
        ("[2001:db8::1]:8501", "[2001:db8::1]"),
        ("127.0.0.1:1", "127.0.0.1"),
        ("", None),
        (".", None),
        (":80", None),
        ("a:", None),
        ("a:0x50", None),
        ("a:70000", None),
        ("a,b", None),
        ("a\u2028b", None),
        ("\u0661.example", None),
        ("user:word@a", None),
        ("<script>", None),
        ("[::1", None),
        ("a" * 254, None),
    ],
)
def test_a_host_is_read_or_is_none(header: str, name: str | None) -> None:
    """A name, an address, a port; nothing that an address, a page or a log could take for something else."""
    assert read_host(header) == name


@given(st.text(max_size=80))
def test_what_is_read_as_a_host_has_plain_signs_only(header: str) -> None:
    """Whatever a stranger sends: none, or letters, digits and the signs of names."""
    name = read_host(header)
    assert name is None or set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_[]:")


@pytest.mark.parametrize(
    ("patterns", "name", "accepted"),
    [
        ((), "anything.example", True),
        (("a.example",), "a.example", True),
        (("a.example",), "b.a.example", False),
        (("*.a.example",), "c.b.a.example", True),
        (("*.a.example",), "a.example", False),
        (("*.a.example",), "ba.example", False),
        (("a.example",), "localhost", True),
        (("a.example",), "127.0.0.1", True),
        (("a.example",), "127.0.0.2", False),
    ],
)
def test_names_are_those_of_the_list(patterns: tuple[str, ...], name: str, accepted: bool) -> None:
    """Each by its whole name; a star for all that is below a name; this machine always."""
    assert AllowedHosts(patterns).accept(name) == accepted


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
