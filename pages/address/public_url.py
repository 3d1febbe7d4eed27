"""The address under which the public knows this app."""

from __future__ import annotations

from collections.abc import Mapping

from data.settings import ENVIRONMENT, read_settings


def get_public_url(requested: str, environ: Mapping[str, str] = ENVIRONMENT) -> str:
    """Return MADOGUCHI_URL, or, where that is none of http or https, the address asked for; no slash at the end."""
    return read_public_url(environ) or requested.rstrip("/")


def read_public_url(environ: Mapping[str, str] = ENVIRONMENT) -> str:
    """Return MADOGUCHI_URL; empty where it is none of http or https. No slash at the end."""
    return read_settings(environ).url
