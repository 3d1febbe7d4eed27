"""Hosts: what a Host header may look like at all, under which names the app answers, and which are handed on.

A browser sends what stands in the address; a stranger sends what he likes, and it would stand in canonical addresses,
QR codes and links that are kept for others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address

MAX_HOST_LENGTH = 253  # letters of a name, as DNS has it
MAX_PORT = 65535
HOST = re.compile(r"([a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]{2,45}\])(?::([0-9]{1,5}))?", re.ASCII)
HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})  # whoever asks by these is on this machine, or gains nothing


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The names that the app answers to, beside this machine's; `*.example.org` is all below it. None: every name."""

    patterns: tuple[str, ...] = ()

    def accept(self, name: str) -> bool:
        """Tell whether the app answers under a name, as `read_host` returns it."""
        return not self.patterns or name in HERE or any(_is_match(name, pattern) for pattern in self.patterns)


def read_host(header: str) -> str | None:
    """Return the name in a Host header, in lower case, without port and last dot; None for what is no host."""
    found = HOST.fullmatch(header.lower())
    if found is None or len(found[1]) > MAX_HOST_LENGTH or int(found[2] or 0) > MAX_PORT:
        return None
    return found[1].removesuffix(".")


def is_near(name: str) -> bool:
    """Tell whether a name, as `read_host` returns it, can only be this machine or one of the same local network."""
    try:
        return name in HERE or ip_address(name.strip("[]")).is_private
    except ValueError:
        return False


def _is_match(name: str, pattern: str) -> bool:
    return name.endswith(pattern[1:]) if pattern.startswith("*.") else name == pattern
