"""The parts of a run: each yields samples, the subjects taking turns so that a busy minute hits all alike."""

import asyncio
import http.client
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, Page

from data.folder import locate_files
from data.table.table import read_table
from tests.bench.arrivals import measure_arrivals
from tests.bench.edition import measure_editions
from tests.bench.japan import list_municipalities
from tests.bench.load import measure_memory, run_load
from tests.bench.report import Sample
from tests.bench.servers import DATASETTE, HELLO, JAPAN, MADOGUCHI, PLAIN, Server
from tests.bench.strangers import time_cpu, time_start_page
from tests.bench.visits import (
    LOCAL,
    SLOW,
    Profile,
    Wanted,
    await_noted,
    choose_prefecture,
    drop_prefecture,
    move_map,
    open_visit,
    watch_quietly,
)

PREFECTURE = "Osaka"
CITIES = read_table(locate_files({})).cities
NAMES = tuple(city.place.en for city in CITIES)
EVERYWHERE = list_municipalities()
READY = "[data-ready]"  # the app's own map says when it can be used
WANTED = {
    MADOGUCHI: Wanted(NAMES, len(CITIES), READY),
    PLAIN: Wanted((), len(CITIES)),
    HELLO: Wanted(("hello world",)),
    DATASETTE: Wanted(NAMES, len(CITIES)),
    JAPAN: Wanted(("Osaka",), len(EVERYWHERE), READY),
}
IN_PREFECTURE = {name: sum(city.prefecture.en == PREFECTURE for city in CITIES) for name in WANTED} | {
    JAPAN: sum(place.prefecture.en == PREFECTURE for place in EVERYWHERE)
}

Servers = Mapping[str, Server]


@dataclass(frozen=True)
class Effort:
    """How much is repeated: visits of each subject, rounds of filter changes, changes a round, and the load."""

    slow: int
    local: int
    rounds: int
    changes: int
    sessions: int
    minutes: float
    memory_sessions: int


def measure_pages(browser: Browser, servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Load each page with an empty cache, on the slow and on the local connection."""
    for profile, repetitions in ((LOCAL, effort.local), (SLOW, effort.slow)):
        for _ in range(repetitions):
            for name in (MADOGUCHI, PLAIN, HELLO, DATASETTE):
                yield from _load_page(browser, servers[name], profile)


def measure_filter(browser: Browser, servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Choose a prefecture and drop it again, several times in one visit; then pan and zoom the map."""
    for _ in range(effort.rounds):
        for name in (MADOGUCHI, PLAIN):
            yield from _change_filter(browser, servers[name], effort.changes)
        yield from _follow_filter(browser, servers[DATASETTE], effort.changes)


def measure_japan(browser: Browser, servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Change the filter among all municipalities, and weigh the first response with few and with all of them."""
    for _ in range(effort.rounds):
        yield from _change_filter(browser, servers[JAPAN], effort.changes)
    for name in (MADOGUCHI, JAPAN):
        weight = _weigh_first_view(servers[name])
        if weight is not None:
            yield Sample("first_view.bytes", name, weight)


def measure_sessions(servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Open many sessions and look at the server's memory."""
    for name in (MADOGUCHI, PLAIN, HELLO):
        yield Sample("memory", name, asyncio.run(measure_memory(servers[name], effort.memory_sessions)))


def measure_first_runs(_servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Let visitors arrive at servers of their own, which no other part has warmed."""
    yield from measure_arrivals(effort.local, effort.sessions)


def measure_files(_servers: Servers, _effort: Effort) -> Iterator[Sample]:
    """Weigh the static edition; no server has a part in it."""
    yield from measure_editions()


def measure_load(servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Let many visitors change the filter at once; last, since it may leave a server out of breath."""
    for name in (MADOGUCHI, PLAIN):
        load = asyncio.run(run_load(servers[name], effort.sessions, effort.minutes))
        yield Sample("load.lost", name, load.lost)
        yield Sample("load.answered", name, len(load.seconds))
        if len(load.seconds) > 1:
            yield Sample("load.p95", name, quantiles(load.seconds, n=20)[-1] * 1000)


def measure_strangers(servers: Servers, effort: Effort) -> Iterator[Sample]:
    """Ask for the start page alone and beside others who ask for what nobody asked before."""
    server = servers[MADOGUCHI]
    yield Sample("unasked.page", MADOGUCHI, time_cpu(server, "/"))
    yield Sample("unasked.sheet", MADOGUCHI, time_cpu(server, "/sheet"))
    for measure, crowded in (("start.alone", False), ("start.crowded", True)):
        yield Sample(measure, MADOGUCHI, quantiles(time_start_page(server, crowded=crowded), n=20)[-1])


BROWSER_PARTS: Mapping[str, Callable[[Browser, Servers, Effort], Iterator[Sample]]] = {
    "pages": measure_pages,
    "filter": measure_filter,
    "japan": measure_japan,
}
STREAM_PARTS: Mapping[str, Callable[[Servers, Effort], Iterator[Sample]]] = {
    "edition": measure_files,
    "strangers": measure_strangers,
    "memory": measure_sessions,
    "arrivals": measure_first_runs,
    "load": measure_load,
}


def warm_up(browser: Browser, servers: Servers) -> None:
    """Visit each subject once, unmeasured: what a server does once and keeps is not any visitor's."""
    for server in servers.values():
        with open_visit(browser, server, LOCAL, WANTED[server.name]):
            pass


def _load_page(browser: Browser, server: Server, profile: Profile) -> Iterator[Sample]:
    with open_visit(browser, server, profile, WANTED[server.name]) as (page, traffic):
        noted = page.evaluate("({...bench.noted, paint: bench.getFirstPaint()})")
        found = {
            "paint": noted["paint"],
            "useful": noted["useful"],
            "ready": noted["cities"] or noted["useful"],
            "bytes": traffic.total,
            "requests": traffic.requests,
            "handed": traffic.handed,
        }
    for key, value in found.items():
        if value is not None:
            yield Sample(f"{profile.name}.{key}", server.name, value)


def _change_filter(browser: Browser, server: Server, changes: int) -> Iterator[Sample]:
    few, all_of_them = IN_PREFECTURE[server.name], WANTED[server.name].cities
    with open_visit(browser, server, LOCAL, WANTED[server.name]) as (page, traffic):
        _choose_and_drop(page, few, all_of_them)  # the first change of a visit is not like the others
        cpu, wire, reruns = _read_cpu(server), traffic.total, traffic.reruns
        for _ in range(changes):
            yield Sample("filter.time", server.name, _choose_and_drop(page, few, all_of_them))
        yield Sample("filter.cpu", server.name, (_read_cpu(server) - cpu) / (2 * changes) * 1000)
        yield Sample("filter.bytes", server.name, (traffic.total - wire) / (2 * changes))
        yield Sample("filter.reruns", server.name, (traffic.reruns - reruns) / (2 * changes))
        reruns = traffic.reruns
        move_map(page)
        yield Sample("moves.reruns", server.name, traffic.reruns - reruns)


def _choose_and_drop(page: Page, few: int, all_of_them: int) -> float:
    """Return the ms of choosing; each change may finish in peace."""
    answered = choose_prefecture(page, PREFECTURE, few)
    watch_quietly(page, 1 / 2)
    drop_prefecture(page, all_of_them)
    watch_quietly(page, 1 / 2)
    return answered


def _follow_filter(browser: Browser, server: Server, changes: int) -> Iterator[Sample]:
    """Where a filter is a link: open its page, the cache now full."""
    wanted = WANTED[server.name]
    with open_visit(browser, server, LOCAL, wanted) as (page, traffic):
        cpu, wire = _read_cpu(server), traffic.total
        for _ in range(changes):
            page.goto(f"{server.url}{server.path}?Prefecture={PREFECTURE}", wait_until="commit")
            page.evaluate("cities => bench.arm(cities, null)", IN_PREFECTURE[server.name])
            yield Sample("filter.time", server.name, await_noted(page, "answered"))
        yield Sample("filter.cpu", server.name, (_read_cpu(server) - cpu) / changes * 1000)
        yield Sample("filter.bytes", server.name, (traffic.total - wire) / changes)


def _weigh_first_view(server: Server) -> int | None:
    """Return the bytes of the compressed page before any script, None where it names no city yet."""
    if PREFECTURE.encode() not in _fetch(server, "identity"):
        return None
    return len(_fetch(server, "br, gzip"))


def _fetch(server: Server, encoding: str) -> bytes:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    try:
        connection.request("GET", server.path, headers={"Accept-Encoding": encoding, "Accept": "text/html"})
        return connection.getresponse().read()
    finally:
        connection.close()


def _read_cpu(server: Server) -> float:
    times = psutil.Process(server.process_id).cpu_times()
    return float(times.user + times.system)
