"""A cache whose result is made once however many threads ask for it at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import RLock
from typing import Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


class SharedResult(Generic[P, R]):
    """`functools.cache` for what takes long: who asks while it is being made waits, and does not make it again."""

    def __init__(self, make: Callable[P, R]) -> None:
        """Take the function, whose arguments are hashable."""
        self.__doc__ = make.__doc__
        self._cached = cache(make)
        self._get = cast("Callable[P, R]", self._cached)  # whose types have forgotten what it takes
        self._lock = RLock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the result. What is raised goes to one who asked, and the next one has it tried again."""
        with self._lock:
            return self._get(*args, **kwargs)

    def cache_clear(self) -> None:
        """Forget every result."""
        self._cached.cache_clear()
