"""The answer to what a visitor asked for, where it is not simply rows of the table; never an empty page."""

from __future__ import annotations

from data.places.postal import format_postal_code
from pages.address.view import Unknown, View
from pages.answers.offers import Offer, offer_cities, offer_places
from pages.answers.place_answers import Answer, list_place_answers
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.names import name_place

MAX_NEAR_NAMES = 5  # names that may have been meant are offered


def list_notes(scene: Scene) -> tuple[str, ...]:
    """List what has to be said of the opened card; nothing where none stands open."""
    _, city = scene.language.gettext, scene.opened
    if city is None:
        return ()
    notes = []
    if scene.view.city and city not in scene.result.cities:
        notes.append(_("This city is outside your filter, so it is not on the map."))
    if city.code not in scene.atlas.coordinates:
        notes.append(_("The place of this city on the map is not known yet."))
    return tuple(notes)


def list_answers(scene: Scene) -> tuple[Answer, ...]:
    """List all that a view needs to be told besides its rows."""
    _, atlas, view, result = scene.language.gettext, scene.atlas, scene.view, scene.result
    answers = [Answer(_explain_unknown(kind, scene.language)) for kind in view.unknown]
    if choices := [city for city in map(atlas.find_city, view.choices) if city]:
        offers = offer_cities(choices, scene)
        answers.append(Answer(_("More than one place has this name. Which one?"), offers))
    if not result.cities and result.elsewhere:
        offers = offer_cities(result.elsewhere, scene)
        answers.append(Answer(_("Not in the prefectures you chose, but here:"), offers))
    elif not result.cities and not result.unlisted:
        answers.append(_answer_nothing(scene))
    answers += list_place_answers(scene)
    if unplaced := atlas.list_unplaced(result.cities):
        text = _("Not on the map, because their place is not known yet; they are in the list: {cities}")
        names = scene.language.join_names(name_place(city.place, scene.language).text for city in unplaced)
        answers.append(Answer(text.format(cities=names)))
    return tuple(answers)


def _explain_unknown(kind: Unknown, language: Language) -> str:
    _ = language.gettext
    texts: dict[Unknown, str] = {
        "city": _("This link asks for a city that is not in the table."),
        "prefecture": _("This link asks for a prefecture that does not exist."),
    }
    return texts[kind]


def _answer_nothing(scene: Scene) -> Answer:
    """Say that nothing was found, and offer what may have been meant: listed cities first, then prefectures."""
    _, result, view = scene.language.gettext, scene.result, scene.view
    listed = {city.place for city in scene.atlas.cities}
    near = sorted(result.near, key=lambda place: (place not in listed, place.kind != "prefecture"))
    text = _("Nothing found. Try the name of a city, in any spelling, or show all cities again.")
    if result.postal_code:
        text = _("We do not know the postal code {code}. Try the name of a city, in any spelling.")
        text = text.format(code=format_postal_code(result.postal_code))
    elif near:
        text = _("There is no place of this name. Did you mean one of these?")
    everything = Offer(_("Show all cities"), scene.links.link_view(View(lang=view.lang, embed=view.embed)))
    return Answer(text, (*offer_places(near[:MAX_NEAR_NAMES], scene), everything))
