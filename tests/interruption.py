"""Ctrl-C for programs that tests start."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def hear_interruptions() -> Iterator[None]:
    """Let programs started in this block be interrupted: those of a test run in the background would ignore it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
