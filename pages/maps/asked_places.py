"""Places that were asked for and are not in the table: where they are, and what the dot on the map is called."""

from __future__ import annotations

from dataclasses import dataclass

from pages.answers.middles import find_middle
from pages.answers.scene import Scene
from pages.languages.names import name_place


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place in degrees WGS84, and its name; a prefecture has none: it is outlined, and its middle is no dot."""

    lat: float
    lng: float
    name: str = ""
    lang: str | None = None


def list_asked(scene: Scene) -> tuple[AskedPlace, ...]:
    """List the places that a scene's map has to show besides its cities."""
    asked = []
    for place in scene.places:
        latitude, longitude = place.latitude, place.longitude
        if latitude is None or longitude is None:
            asked.append(AskedPlace(*find_middle(place.prefecture)))
        else:
            name = name_place(place, scene.language)
            asked.append(AskedPlace(round(latitude, 5), round(longitude, 5), name.label, name.lang))
    return tuple(asked)
