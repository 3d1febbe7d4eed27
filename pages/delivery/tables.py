"""The atlas for what is delivered without Streamlit, and what tells it from any other."""

from __future__ import annotations

from pages.parts import atlas as atlases
from pages.parts.atlas import Atlas

Stamps = str


def get_atlas() -> tuple[Atlas, Stamps]:
    """Give the atlas of the tables in use, and what tells it from that of changed files."""
    atlas = atlases.get_atlas()
    return atlas, atlas.version
