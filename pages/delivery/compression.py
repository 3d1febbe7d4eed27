"""Content codings: which can be made here, and compressed copies of files, made once and kept in memory."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pages.delivery.fail_open import report
from pages.delivery.kept_copies import keep_copy
from pages.delivery.response_cache import KeptResults

try:
    import brotli
except ImportError as error:  # there may be no build of it for the machine
    brotli = None
    report("brotli", error)

Encoding = Literal["br", "gzip"]
ENCODINGS: tuple[Encoding, ...] = ("br", "gzip") if brotli else ("gzip",)  # the smaller result first
UNPACK: dict[Encoding, Callable[[bytes], bytes]] = {"gzip": gzip.decompress} | (
    {"br": brotli.decompress} if brotli else {}
)
CACHE_SIZE_BYTES = 32 * 2**20  # all text files of Streamlit's frontend come to 6 MB compressed
WORKERS = 2
SAVES = 0.9  # a copy larger than this share of its file is not worth unpacking
# Brotli at 10 takes 1.2 s for the 2.5 MB a page needs and leaves 581 KB; 11 takes 3.1 s for 570 KB, and whoever wakes a
# host would wait for it; 9 leaves 616 KB. Beyond a megabyte even 10 would: Plotly's 4.7 MB takes 0.2 s at 5.
QUALITY = 10
LARGE = 2**20
QUALITY_LARGE = 5


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as it was when it was looked up; its size in bytes."""

    path: Path
    modified_ns: int
    size: int


class CompressedFiles:
    """Compressed copies of files: each is made once however many ask at a time, and all together stay below a limit.

    It belongs to one event loop. Nothing is kept of what could not be read.
    """

    def __init__(self, most_bytes: int = CACHE_SIZE_BYTES) -> None:
        """Keep at most so many bytes; beyond that those asked for least recently go."""
        workers = ThreadPoolExecutor(WORKERS, "compressing")
        self._copies: KeptResults[tuple[FileVersion, Encoding], bytes | None] = KeptResults(
            most_bytes, lambda copy: len(copy or b""), workers
        )

    @property
    def held_bytes(self) -> int:
        """The size of all copies kept."""
        return self._copies.held_bytes

    @property
    def made(self) -> int:
        """The number of copies that were made."""
        return self._copies.made

    async def read(self, version: FileVersion, encoding: Encoding) -> bytes | None:
        """Return the compressed file, or None if compressing gains nothing; raises OSError if it cannot be read."""
        return await self._copies.get((version, encoding), lambda: compress_file(version.path, encoding))


def compress_file(path: Path, encoding: Encoding) -> bytes | None:
    """Compress a file; None if that gains nothing. Raises OSError if it cannot be read."""
    content = path.read_bytes()
    copy = compress_well(content, encoding)
    return copy if len(copy) < SAVES * len(content) else None


def compress_well(content: bytes, encoding: Encoding) -> bytes:
    """Compress bytes that are sent again and again, as well as their size allows; what is kept is not made anew."""
    quality = _choose_quality(content)
    return keep_copy(content, f"{quality}.{encoding}", lambda: compress(content, encoding, quality), UNPACK[encoding])


def compress(content: bytes, encoding: Encoding, quality: int) -> bytes:
    """Compress bytes; `quality` is Brotli's."""
    if encoding == "gzip":
        return gzip.compress(content, mtime=0)
    return bytes(brotli.compress(content, quality=quality))


def _choose_quality(content: bytes) -> int:
    return QUALITY_LARGE if len(content) > LARGE else QUALITY
