"""Whose pages may open a socket, and how Streamlit is spared the question."""

import asyncio

import pytest
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import Message, Receive, Scope, Send

from pages.delivery import stack
from pages.delivery.origins import MAX_WARNINGS, OriginCheck, Origins, gather_hosts

HOSTS = gather_hosts(
    ["https://map.example.org/kobe", "10.0.0.7", "partner.example:8443", "https://地図.example", "[", ""]
)


@pytest.mark.parametrize(
    ("origin", "asked", "accepted"),
    [
        (None, ["map.example.org"], True),
        ("https://other.example", ["other.example"], True),
        ("https://Other.Example", ["other.example"], True),
        ("https://other.example", ["127.0.0.1:8501", "other.example:443"], True),
        ("http://other.example:80", ["other.example"], True),
        ("http://other.example:8501", ["other.example:8501"], True),
        ("http://[::1]:8501", ["[::1]:8501"], True),
        ("https://map.example.org", ["127.0.0.1:8501"], True),
        ("http://10.0.0.7:8080", ["127.0.0.1:8501"], True),
        ("https://partner.example", ["map.example.org"], True),
        ("https://xn--lcs7e.example", ["map.example.org"], True),
        ("http://localhost:3000", ["map.example.org"], True),
        ("http://[::1]:3000", [], True),
        ("https://evil.example", ["map.example.org"], False),
        ("https://evil.example", [], False),
        ("https://map.example.org.evil.example", ["map.example.org"], False),
        ("https://map.example.org@evil.example", ["map.example.org"], False),
        ("http://other.example:8502", ["other.example:8501"], False),
        ("http://other.example", ["other.example:443"], False),
        ("null", ["map.example.org"], False),
        ("file://", ["map.example.org"], False),
        ("", ["map.example.org"], False),
        ("https://[", ["map.example.org"], False),
    ],
)
def test_own_pages_are_accepted_and_no_others(origin: str | None, asked: list[str], accepted: bool) -> None:
    """The host asked for, the public address, what the settings name, this machine; nobody who only looks like it."""
    assert Origins(HOSTS).accept(origin, asked) is accepted
    assert Origins(everyone=True).accept(origin, asked)


def shake_hands(origin: str | None, host: str, forwarded: str = "", app: OriginCheck | None = None) -> Scope | None:
    """Send a handshake through the check; give what reaches Streamlit, None if it was refused."""
    reached: list[Scope] = []
    sent: list[Message] = []

    async def note(scope: Scope, receive: Receive, send: Send) -> None:
        reached.append(scope)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    named = {"Host": host, "Origin": origin, "X-Forwarded-Host": forwarded}
    headers = [(name.encode(), value.encode()) for name, value in named.items() if value]
    check = app or OriginCheck(note, origins=Origins(HOSTS))
    check.app = note
    asyncio.run(check({"type": "websocket", "path": "/_stcore/stream", "headers": headers}, receive, send))
    assert [message["type"] for message in sent] == ([] if reached else ["websocket.close"])
    return reached[0] if reached else None


@pytest.mark.parametrize(
    ("origin", "host", "forwarded", "seen"),
    [
        ("https://map.example.org", "map.example.org", "", "https://map.example.org"),
        ("https://map.example.org", "127.0.0.1:8501", "", "https://127.0.0.1:8501"),
        ("https://other.example", "127.0.0.1:8501", "other.example, 10.0.0.1", "https://127.0.0.1:8501"),
        (None, "127.0.0.1:8501", "", None),
    ],
)
def test_streamlit_sees_its_own_pages_only(origin: str | None, host: str, forwarded: str, seen: str | None) -> None:
    """Behind a proxy that renames the host, an accepted page looks like one of that host: no question is left."""
    scope = shake_hands(origin, host, forwarded)
    assert scope is not None
    headers = Headers(raw=[(name.lower(), value) for name, value in scope["headers"]])
    assert (headers.get("origin"), headers["host"]) == (seen, host)


def test_a_refusal_is_logged_with_its_remedy_and_not_without_end(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever runs the app behind a proxy reads what to set; a stranger's thousand names do not fill the log."""
    check = OriginCheck(lambda *_: asyncio.sleep(0), origins=Origins(HOSTS))
    for number in range(1000):
        assert shake_hands(f"https://evil{number // 2}.example", "map.example.org", app=check) is None
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == MAX_WARNINGS
    assert "'https://evil0.example'" in lines[0]
    assert "MADOGUCHI_URL" in lines[0]


def test_the_public_address_is_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """MADOGUCHI_URL is enough for a proxy that hides under which name the app was asked for."""
    monkeypatch.setenv("MADOGUCHI_URL", "https://public.example/map")
    (piece,) = [piece for piece in stack.build_middleware() if piece.kwargs["name"] == "origin check"]
    assert isinstance(piece, Middleware)
    check = piece.cls(lambda *_: asyncio.sleep(0), *piece.args, **piece.kwargs)
    assert isinstance(check, OriginCheck)
    assert shake_hands("https://public.example", "10.0.0.1:8501", app=check)
    assert shake_hands("https://evil.example", "10.0.0.1:8501", app=check) is None
