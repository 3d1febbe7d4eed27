"""In which order a page asks for its files, so that a slow line is neither idle nor blocked.

A browser asks a server for six files at a time, first come, first served. Large files keep the line busy, small ones
wait for their answers: so one large file is on its way at any time, and the small ones take turns beside it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

LARGE = 20_000  # bytes, compressed
BYTES_MEANWHILE = (
    8_000  # bytes of a large file that pass while a small one is answered: 200 KB/s, 150 ms, four at a time
)


@cache  # what is installed stays as it is for as long as a process lives
def measure_file(path: Path) -> int:
    """Measure about how many bytes of a text file go over the line."""
    return measure_content(path.read_bytes())


def measure_content(content: bytes) -> int:
    """Measure about how many bytes of a text go over the line."""
    return len(zlib.compress(content, 1))


def queue_files(names: Sequence[str], sizes: Mapping[str, int]) -> list[str]:
    """Put files in the order to ask for them: the largest first, small ones between them in the order given.

    `sizes` are bytes, compressed; a file that is not in it counts as small.
    """
    large = sorted((name for name in names if sizes.get(name, 0) >= LARGE), key=lambda name: -sizes[name])
    small = [name for name in names if name not in large]
    queue: list[str] = []
    used = passed = 0
    for name in large:
        due = passed // BYTES_MEANWHILE
        queue += [*small[used:due], name]
        used = max(used, min(due, len(small)))
        passed += sizes[name]
    return queue + small[used:]
