"""Inline scripts that a page may run, named by their hashes: whatever else gets into it does not run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def allow_scripts(html: str, further: Iterable[str] = ()) -> str:
    """Let a page run the scripts that stand in it now, and these further ones; it holds nothing of the data yet.

    A policy of the page itself narrows that of its headers.
    """
    hashes = dict.fromkeys(map(_hash, (*INLINE.findall(html), *further)))
    policy = " ".join(["script-src 'self'", *hashes])
    return html.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.replace("\r\n", "\n").encode()).digest()  # as a browser reads it
    return f"'sha256-{base64.b64encode(digest).decode()}'"
