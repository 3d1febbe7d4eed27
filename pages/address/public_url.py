"""The address under which the public knows this app."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from data.settings import ENVIRONMENT, read_settings
from pages.address.hosts import AllowedHosts, is_near, read_host


def get_public_url(requested: str, environ: Mapping[str, str] = ENVIRONMENT) -> str:
    """Return MADOGUCHI_URL, or, where that is none of http or https, the address asked for; no slash at the end.

    The latter only under a name that nobody can make up: of MADOGUCHI_HOSTS, this machine's, or a local network's
    number. Else nothing: whoever asks may send any host.
    """
    return read_public_url(environ) or (requested.rstrip("/") if _is_known(requested, environ) else "")


def read_public_url(environ: Mapping[str, str] = ENVIRONMENT) -> str:
    """Return MADOGUCHI_URL; empty where it is none of http or https. No slash at the end."""
    return read_settings(environ).url


def _is_known(requested: str, environ: Mapping[str, str]) -> bool:
    try:
        name = read_host(urlsplit(requested).netloc)
    except ValueError:
        return False
    hosts = read_settings(environ).hosts
    return name is not None and (is_near(name) or (bool(hosts) and AllowedHosts(hosts).accept(name)))
