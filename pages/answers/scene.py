"""Scene: all that a page is drawn from, with the rows it shows and the city that stands open found once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from data.records import City
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.filters import Result, filter_cities
from pages.languages.language import Language


@dataclass(frozen=True, eq=False)
class Scene:
    """All that a page is drawn from: what is known, what is looked at, how links are made there, in which language."""

    atlas: Atlas
    view: View
    links: Links
    language: Language

    @cached_property
    def result(self) -> Result:
        """The rows that the view filters to, and what else its query means."""
        return filter_cities(self.atlas.cities, self.view)

    @cached_property
    def opened(self) -> City | None:
        """The city whose card stands open: the one chosen, or the only row found."""
        cities = self.result.cities
        return self.atlas.find_city(self.view.city) or (cities[0] if len(cities) == 1 else None)
