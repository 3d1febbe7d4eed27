"""The address under which the public knows this app."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit


def get_public_url(requested: str, environ: Mapping[str, str] = os.environ) -> str:
    """Give MADOGUCHI_URL, or, where that is none of http or https, the address asked for; no slash at the end."""
    return read_public_url(environ) or requested.rstrip("/")


def read_public_url(environ: Mapping[str, str] = os.environ) -> str:
    """Read MADOGUCHI_URL; empty where it is none of http or https. No slash at the end."""
    configured = environ.get("MADOGUCHI_URL", "").strip()
    parts = urlsplit(configured)
    return configured.rstrip("/") if parts.scheme in {"http", "https"} and parts.netloc else ""
