"""Options of the Leaflet map, the same in the app and in the static edition."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class MapOptions:
    """How the map opens, until the cities are fitted, and how it moves; Leaflet's names in Python's spelling."""

    center: tuple[float, float] = (36.5, 137.5)  # degrees WGS84: the middle of Japan
    zoom: int = 5
    min_zoom: int = 3  # East Asia; tiles that begin later are enlarged
    zoom_snap: float = 0.05  # zoom steps: so closely the cities are fitted
    zoom_control: bool = False  # the layer brings its own
    fade_animation: bool = False


@dataclass(frozen=True, slots=True)
class InsetRegion:
    """A region, in degrees WGS84, that is drawn larger where names would not fit, and the corner of the sea for it."""

    west: float
    south: float
    east: float
    north: float
    corner: Literal["northwest", "southeast"]


MAP_OPTIONS = MapOptions()
INSET_REGIONS = (
    InsetRegion(139.2, 35.3, 140.3, 36.1, "northwest"),  # around Tokyo
    InsetRegion(135.0, 34.4, 136.0, 35.2, "southeast"),  # around Osaka
)


def list_regions() -> list[dict[str, object]]:
    """List the regions for the map's script."""
    return [asdict(region) for region in INSET_REGIONS]
