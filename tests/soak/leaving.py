"""A thousand sessions one after the other: what they took is given back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from tests.browser.server import RunningApp
from tests.soak.rows import Row
from tests.soak.visitor import Visitor

WARM = 300  # sessions after which nothing grows that is made once
SHARE = 0.05
PATIENCE_SECONDS = 300  # Streamlit keeps a session that has left for two minutes, in case it comes back


@dataclass(frozen=True)
class Held:
    """What a process holds."""

    memory: int
    descriptors: int
    threads: int


def measure_leaving(app: RunningApp, sessions: int) -> Iterator[Row]:
    """Open, use and leave so many sessions, and compare what the process holds with what it held before."""
    asyncio.run(_visit(app, WARM))
    before = _settle(app, None)
    asyncio.run(_visit(app, sessions))
    after = _settle(app, before)
    for name, unit in (("memory", "MB"), ("descriptors", ""), ("threads", "")):
        old, new = getattr(before, name), getattr(after, name)
        shown = [f"{value / 1e6:.0f} {unit}" if unit else str(value) for value in (old, new)]
        promise = f"{sessions} sessions one after the other: {name} back"
        yield Row(promise, "within 5 %", f"{shown[0]}, then {shown[1]}", new <= old * (1 + SHARE))


async def _visit(app: RunningApp, sessions: int) -> None:
    for number in range(sessions):
        async with Visitor(app.url, query="lang=vi") as visitor:
            await visitor.run()
            await visitor.run([visitor.options[number % len(visitor.options)]])


def _settle(app: RunningApp, before: Held | None) -> Held:
    """Return what is held once it has come back to that of before, or no longer falls."""
    held = _read(app)
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and not (before and _is_back(held, before)):
        time.sleep(5)  # between two looks: nobody is told when what is old was let go
        asyncio.run(_visit(app, 1))  # Streamlit lets go of what is old when somebody comes
        held = _read(app)
        if before is None and time.monotonic() > end - PATIENCE_SECONDS + 150:
            break
    return held


def _is_back(held: Held, before: Held) -> bool:
    return all(
        getattr(held, name) <= getattr(before, name) * (1 + SHARE) for name in ("memory", "descriptors", "threads")
    )


def _read(app: RunningApp) -> Held:
    process = psutil.Process(app.process.pid)
    return Held(process.memory_info().rss, process.num_fds(), process.num_threads())
