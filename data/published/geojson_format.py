"""GeoJSON (RFC 7946): one point feature for each city, its facts as properties, its code as id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from data.published.json_format import write_line, write_lines
from data.published.notes import ABOUT
from data.published.record import PublishedCity


def write_geojson(cities: Sequence[PublishedCity]) -> str:
    """Write the cities, each on a line; one whose place is not known has the geometry null, as the RFC says.

    `about` is a foreign member of the collection. Points are [longitude, latitude].
    """
    features = write_lines(map(_describe, cities))
    return f'{{"type":"FeatureCollection","about":{write_line(ABOUT)},"features":[\n{features}\n]}}\n'


def _describe(city: PublishedCity) -> dict[str, Any]:
    properties = asdict(city)
    point = [properties.pop("longitude"), properties.pop("latitude")]
    geometry = None if None in point else {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": city.code, "geometry": geometry, "properties": properties}
