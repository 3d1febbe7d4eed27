"""Visitors who arrive: the first run of a session, alone and a hundred at once, and the memory of a full server.

Each subject is a server of its own, started for this part: the app as it is shipped, and the same app watching its
files for changes, as Streamlit does unless it is told not to.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import psutil
from websockets.exceptions import WebSocketException

from tests.bench.report import Sample
from tests.bench.servers import MADOGUCHI, WATCHING, Server, start_servers
from tests.bench.streams import Stream

SPREAD_SECONDS = 10.0  # visitors of a link that was just shared
WAYS = {"together": 0.0, "spread": SPREAD_SECONDS}


@dataclass(frozen=True)
class Arrivals:
    """What became of some visitors: seconds until each had the page, how many never had it, the server's bytes."""

    seconds: tuple[float, ...]
    lost: int
    memory: int


def measure_arrivals(alone: int, together: int) -> Iterator[Sample]:
    """Measure so many sessions one after the other, then so many at once; the first of all is not counted."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-arrivals-") as folder:
        for name in (MADOGUCHI, WATCHING):
            with start_servers(Path(folder), [name]) as servers:
                yield from _measure(servers[name], alone, together)


async def arrive(server: Server, sessions: int, within: float) -> Arrivals:
    """Let so many visitors come, evenly within these seconds, and stay until all have what they came for."""
    answers: asyncio.Queue[float | None] = asyncio.Queue()
    leave = asyncio.Event()
    visitors = [
        asyncio.create_task(_visit(server, number * within / sessions, answers, leave)) for number in range(sessions)
    ]
    waited = [await answers.get() for _ in visitors]
    memory = int(psutil.Process(server.process_id).memory_info().rss)
    leave.set()
    await asyncio.gather(*visitors)
    return Arrivals(tuple(seconds for seconds in waited if seconds is not None), waited.count(None), memory)


def _measure(server: Server, alone: int, together: int) -> Iterator[Sample]:
    asyncio.run(arrive(server, 1, 0))
    before = _read_cpu(server)
    for _ in range(alone):
        for seconds in asyncio.run(arrive(server, 1, 0)).seconds:
            yield Sample("arrivals.alone", server.name, seconds * 1000)
    yield Sample("arrivals.cpu", server.name, (_read_cpu(server) - before) / alone * 1000)
    for way, within in WAYS.items():
        arrivals = asyncio.run(arrive(server, together, within))
        for seconds in arrivals.seconds:
            yield Sample(f"arrivals.{way}", server.name, seconds * 1000)
        if len(arrivals.seconds) > 1:
            yield Sample(f"arrivals.{way}.p95", server.name, quantiles(arrivals.seconds, n=20)[-1] * 1000)
        yield Sample(f"arrivals.{way}.lost", server.name, arrivals.lost)
        if not within:
            yield Sample("arrivals.memory", server.name, arrivals.memory)


async def _visit(server: Server, delay: float, answers: asyncio.Queue[float | None], leave: asyncio.Event) -> None:
    """Connect, run the app once and stay; None is answered if the server hangs up or takes longer than a minute."""
    await asyncio.sleep(delay)
    begin = time.monotonic()
    try:
        async with Stream(server.url) as stream:
            await stream.run()
            await answers.put(time.monotonic() - begin)
            await leave.wait()
    except (OSError, TimeoutError, WebSocketException):
        if not leave.is_set():
            await answers.put(None)


def _read_cpu(server: Server) -> float:
    times = psutil.Process(server.process_id).cpu_times()
    return float(times.user + times.system)
