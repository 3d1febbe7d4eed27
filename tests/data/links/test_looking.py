"""A look at a link finds the right class, whatever the site does."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.links.fetching import Bounds, Fetcher, open_client
from data.links.looking import look_at
from data.links.pacing import Pacer
from data.links.resolving import Endpoint
from data.links.robots import RobotsKeeper
from data.links.running import look_at_all
from data.links.trouble import Finding
from tests.data.links.behaviours import BEHAVIOURS, UNNAMED, Behaviour
from tests.data.links.conftest import FakeClock
from tests.data.links.site_server import SiteServer

BOUNDS = Bounds(connect_seconds=5, request_seconds=2.5)
CLOSED_PORT = "takes no connection"


async def resolve(host: str, _port: int) -> list[str]:
    """Know one name, which is of somebody's own network."""
    if host == "inside.example.jp":
        return ["10.0.0.7"]
    raise socket.gaierror(socket.EAI_NONAME, "no such name")


def list_endpoints(port: int) -> Mapping[str, Endpoint]:
    """Return where each site is played; one where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = free.getsockname()[1]
    return {
        one.name_of_host.encode("idna").decode(): Endpoint("127.0.0.1", closed if one.name == CLOSED_PORT else port)
        for one in BEHAVIOURS
        if one.name not in UNNAMED
    }


@pytest.fixture(scope="module")
def found(sites: SiteServer, trusted: Path) -> dict[str, Finding]:
    """Return what one run finds at all sites, side by side."""

    async def look_at_each() -> dict[str, Finding]:
        async with open_client(BOUNDS) as client:
            clock = FakeClock()
            fetcher = Fetcher(client, Pacer(clock), "Test", list_endpoints(sites.port), resolve, BOUNDS)
            robots = RobotsKeeper(fetcher)
            run = await look_at_all(
                (one.address for one in BEHAVIOURS),
                (),
                lambda address: look_at(address, fetcher, robots),
                lambda _address, _finding: None,
            )
        return {one.name: run.found[one.address] for one in BEHAVIOURS}

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(trusted))
        return asyncio.run(look_at_each())


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda one: one.name)
def test_each_behaviour_is_found_out(behaviour: Behaviour, found: Mapping[str, Finding], sites: SiteServer) -> None:
    """A site that misbehaves costs nothing but its own class, and what moved is proposed."""
    finding = found[behaviour.name]
    assert (finding.found, finding.moved_to) == (behaviour.found, behaviour.moved_to), finding
    assert (not finding.detail) == (behaviour.found == "ok")
    if behaviour.asked is not None:
        asked = sites.list_asked(behaviour.name_of_host)
        assert [one for one in asked if "robots" not in one] == list(behaviour.asked)
