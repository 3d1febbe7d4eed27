"""Tiles: the pictures that lie above the map's drawn outlines; where they come from. They may fail without harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from data.settings import ENVIRONMENT, read_settings


@dataclass(frozen=True, slots=True)
class TileSource:
    """A tile server: its URL with {z}, {x}, {y}, the credit it asks for (HTML), and the zooms it has."""

    name: str
    url: str
    credit: str
    min_zoom: int
    max_zoom: int


REFERRER_POLICY = "strict-origin-when-cross-origin"  # OpenStreetMap refuses requests without a referrer
GSI = TileSource(
    name="地理院地図 (GSI)",
    url="https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png",
    credit='<a href="https://maps.gsi.go.jp/development/ichiran.html" target="_blank" rel="noopener">地理院タイル</a>',
    min_zoom=5,
    max_zoom=18,
)
OPENSTREETMAP = TileSource(
    name="OpenStreetMap",
    url="https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    credit='© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a>',
    min_zoom=0,
    max_zoom=19,
)


def list_tile_sources(environ: Mapping[str, str] = ENVIRONMENT) -> tuple[TileSource, ...]:
    """List the tile sources, the one shown first first.

    MADOGUCHI_TILES puts a source of the operator's own before them; MADOGUCHI_TILES_CREDIT is its credit (text).
    """
    settings = read_settings(environ)
    if not settings.tiles:
        return (GSI, OPENSTREETMAP)
    custom = TileSource("MADOGUCHI_TILES", settings.tiles, escape(settings.tiles_credit), 0, 18)
    return (custom, GSI, OPENSTREETMAP)
