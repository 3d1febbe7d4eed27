"""Results kept in memory: made once however many ask at a time, one after the other, all together below a limit.

Making them is work of the processor, of which Python's threads do one piece at a time. If many of them made something
at once, everybody else's answer would wait for a share of it again and again; so they queue, and only they.
"""

from __future__ import annotations

import asyncio
import sys
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
MAX_WAITING = 50  # results being made at a time; half a second and more for who comes next
TURN_SECONDS = 0.001  # the longest that a thread keeps the others waiting; Python's own 5 ms add up in each answer
# Pages and sheets take turns; its thread starts with the first of them.
RENDERING = ThreadPoolExecutor(1, "rendering", lambda: sys.setswitchinterval(TURN_SECONDS))
IMPROVING = ThreadPoolExecutor(1, "improving")


class CrowdedError(Exception):
    """So many results are being made that the next would come too late."""


class KeptResults(Generic[K, V]):
    """Results by their keys, made once. What failed is not kept; `made` counts what was."""

    def __init__(
        self,
        most_bytes: int,
        weigh: Callable[[V], int],
        workers: ThreadPoolExecutor = RENDERING,
        improve: Callable[[V], V] | None = None,
    ) -> None:
        """Keep at most so many bytes, as `weigh` counts them; beyond that those asked for least recently go.

        With `improve` a result that is asked for again gives way to what that makes of it, when nobody waits for it.
        """
        self._most_bytes = most_bytes
        self._weigh = weigh
        self._workers = workers
        self._improve = improve
        self._improved: set[K] = set()
        self._improving: asyncio.Task[None] | None = None
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._running: dict[K, asyncio.Task[V]] = {}
        self.held_bytes = 0
        self.made = 0

    async def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the result, made in another thread if need be; raises what `make` raises, or CrowdedError."""
        if key in self._kept:
            self._kept.move_to_end(key)
            self._improve_later(key)
            return self._kept[key]
        if key not in self._running:
            if len(self._running) >= MAX_WAITING:
                raise CrowdedError(f"{MAX_WAITING} results are being made already")
            self._running[key] = asyncio.create_task(self._make(key, make))
        waiting: Awaitable[V] = self._running[key]
        return await asyncio.shield(
            waiting
        )  # without it a visitor who hangs up would cancel the result for all who wait

    async def _make(self, key: K, make: Callable[[], V]) -> V:
        try:
            result = await asyncio.get_running_loop().run_in_executor(self._workers, make)
        finally:
            del self._running[key]
        self.made += 1
        self._keep(key, result)
        return result

    def _keep(self, key: K, result: V) -> None:
        self._kept[key] = result
        self.held_bytes += self._weigh(result)
        while self.held_bytes > self._most_bytes:
            oldest, dropped = self._kept.popitem(last=False)
            self.held_bytes -= self._weigh(dropped)
            self._improved.discard(oldest)

    def _improve_later(self, key: K) -> None:
        """Improve one at a time; what is asked for meanwhile has its turn when it is asked for next."""
        if self._improve and not self._improving and key not in self._improved:
            self._improving = asyncio.create_task(self._replace(key, partial(self._improve, self._kept[key])))

    async def _replace(self, key: K, improve: Callable[[], V]) -> None:
        try:
            better = await asyncio.get_running_loop().run_in_executor(IMPROVING, improve)
        finally:
            self._improving = None
        if key in self._kept:
            self.held_bytes -= self._weigh(self._kept[key])
            self._improved.add(key)
            self._keep(key, better)
