"""Scene: all that a page is drawn from, with the rows it shows and the city that stands open found once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from data.records import City, Place
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.courses import CourseResult
from pages.answers.filters import Result
from pages.answers.found import Found
from pages.answers.japan_time import get_today
from pages.languages.language import Language

MAX_PLACES = 12  # places of one name that are offered and shown; no name has more than seven of which none is listed
NEAREST = 3  # listed cities that are shown with a place


@dataclass(frozen=True, eq=False)
class Scene:
    """All that a page is drawn from: what is known, what is looked at, how links are made there, in which language."""

    atlas: Atlas
    view: View
    links: Links
    language: Language
    moment: datetime | None = None  # in Japan; None for a page that is kept, which cannot tell what is open now
    today: date = field(default_factory=get_today)  # in Japan; handed in where what is drawn is kept

    @cached_property
    def handed_on(self) -> View:
        """The view as its address is handed on: whoever follows it reads the same language."""
        return self.view if self.links.is_static else replace(self.view, lang=self.view.lang or self.language.code)

    @cached_property
    def found(self) -> Found:
        """What the view finds."""
        return Found(self.atlas, self.view, self.today)

    @property
    def asked(self) -> Result:
        """The rows that prefectures and query mean, and what else the query means."""
        return self.found.asked

    @property
    def result(self) -> Result:
        """The rows that all filters of the view leave, and what else its query means."""
        return self.found.rows

    @property
    def course_result(self) -> CourseResult:
        """The classes that the view leaves, wherever they are in Japan."""
        return self.found.courses

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that were asked for and are not in the table; none where rows were found."""
        asked = self.asked
        return () if asked.cities or asked.elsewhere else asked.unlisted[:MAX_PLACES]

    @cached_property
    def shown(self) -> tuple[City, ...]:
        """The rows on the map: those found, else the nearest to what was asked for, else all; it is never empty.

        Where no row has what is spoken or taught, they are those that were asked for.
        """
        atlas, result = self.atlas, self.result
        found = result.cities or result.elsewhere
        limit = NEAREST if len(self.places) == 1 else 1
        near = {near.city.code for place in self.places for near in atlas.list_nearest(place, limit)}
        nearest = tuple(city for city in atlas.cities if city.code in near)
        return found or nearest or self.asked.cities or atlas.cities

    @cached_property
    def opened(self) -> City | None:
        """The city whose card stands open: the one chosen, or the only row found."""
        cities = self.result.cities
        return self.atlas.find_city(self.view.city) or (cities[0] if len(cities) == 1 else None)
