"""Downloads: the rows of a view, written in a published format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from data.courses.patterns import goes_on
from data.courses.records import Course
from data.offices import Offices
from data.places.addresses import read_address
from data.published.formats import FORMATS, Format
from data.published.package_format import write_package
from data.published.record import PublishedCity, describe_city
from data.records import City
from pages.address.links import format_query
from pages.address.view import View, drop_class_filters
from pages.answers.atlas import Atlas
from pages.answers.course_rows import choose_course_rows, group_courses
from pages.answers.courses import choose_courses
from pages.answers.filters import search_query
from pages.answers.found import Found
from pages.answers.offices import find_offices, split_by_language
from pages.downloads.reading_table import write_reading_table
from pages.languages.language import FALLBACK, load_language


def narrow_view(view: View, chosen: Format | None = None) -> View:
    """Keep of a view what decides what is written: the filters, or without any the opened city.

    The language counts only for the format that is written in one.
    """
    city = None if view.filter_count else view.city
    return replace(
        view, city=city, choices=(), unknown=(), page=1, lang=view.lang if chosen and chosen.worded else None
    )


def choose_cities(atlas: Atlas, view: View, today: date) -> Sequence[City]:
    """Choose the rows that the page shows for these filters on a day; without any an opened city is taken alone."""
    only = atlas.find_city(narrow_view(view).city)
    return (only,) if only else Found(atlas, view, today).rows.cities


def describe_cities(atlas: Atlas, view: View, today: date) -> tuple[PublishedCity, ...]:
    """Describe the rows of a view with their places as they stand on a day, in the table's order."""
    cities = choose_cities(atlas, view, today)
    courses = group_courses(choose_classes(atlas, view, today), cities)
    return tuple(
        describe_city(city, _find_position(atlas, city), today, atlas.offices, courses.get(city.code, ()))
        for city in cities
    )


def choose_classes(atlas: Atlas, view: View, today: date) -> tuple[Course, ...]:
    """Choose the Japanese classes of a view: those that meet its filters, or of the city taken alone its own."""
    only = atlas.find_city(narrow_view(view).city)
    return choose_courses(atlas, only.place) if only else choose_course_rows(atlas, view, today)


def is_offered(chosen: Format, atlas: Atlas, view: View, today: date) -> bool:
    """Tell whether a file is offered for a view's rows: one of classes is where there are any for it to hold."""
    return not chosen.write_courses or any(_list_written(chosen, atlas, view, today))


def choose_offices(atlas: Atlas, view: View) -> Offices:
    """Choose the offices of a view: of the prefectures; of the places that a query means; of the city taken alone.

    Of counters only those that speak the language, if the view asks for one; of associations it is not known. What
    is asked of classes is no matter of offices.
    """
    only, known = atlas.find_city(narrow_view(view).city), atlas.offices
    if only:
        return find_offices(known, only.place)
    if view.query:
        named = [
            *(search_query(view.query) or read_address(view.query)),
            *(city.place for city in Found(atlas, drop_class_filters(view)).rows.cities),
        ]
        found = [find_offices(known, place) for place in named]
        known = Offices(
            tuple(row for row in known.associations if any(row in offices.associations for offices in found)),
            tuple(row for row in known.counters if any(row in offices.counters for offices in found)),
        )
    if view.speaks:
        heard = split_by_language(known.counters, view.speaks)
        known = replace(known, counters=tuple(row for row in known.counters if row not in heard.unknown))
    chosen = view.prefectures
    return Offices(
        tuple(row for row in known.associations if not chosen or row.place.prefecture.slug in chosen),
        tuple(row for row in known.counters if not chosen or row.place.prefecture.slug in chosen),
    )


def choose_personal(atlas: Atlas, view: View, today: date) -> tuple[Format, ...]:
    """Choose the files of one city alone: its contact card, and a calendar where dates of its classes are known."""
    return tuple(chosen for chosen in FORMATS if chosen.personal and is_offered(chosen, atlas, view, today))


def write_download(chosen: Format, atlas: Atlas, view: View, today: date) -> str:
    """Write the rows of a view in a format, on a day in Japan.

    The same rows on the same day (and for the table to read, in the same language) give the same text.
    """
    if chosen.write_offices:
        return chosen.write_offices(choose_offices(atlas, view))
    if chosen.write_courses:
        return chosen.write_courses(tuple(_list_written(chosen, atlas, view, today)))
    if chosen.write is None:
        return write_reading_table(choose_cities(atlas, view, today), load_language(view.lang or FALLBACK), today)
    if chosen.description:
        return describe_files(atlas, view, today, format_query(narrow_view(view)))
    return chosen.write(describe_cities(atlas, view, today))


def describe_files(atlas: Atlas, view: View, today: date, query: str = "") -> str:
    """Describe the tables of a view as a Data Package, each path with the query; classes where there are any at all."""
    courses = choose_classes(atlas, view, today) if atlas.courses else None
    return write_package(describe_cities(atlas, view, today), choose_offices(atlas, view), query, courses)


def name_download(chosen: Format, view: View) -> str:
    """Name the file on the visitor's device; one city's bears its name."""
    city = narrow_view(view).city
    is_table = chosen.write_offices or (chosen.write_courses and not chosen.personal)
    is_city = city and not chosen.description and not is_table
    return f"{city}.{chosen.file.partition('.')[2]}" if is_city else chosen.file


def _list_written(chosen: Format, atlas: Atlas, view: View, today: date) -> Iterator[Course]:
    """Yield the classes that a file holds; of a calendar those with a known date that is not over."""
    for course in choose_classes(atlas, view, today):
        if not chosen.dated or goes_on(course, today):
            yield course


def _find_position(atlas: Atlas, city: City) -> tuple[float, float] | None:
    place = atlas.coordinates.get(city.code)
    return (place.latitude, place.longitude) if place else None
