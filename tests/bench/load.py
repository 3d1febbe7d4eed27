"""Many visitors at once: filter changes over raw WebSockets, and what each session costs in memory."""

import asyncio
import contextlib
import time
from dataclasses import dataclass

import psutil
from websockets.exceptions import WebSocketException

from tests.bench.servers import PLAIN, Server
from tests.bench.streams import Stream

THINK_SECONDS = 5.0
WARM_SESSIONS = 20  # opened before memory is looked at: some of it grows once, not with each session
ECHOES = {PLAIN: 1}  # runs that a browser asks for after a change: a new map's frame reports what it shows
RAMP_SECONDS = 20.0  # visitors do not all come in the same second


@dataclass(frozen=True)
class Load:
    """What became of the visitors: seconds of each answered filter change, and how many visitors were lost."""

    seconds: tuple[float, ...]
    lost: int


async def run_load(server: Server, sessions: int, minutes: float) -> Load:
    """Let that many visitors change the filter every five seconds for some minutes.

    A visitor is lost when the connection breaks, or when an answer takes longer than a minute.
    """
    end = time.monotonic() + RAMP_SECONDS + minutes * 60
    answered: list[float] = []
    visitors = [
        asyncio.create_task(_visit(server, number, number * RAMP_SECONDS / sessions, end, answered))
        for number in range(sessions)
    ]
    stayed = await asyncio.gather(*visitors)
    return Load(tuple(answered), stayed.count(False))


async def measure_memory(server: Server, sessions: int) -> float:
    """Return by how many bytes the server grows with each open session that has changed its filter once."""
    async with contextlib.AsyncExitStack() as stack:
        await _open_sessions(stack, server, WARM_SESSIONS)
        before = _read_memory(server)
        await _open_sessions(stack, server, sessions)
        return (_read_memory(server) - before) / sessions


async def _visit(server: Server, number: int, delay: float, end: float, answered: list[float]) -> bool:
    """Visit until the end; return whether the server kept the connection."""
    await asyncio.sleep(delay)
    try:
        async with Stream(server.url) as stream:
            await stream.run()
            while time.monotonic() < end:
                asked = time.monotonic()
                number += 1
                chosen = [stream.options[number % len(stream.options)]]
                answered.append((await stream.run(chosen)).seconds)
                for _ in range(ECHOES.get(server.name, 0)):
                    await stream.run(chosen)
                await asyncio.sleep(max(0.0, asked + THINK_SECONDS - time.monotonic()))
    except (OSError, TimeoutError, WebSocketException):
        return False
    return True


async def _open_sessions(stack: contextlib.AsyncExitStack, server: Server, count: int) -> None:
    for number in range(count):
        stream = await stack.enter_async_context(Stream(server.url))
        await stream.run()
        if stream.options:
            await stream.run([stream.options[number % len(stream.options)]])


def _read_memory(server: Server) -> int:
    return int(psutil.Process(server.process_id).memory_info().rss)
