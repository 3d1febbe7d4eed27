"""Options of the Leaflet map, the same in the app and in the static edition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapOptions:
    """How the map opens, until the cities are fitted, and how it moves; Leaflet's names in Python's spelling."""

    center: tuple[float, float] = (36.5, 137.5)  # degrees WGS84: the middle of Japan
    zoom: int = 5
    min_zoom: int = 3  # East Asia; tiles that begin later are enlarged
    zoom_snap: float = 0.25  # zoom steps: so closely the cities are fitted
    zoom_control: bool = False  # the layer brings its own
    fade_animation: bool = False


MAP_OPTIONS = MapOptions()
