"""Failing open: where a piece of delivery breaks, the page goes out without it, and the log and health say so."""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from pages.health.log_lines import describe_error

T = TypeVar("T")
Kind = tuple[object, ...]  # the piece, and where in the program it broke: as many as the program has places

logger = logging.getLogger(__name__)
HOUR = 3600.0
LINES_AN_HOUR = 5  # of one kind: what strangers can provoke does not fill the log, nor hide another kind
MAX_MESSAGE_LENGTH = 300  # letters of an error's own words that are kept


@dataclass(frozen=True, slots=True)
class Failure:
    """A piece that does not work now: what it last said, and since when."""

    piece: str
    error: str
    since: datetime


class _Ledger:
    """The pieces that fail now, and what the log has been told of them."""

    def __init__(self) -> None:
        self.failing: dict[str, Failure] = {}
        self._told: defaultdict[str, set[tuple[Kind, str]]] = defaultdict(set)
        self._written: defaultdict[Kind, list[float]] = defaultdict(list)
        self._lock = threading.Lock()

    def add(self, piece: str, error: Exception, now: float) -> bool:
        """Note the failure; return whether it is news for the log."""
        words = describe_error(error)[:MAX_MESSAGE_LENGTH]
        news = (_name_kind(piece, error), words)
        with self._lock:
            since = self.failing[piece].since if piece in self.failing else datetime.now(UTC)
            self.failing[piece] = Failure(piece, words, since)
            written = [moment for moment in self._written[news[0]] if now - moment < HOUR]
            self._written[news[0]] = written
            if news in self._told[piece] or len(written) >= LINES_AN_HOUR:
                return False
            written.append(now)
            self._told[piece].add(news)
            return True

    def remove(self, piece: str) -> bool:
        """Note that the piece works; return whether the log has said otherwise."""
        if piece not in self.failing:
            return False
        with self._lock:
            self.failing.pop(piece, None)
            return bool(self._told.pop(piece, None))


_ledger = _Ledger()


def attempt(piece: str, work: Callable[[], T], otherwise: T) -> T:
    """Do the work of a piece; if it raises, report that and return `otherwise`.

    Work that returns None found nothing to do: that does not prove that the piece works again.
    """
    try:
        result = work()
    except Exception as error:
        report(piece, error)
        return otherwise
    if result is not None:
        recover(piece)
    return result


async def attempt_async(piece: str, work: Callable[[], Awaitable[T]], otherwise: T) -> T:
    """Await the work of a piece; if it raises, report that and return `otherwise`; None as in `attempt`."""
    try:
        result = await work()
    except Exception as error:
        report(piece, error)
        return otherwise
    if result is not None:
        recover(piece)
    return result


def report(piece: str, error: Exception) -> None:
    """Note that a piece fails; write to the log which and why, each different error once until the piece works again.

    One place of the program that breaks writes at most five times an hour.
    """
    if _ledger.add(piece, error, time.monotonic()):
        words = describe_error(error)[:MAX_MESSAGE_LENGTH]
        logger.error("Delivery works without %r, which failed: %s", piece, words, exc_info=error)


def recover(piece: str) -> None:
    """Note that a piece works; the log says so if it has said the contrary."""
    if _ledger.remove(piece):
        logger.warning("Delivery works with %r again", piece)


def list_failures() -> tuple[Failure, ...]:
    """List the pieces that failed when they were last needed, by name."""
    return tuple(sorted(_ledger.failing.copy().values(), key=lambda failure: failure.piece))


def _name_kind(piece: str, error: Exception) -> Kind:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ()
    return (piece, type(error), getattr(error, "errno", None), *place)
