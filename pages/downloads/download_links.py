"""The block "Download the data": each published file with a few words, linked with the filters of the view."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.published.formats import (
    ASSOCIATIONS,
    CALENDAR,
    CLASSES,
    COUNTERS,
    CSV,
    GEOJSON,
    JSON,
    KML,
    PACKAGE,
    STANDARD_CSV,
    TABLE,
    VCARD,
    Format,
)
from pages.address.view import View, keep_filters
from pages.answers.scene import Scene
from pages.downloads.downloads import choose_personal, is_offered
from pages.languages.language import Language
from pages.languages.names import name_place


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered: its format's name, what it is for, which rows it holds, and its address.

    `city` is the city's name where it holds that one only.
    """

    format: Format
    name: str
    detail: str
    rows: View
    url: str
    city: str = ""


def list_downloads(scene: Scene) -> tuple[Download, ...]:
    """List the files of the rows that a view filters to, before them the opened city's contact card and calendar."""
    atlas, opened, today = scene.atlas, scene.opened, scene.today
    rows = keep_filters(scene.view)
    formats = describe_formats(scene.language)
    offered = [described for described in formats if is_offered(described[0], atlas, rows, today)]
    files = tuple(_offer(*described, rows, scene) for described in offered)
    if opened is None:
        return files
    only = View(city=opened.slug)
    personal = choose_personal(atlas, only, today)
    own = (_offer(*described, only, scene) for described in formats if described[0] in personal)
    name = name_place(opened.place, scene.language).text
    return (*(replace(download, city=name) for download in own), *files)


def _offer(chosen: Format, name: str, detail: str, rows: View, scene: Scene) -> Download:
    filtered = replace(rows, lang=scene.language.code) if chosen.worded else rows
    return Download(chosen, name, detail, filtered, scene.links.link_data(chosen.file, filtered))


def describe_formats(language: Language) -> tuple[tuple[Format, str, str], ...]:
    """Return each format with its name and what it is for."""
    _ = language.gettext
    return (
        (CSV, "CSV", _("for Excel and other programs with tables")),
        # TRANSLATORS: "English" stands for the reader's language: write the name of yours.
        (TABLE, "CSV", _("to read in Excel, with headings in English")),
        (STANDARD_CSV, "CSV", _("with the column names of Japan's municipal open data standard")),
        (GEOJSON, "GeoJSON", _("for maps on the web")),
        (KML, "KML", _("for Google Earth and other map programs")),
        (VCARD, "vCard", _("for the contacts of a phone or a mail program")),
        (JSON, "JSON", _("for people who write programs")),
        (COUNTERS, "CSV", _("Counter for foreign residents")),
        (ASSOCIATIONS, "CSV", _("International association")),
        (CLASSES, "CSV", _("Japanese classes with days and times")),
        (CALENDAR, "iCalendar", _("Japanese classes for your calendar")),
        (PACKAGE, "Data Package", _("says what each column of the CSV is")),
    )
