"""Compressed copies of files on disk, so that a server that starts again need not compress them again.

Each is named after the content it was made of, and unpacked once before it is believed: half a copy, as a full disk or
a cut of the power leaves it, is made anew. Where nothing can be written, nothing is kept and nothing else changes.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from data.atomic import lock_file, replace_bytes
from pages.markup.private_folder import find_private_folder

CONTENTS = "compressed copies"
LOCK = "writing"  # the name under which processes take turns
MIN_KEPT_BYTES = 2_048  # what is smaller is compressed as fast as it is read


def keep_copy(content: bytes, kind: str, compress: Callable[[], bytes], unpack: Callable[[bytes], bytes]) -> bytes:
    """Return the compressed content: an earlier copy of this kind if there is a whole one, else a new one, kept."""
    if len(content) < MIN_KEPT_BYTES:
        return compress()
    path = _find_path(content, kind)
    copy = _read_whole(path, content, unpack) if path else None
    if copy is None:
        copy = compress()
        if path:
            _write(path, copy)
    return copy


def _find_path(content: bytes, kind: str) -> Path | None:
    try:
        return find_private_folder(CONTENTS) / f"{hashlib.blake2b(content, digest_size=16).hexdigest()}.{kind}"
    except OSError:
        return None


def _read_whole(path: Path, content: bytes, unpack: Callable[[bytes], bytes]) -> bytes | None:
    try:
        copy = path.read_bytes()
        return copy if unpack(copy) == content else None
    except Exception:  # each library has errors of its own for what it cannot unpack, as systems have for reading
        return None


def _write(path: Path, copy: bytes) -> None:
    with contextlib.suppress(OSError), lock_file(path.parent / LOCK):
        replace_bytes(path, copy)
