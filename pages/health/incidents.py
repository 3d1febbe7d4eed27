"""Incidents: what a visitor is told went wrong has a number, under which the log says what.

The number is that of the fault, not of the visit: who meets the same fault, on any replica, has the same number.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections import defaultdict

from pages.health.log_lines import add_facts, trace_error

logger = logging.getLogger(__name__)
HOUR = 3600.0
LINES_AN_HOUR = 20  # of one fault: who provokes it again and again does not fill the log
_written: defaultdict[str, list[float]] = defaultdict(list)  # seconds, by number: as many as the program has places
_lock = threading.Lock()


def note_incident(where: str, error: BaseException) -> str:
    """Write to the log what went wrong and where, and return the number that the visitor is told."""
    number = number_fault(error)
    if _is_due(number, time.monotonic()):
        facts = add_facts({"incident": number, "where": where})
        logger.error("A visitor was told that something went wrong.", exc_info=error, extra=facts)
    return number


def number_fault(error: BaseException) -> str:
    """Return eight digits for a kind of error at a place of the program, to be read out on the telephone."""
    fault = f"{type(error).__name__} {trace_error(error)}".encode()
    digits = int.from_bytes(hashlib.blake2b(fault, digest_size=8).digest(), "big") % 100_000_000
    return f"{digits // 10_000:04}-{digits % 10_000:04}"


def _is_due(number: str, now: float) -> bool:
    with _lock:
        written = [moment for moment in _written[number] if now - moment < HOUR]
        _written[number] = written
        if len(written) >= LINES_AN_HOUR:
            return False
        written.append(now)
        return True
