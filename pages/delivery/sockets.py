"""Answers leave at once: small packets do not wait until the last one has been acknowledged.

Streamlit opens its server's socket without naming the protocol, and asyncio then leaves Nagle's algorithm on: the body
of every answer and every second message of a WebSocket waited 40 ms for the browser's delayed acknowledgement.
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

DESCRIPTORS = Path("/dev/fd")  # Linux and macOS; elsewhere nothing is found and nothing changes


def send_promptly() -> int:
    """Switch Nagle's algorithm off for the listening sockets, whose connections inherit it; return their count.

    Raises OSError if the system does not let a socket be changed.
    """
    changed = 0
    for listener in _open_sockets():
        if listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            changed += 1
    return changed


def _open_sockets() -> Iterator[socket.socket]:
    """Open each of the process's TCP sockets once more, until the next is asked for."""
    for descriptor in sorted(int(path.name) for path in DESCRIPTORS.glob("[0-9]*")):
        try:
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            copy = socket.socket(fileno=os.dup(descriptor))
        except OSError:  # closed since it was listed
            continue
        with copy:
            if copy.family in {socket.AF_INET, socket.AF_INET6} and copy.type == socket.SOCK_STREAM:
                yield copy
