"""Where requests go: to the public address that was checked, whatever the name means a moment later."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest

from data.links.fetching import Bounds, Fetcher, open_client
from data.links.pacing import Pacer, RealClock
from data.links.resolving import Endpoint, find_endpoint
from data.links.trouble import LinkTrouble
from tests.local_server import serve


def answer(*addresses: str) -> tuple[list[str], Endpoint]:
    """Return which names were asked for, and where a request goes then."""
    asked: list[str] = []

    async def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return list(addresses)

    return asked, asyncio.run(find_endpoint("a.example.jp", 443, {}, resolve))


def test_the_first_public_address_is_taken() -> None:
    """A name that means a private address too leads to the public one, asked for once."""
    assert answer("10.0.0.1", "8.8.8.8", "1.1.1.1") == (["a.example.jp"], Endpoint("8.8.8.8", 443))


def test_private_addresses_alone_lead_nowhere() -> None:
    """No request is sent into somebody's own network."""
    with pytest.raises(LinkTrouble, match="private network"):
        answer("10.0.0.1", "::1")


@pytest.mark.parametrize(("code", "found"), [(socket.EAI_NONAME, "name not found"), (socket.EAI_AGAIN, "timed out")])
def test_no_such_name_is_not_no_name_server(code: int, found: str) -> None:
    """A name server that is silent just now says nothing of the name."""

    async def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(code, "said the system")

    with pytest.raises(LinkTrouble) as trouble:
        asyncio.run(find_endpoint("a.example.jp", 443, {}, resolve))
    assert trouble.value.finding.found == found


def test_a_name_that_changes_its_mind_gains_nothing() -> None:
    """The name is looked up once for a request; the request goes to that address and asks for the name there."""
    meanings = iter([["8.8.8.8"], ["127.0.0.1"]])

    async def resolve(_host: str, _port: int) -> list[str]:
        return next(meanings)

    sent: list[httpx.Request] = []

    class Noting(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return httpx.Response(200)

    async def fetch() -> None:
        async with httpx.AsyncClient(transport=Noting()) as client:
            fetcher = Fetcher(client, Pacer(RealClock()), "Test", resolve=resolve)
            await fetcher.fetch("HEAD", httpx.URL("https://a.example.jp/x"))

    asyncio.run(fetch())
    [request] = sent
    assert (request.url.host, request.headers["host"]) == ("8.8.8.8", "a.example.jp")
    assert request.extensions["sni_hostname"] == "a.example.jp"


def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve names anew and reach what we may not; none is asked."""
    with serve() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        monkeypatch.setenv("HTTP_PROXY", proxy)

        async def fetch() -> None:
            bounds = Bounds(connect_seconds=2, request_seconds=2)
            async with open_client(bounds) as client:
                with socket.socket() as free:
                    free.bind(("127.0.0.1", 0))
                    named = {"a.example.jp": Endpoint("127.0.0.1", free.getsockname()[1])}
                    fetcher = Fetcher(client, Pacer(RealClock()), "Test", named, bounds=bounds)
                    await fetcher.fetch("GET", httpx.URL("http://a.example.jp/"))

        with pytest.raises(LinkTrouble, match="no connection"):
            asyncio.run(fetch())
