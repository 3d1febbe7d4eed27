"""Facts of the table, each with the row it stands in and all that is known of whether it is right.

A fact is a link, an e-mail address or the department of a city: what a reader may act on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.links.policy import tell_publicly
from data.records import City, Correction, FieldName, Link
from data.standing import find_word
from geocache.coordinates import Coordinate
from pages.address.view import Lack, View
from pages.answers.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the map shows it, and what vouches for it; a day that is not known is None."""

    city: City
    field: FieldName
    text: str  # as published: an address, or the department's name
    url: str  # to open; "" where it is no link
    answered: date | None  # the last day on which the link answered
    confirmed: date | None  # the day on which the city said that it is right
    doubt: Correction | None
    point: Coordinate | None  # of the city hall

    def lacks(self, lack: Lack) -> bool:
        """Tell whether it is a link that nobody knows to answer, is not confirmed, or is doubted."""
        if lack == "answer":
            return bool(self.url) and self.answered is None
        return self.confirmed is None if lack == "confirmation" else self.doubt is not None


def list_facts(atlas: Atlas) -> tuple[Fact, ...]:
    """List the facts of all rows, in the table's order."""
    return tuple(fact for city in atlas.cities for fact in _list_of_city(city, atlas.coordinates.get(city.code)))


def choose_facts(atlas: Atlas, view: View) -> tuple[Fact, ...]:
    """Choose the facts of a view: of the opened city, else of the chosen prefectures; those that lack something."""
    city = atlas.find_city(view.city)
    return tuple(
        fact
        for fact in list_facts(atlas)
        if (fact.city == city if city else not view.prefectures or fact.city.prefecture.slug in view.prefectures)
        and (view.missing is None or fact.lacks(view.missing))
    )


def narrow_to_facts(view: View) -> View:
    """Keep of a view what decides which facts are shown, and in which language."""
    prefectures = () if view.city else view.prefectures
    return View(prefectures=prefectures, city=view.city, missing=view.missing, lang=view.lang)


def _list_of_city(city: City, point: Coordinate | None) -> Iterator[Fact]:
    if city.departments:
        yield _make_fact(city, "department", " | ".join(city.departments), None, point)
    for link in city.websites:
        yield _make_fact(city, "website", link.published, link, point)
    for email in city.emails:
        yield _make_fact(city, "email", email, None, point)
    for link in city.classes:
        yield _make_fact(city, "class", link.published, link, point)


def _make_fact(city: City, field: FieldName, text: str, link: Link | None, point: Coordinate | None) -> Fact:
    word = find_word(city.checks, field)
    said = tell_publicly(link.look) if link else None
    doubts = (row for row in city.corrections if row.field == field and (link is None or row.source_value in text))
    return Fact(
        city=city,
        field=field,
        text=text,
        url=link.published if link else "",
        answered=said.answered if said else None,
        confirmed=date.fromisoformat(word.date) if word and word.answer == "right" else None,
        doubt=next(doubts, None),
        point=point,
    )
