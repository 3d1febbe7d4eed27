"""The answer to what a visitor asked for, where it is not simply rows of the table; never an empty page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.records import City, Place
from pages.parts.atlas import Atlas
from pages.parts.filters import Result
from pages.parts.language import Language
from pages.parts.links import Links
from pages.parts.names import Name, name_place, name_prefecture
from pages.parts.view import View

MOST_PLACES = 4  # places of one name that are answered one by one


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to a city that was not asked for by that name, or to all cities."""

    text: str
    url: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and links that help; `place` is the place it is about, in `prefecture` (empty: itself one)."""

    text: str
    offers: tuple[Offer, ...] = ()
    place: Name | None = None
    prefecture: str = ""


def find_opened(atlas: Atlas, view: View, result: Result) -> City | None:
    """Find the city whose card stands open: the one chosen, or the only row found."""
    return atlas.find_city(view.city) or (result.cities[0] if len(result.cities) == 1 else None)


def list_notes(city: City, view: View, result: Result, atlas: Atlas, language: Language) -> tuple[str, ...]:
    """List what has to be said of an opened card."""
    _ = language.gettext
    notes = []
    if view.city and city not in result.cities:
        notes.append(_("This city is outside your filter, so it is not on the map."))
    if city.code not in atlas.coordinates:
        notes.append(_("The place of this city on the map is not known yet."))
    return tuple(notes)


def list_answers(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> tuple[Answer, ...]:
    """List all that a view needs to be told besides its rows."""
    _ = language.gettext
    answers = []
    if choices := [city for city in map(atlas.find_city, view.choices) if city]:
        offers = _offer(choices, view, links, language)
        answers.append(Answer(_("More than one place has this name. Which one?"), offers))
    if not result.cities and result.elsewhere:
        offers = _offer(result.elsewhere, view, links, language)
        answers.append(Answer(_("Not in the prefectures you chose, but here:"), offers))
    elif not result.cities and not result.unlisted:
        text = _("Nothing found. Try the name of a city, in any spelling, or show all cities again.")
        answers.append(
            Answer(text, (Offer(_("Show all cities"), links.link_view(View(lang=view.lang, embed=view.embed))),))
        )
    answers += [_answer_unlisted(atlas, place, view, links, language) for place in result.unlisted[:MOST_PLACES]]
    if (left := len(result.unlisted) - MOST_PLACES) > 0:
        more = language.ngettext(
            "{count} more place has this name. Write its prefecture too.",
            "{count} more places have this name. Write its prefecture too.",
            left,
        )
        answers.append(Answer(more.format(count=left)))
    if unplaced := atlas.list_unplaced(result.cities):
        text = _("Not on the map, because their place is not known yet; they are in the list: {cities}")
        names = ", ".join(name_place(city.place, language).text for city in unplaced)
        answers.append(Answer(text.format(cities=names)))
    return tuple(answers)


def _answer_unlisted(atlas: Atlas, place: Place, view: View, links: Links, language: Language) -> Answer:
    _ = language.gettext
    offers = tuple(
        replace(offer, text=_("{city}: {km} km").format(city=offer.text, km=round(near.km)))
        for near in atlas.list_nearest(place)
        for offer in _offer([near.city], view, links, language)
    )
    name = name_place(place, language)
    prefecture = name_prefecture(place.prefecture, language)
    if place.kind == "prefecture":
        name, prefecture = replace(name, text=prefecture), ""
    return Answer(_("Not in this table. The nearest listed city halls:"), offers, name, prefecture)


def _offer(cities: Iterable[City], view: View, links: Links, language: Language) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            language.gettext("{city} ({prefecture})").format(
                city=name_place(city.place, language).text, prefecture=name_prefecture(city.prefecture, language)
            ),
            links.link_view(View(city=city.slug, lang=view.lang, embed=view.embed)),
            city.slug,
        )
        for city in cities
    )
