"""An HTTP server on this machine that stands for another one, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

POLL_SECONDS = 0.02  # between two looks whether the test is over


class Quiet:
    """What a handler of requests has besides, so that it keeps no log."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


class Unable(Quiet, BaseHTTPRequestHandler):
    """A handler that answers 501 to everything."""


class _Listener(ThreadingHTTPServer):
    def handle_error(self, *_failed: object) -> None:
        """Say nothing: a client that hangs up is what some tests are about, and browsers do too."""


@contextmanager
def serve(handler: Callable[[Any, Any, Any], BaseHTTPRequestHandler] = Unable) -> Iterator[str]:
    """Answer requests by a handler until the block ends; yield the server's address, no slash at the end."""
    with _Listener(("127.0.0.1", 0), handler) as listener:
        thread = Thread(target=listener.serve_forever, args=(POLL_SECONDS,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.server_port}"
        finally:
            listener.shutdown()
            thread.join()
