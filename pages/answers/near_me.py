""" "Near me": the city halls that the button measures to; the device's position never leaves the browser."""

from __future__ import annotations

from typing import NamedTuple

from pages.answers.atlas import Atlas
from pages.answers.offers import describe_place
from pages.languages.language import Language
from pages.languages.ruby import show_brackets

MAX_HALLS = 300  # of more the page does not carry the points, and has no button


class Hall(NamedTuple):
    """A listed city hall, in few bytes: three decimals of a degree (WGS84) are 0.1 km."""

    slug: str
    name: str
    latitude: float
    longitude: float


def list_halls(atlas: Atlas, language: Language) -> tuple[Hall, ...]:
    """List the listed city halls whose place is known; none where there are too many for a button."""
    points = [(city, atlas.coordinates[city.code]) for city in atlas.cities if city.code in atlas.coordinates]
    if len(points) > MAX_HALLS:
        return ()
    return tuple(
        Hall(
            city.slug,
            show_brackets(describe_place(city.place, language)),
            round(point.latitude, 3),
            round(point.longitude, 3),
        )
        for city, point in points
    )
