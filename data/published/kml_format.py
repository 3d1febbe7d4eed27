"""KML 2.2 (OGC): one placemark for each city, its facts as extended data under the CSV's keys.

There is no description: programs draw that as HTML, and a cell of the table must never be that.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence

from data.published.columns import COLUMNS, OWN_OFFICE_COLUMNS
from data.published.notes import LICENCE, NOTICE, POSITION, SOURCE, TITLE
from data.published.record import PublishedCity

NAMESPACE = "http://www.opengis.net/kml/2.2"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no way to write these
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
    for line in document:
        line.tail = "\n"
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    # ElementTree itself writes no carriage return; one of the data's would be read back as a line feed
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace("\r", "&#13;") + "\n"


def _add_city(document: ElementTree.Element, city: PublishedCity) -> None:
    placemark = ElementTree.SubElement(document, "Placemark", {"id": f"city-{city.code}"})
    _add_text(placemark, "name", f"{city.name_en} {city.name_ja}")
    extended = ElementTree.SubElement(placemark, "ExtendedData")
    for column in (*COLUMNS, *OWN_OFFICE_COLUMNS):
        text = column.read(city)
        if text and column.key not in ALREADY_THERE:
            _add_text(ElementTree.SubElement(extended, "Data", {"name": column.key}), "value", text)
    if city.latitude is not None and city.longitude is not None:
        point = ElementTree.SubElement(placemark, "Point")
        _add_text(point, "coordinates", f"{city.longitude},{city.latitude}")


def _add_text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = NOT_XML.sub("\ufffd", text)
