"""A look at a link finds the right class, whatever the site does."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from itertools import pairwise
from pathlib import Path

import pytest

from data.links.fetching import Bounds, Fetcher, open_client
from data.links.looking import look_at
from data.links.pacing import Pacer
from data.links.resolving import Endpoint
from data.links.robots import RobotsKeeper
from data.links.running import look_at_all
from data.links.trouble import LinkFinding
from tests.data.links.behaviours import BEHAVIOURS, PAGE, UNNAMED, Behaviour, say
from tests.data.links.conftest import FakeClock
from tests.data.links.site_server import SiteServer, Visitor, serve_sites

BOUNDS = Bounds(connect_seconds=5, request_seconds=2.5)
CLOSED_PORT = "takes no connection"


async def resolve(host: str, _port: int) -> list[str]:
    """Know one name, which is of somebody's own network, and numbers."""
    if host == "inside.example.jp":
        return ["10.0.0.7"]
    with suppress(ValueError):
        return [str(ip_address(host))]
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
def found(sites: SiteServer, trusted: Path) -> dict[str, LinkFinding]:
    """Return what one run finds at all sites, side by side."""

    async def look_at_each() -> dict[str, LinkFinding]:
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
def test_each_behaviour_is_found_out(behaviour: Behaviour, found: Mapping[str, LinkFinding], sites: SiteServer) -> None:
    """A site that misbehaves costs nothing but its own class, and what moved is proposed."""
    finding = found[behaviour.name]
    assert (finding.found, finding.moved_to) == (behaviour.found, behaviour.moved_to), finding
    assert (not finding.detail) == (behaviour.found == "ok")
    if behaviour.asked is not None:
        asked = sites.list_asked(behaviour.name_of_host)
        assert [one for one in asked if "robots" not in one] == list(behaviour.asked)


HELD_OPEN = ("trickling-body", "endless-body", "answers-never", "begins-only", "endless-headers")


def test_a_host_is_asked_by_one_visitor_at_a_time(found: Mapping[str, LinkFinding], sites: SiteServer) -> None:
    """No site ever had two requests at once, in all of that run.

    A site that goes on sending after we have left is not done with us, though we are with it.
    """
    visits: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in sites.asked:
        visits[one.host].append((one.begun, one.ended))
    overlapping = {
        host for host, times in visits.items() for before, after in pairwise(sorted(times)) if after[0] < before[1]
    }
    assert len(found) == len(BEHAVIOURS) >= 30
    assert overlapping <= {f"{name}.example.jp" for name in HELD_OPEN}


def test_visitors_say_who_they_are(found: Mapping[str, LinkFinding], sites: SiteServer) -> None:
    """Each request bears our name, asks for nothing packed, and follows robots.txt, which is asked for first."""
    assert {one.headers["user-agent"] for one in sites.asked} == {"Test"}
    assert {one.headers["accept-encoding"] for one in sites.asked} == {"identity"}
    assert sites.list_asked("plain-page.example.jp")[:3] == [
        "GET /robots.txt",
        "HEAD /living/classes/japanese.html",
        "GET /living/classes/japanese.html",
    ]


def test_requests_to_a_host_are_a_second_apart(certificates: dict[str, ssl.SSLContext], trusted: Path) -> None:
    """By the clock that runs ahead: five links of three hosts that lead to each other, and what a site asks for."""
    clock, times = FakeClock(), defaultdict[str, list[float]](list)

    def note(visitor: Visitor) -> None:
        times[visitor.host].append(clock.seconds)
        leads = visitor.path == "/to/other.html" and visitor.host != "other.example.jp"
        visitor.answer(302 if leads else 200, PAGE, **({"Location": "https://other.example.jp/x"} if leads else {}))

    hosts = ("other.example.jp", "gone.example.jp", "error.example.jp")
    slow = say(200, "User-agent: *\nCrawl-delay: 4", Content_Type="text/plain")

    async def look_at_each(port: int) -> None:
        async with open_client(BOUNDS) as client:
            named = {host: Endpoint("127.0.0.1", port) for host in hosts}
            fetcher = Fetcher(client, Pacer(clock), "Test", named, resolve, Bounds(request_seconds=20))
            robots = RobotsKeeper(fetcher)
            links = [f"https://{host}/{path}" for host in hosts for path in ("to/other.html", "a.html")]
            await asyncio.gather(*(look_at(link, fetcher, robots) for link in links))

    with pytest.MonkeyPatch.context() as patch, serve_sites(dict.fromkeys(hosts, note), certificates) as server:
        patch.setenv("SSL_CERT_FILE", str(trusted))
        server.robots["error.example.jp"] = slow
        asyncio.run(look_at_each(server.port))
    gaps = {host: min(after - before for before, after in pairwise(times[host])) for host in hosts}
    assert gaps["other.example.jp"] >= 1 - 1e-6
    assert gaps["gone.example.jp"] >= 1 - 1e-6
    assert gaps["error.example.jp"] >= 4 - 1e-6
    assert len(times["other.example.jp"]) >= 10
