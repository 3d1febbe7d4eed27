"""KML 2.2 (OGC): one placemark for each city, its facts as extended data under the CSV's keys.

The places where classes are held stand in a folder of their own, under the keys of the classes' CSV. There is no
description: programs draw that as HTML, and a cell of the table must never be that.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence

from data.published.columns import COLUMNS, OWN_OFFICE_COLUMNS, join_values
from data.published.course_columns import COURSE_COLUMNS
from data.published.course_record import PublishedCourse
from data.published.notes import LICENCE, NOTICE, POSITION, SOURCE, TITLE
from data.published.record import PublishedCity

NAMESPACE = "http://www.opengis.net/kml/2.2"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no way to write these
VENUES = "Where Japanese classes are held / 日本語教室の会場"
ALREADY_THERE = {"latitude", "longitude"}  # the point says it


def write_kml(cities: Sequence[PublishedCity]) -> str:
    """Write the cities, each on a line; one whose place is not known has no point.

    What XML cannot hold becomes U+FFFD.
    """
    root = ElementTree.Element("kml", {"xmlns": NAMESPACE})
    document = ElementTree.SubElement(root, "Document")
    _add_text(document, "name", TITLE)
    _add_text(document, "description", " ".join((NOTICE, SOURCE, LICENCE, POSITION)))
    for city in cities:
        _add_city(document, city)
    _add_venues(document, cities)
    for line in document:
        line.tail = "\n"
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    # ElementTree itself writes no carriage return; one of the data's would be read back as a line feed
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace("\r", "&#13;") + "\n"


def _add_city(document: ElementTree.Element, city: PublishedCity) -> None:
    placemark = ElementTree.SubElement(document, "Placemark", {"id": f"city-{city.code}"})
    _add_text(placemark, "name", f"{city.name_en} {city.name_ja}")
    _add_facts(placemark, ((column.key, column.read(city)) for column in (*COLUMNS, *OWN_OFFICE_COLUMNS)))
    if city.latitude is not None and city.longitude is not None:
        _add_point(placemark, city.latitude, city.longitude)


def _add_venues(document: ElementTree.Element, cities: Sequence[PublishedCity]) -> None:
    """Add a placemark for each place where classes are held, if there are any whose place is known."""
    venues: dict[tuple[float, float, str], list[PublishedCourse]] = {}
    for course in (course for city in cities for course in city.courses):
        if course.latitude is not None and course.longitude is not None:
            venues.setdefault((course.latitude, course.longitude, course.venue), []).append(course)
    if not venues:
        return
    folder = ElementTree.SubElement(document, "Folder", {"id": "venues"})
    _add_text(folder, "name", VENUES)
    for number, ((latitude, longitude, name), courses) in enumerate(venues.items(), start=1):
        placemark = ElementTree.SubElement(folder, "Placemark", {"id": f"venue-{number}"})
        _add_text(placemark, "name", name or courses[0].name)
        _add_facts(placemark, ((column.key, join_values(map(column.read, courses))) for column in COURSE_COLUMNS))
        _add_point(placemark, latitude, longitude)


def _add_facts(placemark: ElementTree.Element, facts: Iterable[tuple[str, str]]) -> None:
    extended = ElementTree.SubElement(placemark, "ExtendedData")
    for key, text in facts:
        if text and key not in ALREADY_THERE:
            _add_text(ElementTree.SubElement(extended, "Data", {"name": key}), "value", text)


def _add_point(placemark: ElementTree.Element, latitude: float, longitude: float) -> None:
    point = ElementTree.SubElement(placemark, "Point")
    _add_text(point, "coordinates", f"{longitude},{latitude}")


def _add_text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = NOT_XML.sub("\ufffd", text)
