"""The answer to what a visitor asked for, where it is not simply rows of the table; never an empty page."""

from __future__ import annotations

from data.places.gazetteer import find_government, list_prefectures
from data.places.postal import format_postal_code
from pages.address.view import Unknown, drop_class_filters
from pages.answers.advice import describe_class_sites
from pages.answers.offers import Offer, begin_offer, offer_cities, offer_counters, offer_places
from pages.answers.offices import choose_offices
from pages.answers.place_answers import Answer, list_place_answers
from pages.answers.scene import Scene
from pages.answers.speaking import find_speakers
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.languages.spoken import name_language

MAX_NEAR_NAMES = 5  # names that may have been meant are offered


def list_notes(scene: Scene) -> tuple[str, ...]:
    """List what has to be said of the opened card; nothing where none stands open."""
    _, city = scene.language.gettext, scene.opened
    if city is None:
        return ()
    notes = []
    if scene.view.city and city not in scene.shown:
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
    elif not scene.asked.cities and not result.unlisted and not view.speaks:
        answers.append(_answer_nothing(scene))
    if view.class_filter_count and not atlas.courses:
        everything = Offer(_("Show all cities"), scene.links.link_view(drop_class_filters(view)))
        answers.append(Answer(_("No class is listed here with its days yet."), (everything,)))
    answers += list_place_answers(scene)
    answers += _list_speakers(scene)
    if unplaced := atlas.list_unplaced(result.cities):
        text = _("Not on the map, because their place is not known yet; they are in the list: {cities}")
        names = scene.language.join_names(name_place(city.place, scene.language).text for city in unplaced)
        answers.append(Answer(text.format(cities=names)))
    return tuple(answers)


def list_prefecture_offices(scene: Scene) -> tuple[Answer, ...]:
    """List the offices of the chosen prefectures; one without a row, chosen alone, is answered as a place."""
    language, known = scene.language, scene.atlas.offices
    heading = language.gettext("Counter for foreign residents")
    return tuple(
        Answer(
            f"{heading}{language.colon}{name_prefecture(prefecture, language)}",
            offices=choose_offices(known, find_government(prefecture)),
            sites=describe_class_sites(prefecture, language, scene.atlas.looks),
        )
        for prefecture in list_prefectures()
        if prefecture.slug in scene.view.prefectures and find_government(prefecture) not in scene.places[:1]
    )


def _list_speakers(scene: Scene) -> list[Answer]:
    """List the counters that speak the language that is asked for, by people first."""
    _, code = scene.language.gettext, scene.view.speaks
    if code is None:
        return []
    speakers, name = find_speakers(scene.atlas, scene.view), name_language(code, scene.language)
    answers = []
    if speakers.spoken:
        text = _("{language} is spoken at these counters:").format(language=name)
        answers.append(Answer(text[:1].upper() + text[1:], offer_counters(speakers.spoken, scene)))
    if speakers.interpreted:
        text = _("By telephone, with an interpreter, at these:")
        answers.append(Answer(text, offer_counters(speakers.interpreted, scene)))
    none = _("We know of no counter where {language} is spoken. Any counter may still find an interpreter: ask.")
    return answers or [Answer(none.format(language=name))]


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
    everything = Offer(_("Show all cities"), scene.links.link_view(begin_offer(view)))
    return Answer(text, (*offer_places(near[:MAX_NEAR_NAMES], scene), everything))
