"""The published GeoJSON, JSON and KML, read back by GEOS, json, fastkml and the KML schema."""

import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
import shapely
from fastkml import KML
from fastkml.validator import validate
from hypothesis import given

from data.published.columns import COLUMNS, OWN_OFFICE_COLUMNS
from data.published.geojson_format import write_geojson
from data.published.json_format import write_json
from data.published.kml_format import NAMESPACE, NOT_XML, write_kml
from data.published.record import PublishedCity
from pages.address.view import View
from tests.data.published.samples import CITIES, read_shipped

KML_COLUMNS = (*COLUMNS, *OWN_OFFICE_COLUMNS)


def as_json(city: PublishedCity) -> dict[str, Any]:
    """A city as JSON has it: tuples are lists there."""
    facts: dict[str, Any] = json.loads(json.dumps(asdict(city)))
    return facts


def read_placemarks(text: str) -> list[Any]:
    """Read a KML's placemarks."""
    document: Any = KML.parse(io.BytesIO(text.encode())).features[0]
    return list(document.features)


def test_json_gives_back_every_city_and_every_field() -> None:
    """All facts under their names, and where the table comes from."""
    content = json.loads(write_json(read_shipped()))
    assert content["cities"] == [as_json(city) for city in read_shipped()]
    assert "not confirmed" in content["about"]["source"]


def test_geos_reads_the_points() -> None:
    """An independent reader of GeoJSON finds twenty points, longitude first, all in Japan."""
    cities = read_shipped()
    points = shapely.get_parts(shapely.from_geojson(write_geojson(cities)))
    assert [(point.x, point.y) for point in points] == [(city.longitude, city.latitude) for city in cities]
    assert all(122 < point.x < 154 and 20 < point.y < 46 for point in points)


def test_geojson_keeps_to_its_rules() -> None:
    """Members, types and ids are those of RFC 7946; there is no other coordinate system."""
    content = json.loads(write_geojson(read_shipped()))
    assert (content["type"], len(content["features"])) == ("FeatureCollection", 20)
    assert "crs" not in content
    for feature in content["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert feature["properties"]["position_of"] == "city_hall"


@given(CITIES)
def test_geojson_gives_back_hostile_text(city: PublishedCity) -> None:
    """Every field comes back as it was."""
    [feature] = json.loads(write_geojson([city]))["features"]
    longitude, latitude = feature["geometry"]["coordinates"]
    assert feature["properties"] | {"latitude": latitude, "longitude": longitude} == as_json(city)


def test_a_city_without_a_place_has_no_point() -> None:
    """It is in the files all the same."""
    lost = replace(read_shipped()[0], latitude=None, longitude=None)
    assert json.loads(write_geojson([lost]))["features"][0]["geometry"] is None
    [placemark] = read_placemarks(write_kml([lost]))
    assert (placemark.id, placemark.geometry) == ("city-011002", None)


@pytest.mark.parametrize("view", [View(), View(prefectures=("osaka",)), View(query="nowhere at all")])
def test_kml_fits_its_schema(tmp_path: Path, view: View) -> None:
    """The schema of the Open Geospatial Consortium finds nothing to say, with many rows or none."""
    file = tmp_path / "cities.kml"
    file.write_text(write_kml(read_shipped(view)), encoding="utf-8")
    assert validate(file_to_validate=file) is True


def test_kml_gives_back_every_city_and_every_field() -> None:
    """A reader of KML finds twenty points and the table's facts under the table's keys."""
    cities = read_shipped()
    placemarks = read_placemarks(write_kml(cities))
    assert [placemark.geometry.coords[0] for placemark in placemarks] == [
        (city.longitude, city.latitude) for city in cities
    ]
    for city, placemark in zip(cities, placemarks, strict=True):
        facts = {data.name: data.value for data in placemark.extended_data.elements}
        wanted = {column.key: column.read(city) for column in KML_COLUMNS if column.kind == "string"}
        # this reader drops spaces at both ends; the test below reads every sign
        assert facts == {key: text.strip() for key, text in wanted.items() if text}


@given(CITIES)
def test_kml_gives_back_hostile_text(city: PublishedCity) -> None:
    """Every text comes back; only what XML cannot hold at all is replaced. Nothing is HTML to a map program."""
    root = ElementTree.fromstring(write_kml([city]))
    names = {"kml": NAMESPACE}
    facts = {data.attrib["name"]: data[0].text or "" for data in root.iterfind(".//kml:Data", names)}
    wanted = {column.key: NOT_XML.sub("\ufffd", column.read(city)) for column in KML_COLUMNS if column.kind == "string"}
    assert facts == {key: text for key, text in wanted.items() if text}
    assert root.find(".//kml:Placemark/kml:description", names) is None


def test_the_same_data_gives_the_same_bytes() -> None:
    """Nothing of the time or the run gets in."""
    for write in (write_json, write_geojson, write_kml):
        assert write(read_shipped()) == write(read_shipped())
