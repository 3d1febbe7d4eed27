"""Root of the app as this run knows it: the way there, and its address."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import streamlit as st

from pages.address.links import PATHS
from pages.address.public_url import read_public_url


def find_relative_root() -> str:
    """Return the way to the app's root; relative addresses stand every proxy and base path."""
    path = urlsplit(st.context.url or "").path  # /cities/ in place of /cities lies one folder deeper
    return "../" if path.endswith("/") and path.strip("/").rpartition("/")[2] in set(PATHS.values()) - {""} else "./"


def find_public_url() -> str:
    """Return the address of the app's root as the public knows it, or this visitor's browser; no slash at the end."""
    return read_public_url() or urljoin(st.context.url or "", find_relative_root()).rstrip("/")
