"""Every link of the map: those of the table, of the offices, of the sites of others, and of the classes."""

from __future__ import annotations

from collections.abc import Iterable

from data.courses.records import Course
from data.offices import Offices
from data.portals import Portal
from data.records import City


def list_addresses(
    cities: Iterable[City], offices: Offices, portals: Iterable[Portal], courses: Iterable[Course] = ()
) -> tuple[str, ...]:
    """List the address of each page that the app links to, once; of a translated page that of the original."""
    found = (
        *(link.original for city in cities for link in (*city.websites, *city.classes)),
        *(counter.url for counter in offices.counters),
        *(association.url for association in offices.associations),
        *(portal.url for portal in portals),
        *(course.url for course in courses),
    )
    return tuple(dict.fromkeys(address for address in found if address))
