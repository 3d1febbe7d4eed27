"""The files that are published: what each is called and is, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.courses.records import Course
from data.offices import Offices
from data.published.calendar_format import write_calendar
from data.published.csv_format import (
    write_associations,
    write_classes,
    write_counters,
    write_csv,
    write_standard_csv,
)
from data.published.geojson_format import write_geojson
from data.published.json_format import write_json
from data.published.kml_format import write_kml
from data.published.package_format import write_package
from data.published.record import PublishedCity
from data.published.vcard_format import write_vcards


@dataclass(frozen=True, slots=True)
class Format:
    """A published file: its name, its media type, and what writes it as text (UTF-8).

    `worded`: its words are a reader's, so that pages write it, in each language, and `write` is None. `description`: it
    describes the files of other formats, beside which it lies. `personal`: what it holds of one city is for somebody's
    own address book or calendar. `write_offices` writes a file of associations or counters, `write_courses` one of
    Japanese classes; then `write` is None. `dated`: it holds only classes that go on.
    """

    file: str
    media_type: str
    write: Callable[[Sequence[PublishedCity]], str] | None
    worded: bool = False
    description: bool = False
    personal: bool = False
    write_offices: Callable[[Offices], str] | None = None
    write_courses: Callable[[Sequence[Course]], str] | None = None
    dated: bool = False


CSV = Format("cities.csv", "text/csv", write_csv)
TABLE = Format("cities-table.csv", "text/csv", None, worded=True)
STANDARD_CSV = Format("cities-standard.csv", "text/csv", write_standard_csv)
GEOJSON = Format("cities.geojson", "application/geo+json", write_geojson)
JSON = Format("cities.json", "application/json", write_json)
KML = Format("cities.kml", "application/vnd.google-earth.kml+xml", write_kml)
VCARD = Format("cities.vcf", "text/vcard", write_vcards, personal=True)
PACKAGE = Format("datapackage.json", "application/json", write_package, description=True)
ASSOCIATIONS = Format("associations.csv", "text/csv", None, write_offices=write_associations)
COUNTERS = Format("counters.csv", "text/csv", None, write_offices=write_counters)
CLASSES = Format("classes.csv", "text/csv", None, write_courses=write_classes)
CALENDAR = Format("classes.ics", "text/calendar", None, personal=True, write_courses=write_calendar, dated=True)
FORMATS = (CSV, TABLE, STANDARD_CSV, GEOJSON, JSON, KML, VCARD, PACKAGE, ASSOCIATIONS, COUNTERS, CLASSES, CALENDAR)
