"""What a piece of delivery does when it breaks: the log names it once, and the page goes out without it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
logger = logging.getLogger(__name__)
_reported: set[str] = set()


def attempt(piece: str, work: Callable[[], T], otherwise: T) -> T:
    """Do the work of a piece; if it raises, report that and give `otherwise`."""
    try:
        return work()
    except Exception as error:
        report(piece, error)
        return otherwise


async def attempt_async(piece: str, work: Callable[[], Awaitable[T]], otherwise: T) -> T:
    """Await the work of a piece; if it raises, report that and give `otherwise`."""
    try:
        return await work()
    except Exception as error:
        report(piece, error)
        return otherwise


def report(piece: str, error: Exception) -> None:
    """Write to the log, once for each piece, which one failed and why."""
    if piece not in _reported:
        _reported.add(piece)
        logger.error("Delivery works without %r, which failed: %s", piece, error, exc_info=error)
