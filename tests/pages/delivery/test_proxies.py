"""Which proxies are believed when they say how the app was asked for."""

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from pages.delivery.proxies import LocalProxies, write_plainly
from tests.pages.delivery.asgi import make_scope


@pytest.mark.parametrize(
    ("client", "trusted", "scheme"),
    [
        ("127.0.0.1", "", "https"),
        ("::1", "", "https"),
        ("::ffff:127.0.0.1", "", "https"),
        ("192.0.2.9", "", "http"),
        ("::ffff:192.0.2.9", "", "http"),
        ("::ffff:10.1.2.3", "10.0.0.0/8", "https"),
        ("::ffff:127.0.0.1", "10.0.0.0/8", "http"),
        ("2001:db8::1", "*", "https"),
        ("unix", "", "http"),
        (None, "", "http"),
    ],
)
def test_a_trusted_proxy_is_heard_under_each_of_its_addresses(client: str | None, trusted: str, scheme: str) -> None:
    """This machine's, or those of FORWARDED_ALLOW_IPS, IPv4 in IPv6's clothes included; no stranger's."""
    seen: list[Scope] = []

    async def note(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = make_scope("/", {"x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.7"})
    scope["scheme"] = "http"
    scope["client"] = (client, 4711) if client else None
    unused: Any = None
    asyncio.run(LocalProxies(note, trusted=trusted)(scope, unused, unused))
    assert seen[0]["scheme"] == scheme
    heard = scheme == "https" and "*" not in trusted
    assert not heard or seen[0]["client"] == ("198.51.100.7", 0)


@pytest.mark.parametrize(
    ("host", "plain"),
    [("::ffff:10.1.2.3", "10.1.2.3"), ("::1", "::1"), ("10.1.2.3", "10.1.2.3"), ("testclient", "testclient"), ("", "")],
)
def test_an_address_is_written_plainly(host: str, plain: str) -> None:
    """Only an IPv4 address in IPv6's form changes."""
    assert write_plainly(host) == plain
