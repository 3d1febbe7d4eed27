"""The edition's manifest: which files it wrote, with a hash of each, so that only those still ours are removed."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from data.atomic import replace_bytes

MANIFEST = "edition.json.gz"  # of all Japan it names six thousand files
EARLIER = "edition.json"  # the same, not compressed
HASH_LETTERS = 10


def hash_content(content: bytes) -> str:
    """Return what tells this content from any other."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()[:HASH_LETTERS]


def read_manifest(folder: Path) -> Mapping[str, str]:
    """Read which files an earlier edition wrote, with their hashes; what cannot be read is none."""
    for name in (MANIFEST, EARLIER):
        try:
            content = (folder / name).read_bytes()
            found = json.loads(gzip.decompress(content) if name == MANIFEST else content)
        except (OSError, EOFError, zlib.error, ValueError):
            continue
        return {str(path): str(digest) for path, digest in found.items()} if isinstance(found, dict) else {}
    return {}


def write_manifest(folder: Path, hashes: Mapping[str, str]) -> None:
    """Write which files an edition consists of, in the place of an earlier one; the same files give the same bytes."""
    text = json.dumps(hashes, indent=0, sort_keys=True)
    replace_bytes(folder / MANIFEST, gzip.compress(text.encode(), mtime=0))
    (folder / EARLIER).unlink(missing_ok=True)
