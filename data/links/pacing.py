"""Pacing: one request at a time to a host, at least a second after the one before, later where a site asks for it."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol

PAUSE_SECONDS = 1.0
INSTANT_SECONDS = 1e-6  # less than that is left over from adding


class Clock(Protocol):
    """A clock that can be waited by; tests have one that runs ahead."""

    def read_seconds(self) -> float:
        """Return seconds that never run backwards."""

    def read_date(self) -> datetime:
        """Return the time of day, in UTC."""

    async def wait(self, seconds: float) -> None:
        """Return so many seconds later."""


class RealClock:
    """The machine's own clock."""

    def read_seconds(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()

    def read_date(self) -> datetime:
        """Return the time of day, in UTC."""
        return datetime.now(UTC)

    async def wait(self, seconds: float) -> None:
        """Return so many seconds later."""
        await asyncio.sleep(seconds)


class Pacer:
    """Lets requests to a host through one by one."""

    def __init__(self, clock: Clock) -> None:
        """Let the first request to each host through at once."""
        self.clock = clock
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._pauses: defaultdict[str, float] = defaultdict(lambda: PAUSE_SECONDS)
        self._free_at: dict[str, float] = {}

    @asynccontextmanager
    async def take_turn(self, host: str) -> AsyncIterator[None]:
        """Wait for the turn at a host, and hold it for the block."""
        async with self._locks[host]:
            while (left := self._free_at.get(host, 0.0) - self.clock.read_seconds()) > INSTANT_SECONDS:
                await self.clock.wait(left)
            try:
                yield
            finally:
                self.hold(host, self._pauses[host])

    def set_pause(self, host: str, seconds: float) -> None:
        """Leave at least so many seconds between requests to a host; never less than one."""
        self._pauses[host] = max(PAUSE_SECONDS, seconds)

    def hold(self, host: str, seconds: float) -> None:
        """Let no request to a host through for so many seconds."""
        free_at = self.clock.read_seconds() + seconds
        self._free_at[host] = max(free_at, self._free_at.get(host, free_at))
