"""Answers about places that a query names: which of several is meant, and what is near one without a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.offices import Offices
from data.places.postal import format_postal_code, search_postal_code
from data.places.wards import find_end
from data.records import Place
from pages.answers.advice import Advice, Site, advise
from pages.answers.filters import Result
from pages.answers.offers import Offer, describe_place, offer_cities, offer_places
from pages.answers.offices import choose_offices
from pages.answers.scene import MAX_PLACES, NEAREST, Scene
from pages.languages.language import Language
from pages.languages.names import Name, name_place, name_prefecture

NEAR = "#near"  # ends the address of a city that was reached as the nearest: pages/assets/dialog.js reads it

NAMING = {"name", "prefecture", "ward"}  # by these a query finds rows that bear its name themselves


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in words, with offices and links that help.

    `place` is what it is about, in `prefecture` (empty: itself one); `at` is where to look for classes.
    """

    text: str
    offers: tuple[Offer, ...] = ()
    place: Name | None = None
    prefecture: str = ""
    note: str = ""  # what has to be known of the offers
    advice: Advice | None = None
    offices: Offices | None = None  # that can be asked there
    sites: tuple[Site, ...] = ()  # of others, about it
    at: Place | None = None


def list_place_answers(scene: Scene) -> tuple[Answer, ...]:
    """List what is said of a postal code, of a ward, and of the places without a row."""
    result, language = scene.result, scene.language
    said = _explain_postal_code(result.postal_code, language) if result.postal_code else ""
    answers = [] if said else _explain_wards(result, language)
    has_listed = bool(scene.asked.cities or result.elsewhere)
    if len(result.unlisted) == 1 and not has_listed:
        answers += [Answer(said)] if said else []
        answers.append(_answer_unlisted(result.unlisted[0], scene))
    elif result.unlisted:
        offers = offer_places(result.unlisted[:MAX_PLACES], scene)
        question = _ask_which(result, language, has_listed=has_listed)
        answers.append(
            Answer(f"{said}{language.gap}{question}".strip(), offers, note=_count_left(result.unlisted, language))
        )
    elif said:
        answers.append(Answer(said))
    return tuple(answers)


def _explain_postal_code(digits: str, language: Language) -> str:
    """Say where a postal code belongs; empty where nobody knows. Whether it is in use is not known: hence "near"."""
    _ = language.gettext
    places = search_postal_code(digits)
    names = language.join_names(describe_place(place, language) for place in places)
    if not places:
        return ""
    count = len({place.prefecture for place in places})
    text = _("Postal code {code}: in or near {places}.")
    if count > 1:
        text = _("{count} prefectures share the postal code {code}: {places}.")
    return text.format(count=count, code=format_postal_code(digits), places=names)


def _explain_wards(result: Result, language: Language) -> list[Answer]:
    """Say that the rows found have a ward of the query's name, or that a city has none of it any more."""
    former = [
        language.gettext("{city} has had no ward of that name since {year}.").format(
            city=name_place(city.place, language).text, year=str(find_end(ward.code))[:4]
        )
        for ward in result.former
        for city in result.cities
        if ward.ja.startswith(city.place.ja)
    ]
    present = language.ngettext(
        "This city has a ward of that name.",
        "These cities have a ward of that name. Which one is yours?",
        len(result.cities),
    )
    says_present = result.matched_by == "ward" and len(result.cities) > len(former)
    return [Answer(text) for text in ([present] if says_present else []) + former]


def _ask_which(result: Result, language: Language, *, has_listed: bool) -> str:
    _ = language.gettext
    if has_listed:
        is_namesake = result.matched_by in NAMING and not result.postal_code
        return _("Other places of this name, not in this table:") if is_namesake else _("Not in this table:")
    return _("Which one is yours?") if result.postal_code else _("More than one place has this name. Which one?")


def _count_left(places: Sequence[Place], language: Language) -> str:
    left = len(places) - MAX_PLACES
    text = language.ngettext(
        "{count} more place has this name. Write its prefecture too.",
        "{count} more places have this name. Write its prefecture too.",
        left,
    )
    return text.format(count=left) if left > 0 else ""


def _answer_unlisted(place: Place, scene: Scene) -> Answer:
    language = scene.language
    _ = language.gettext
    offers = tuple(
        replace(offer, text=_("{city}: {km} km").format(city=offer.text, km=round(near.km)), url=f"{offer.url}{NEAR}")
        for near in scene.atlas.list_nearest(place, NEAREST)
        for offer in offer_cities([near.city], scene)
    )
    name, note = name_place(place, language), ""
    prefecture = name_prefecture(place.prefecture, language)
    if place.kind == "prefecture":
        name, prefecture = replace(name, text=prefecture), ""
        note = _("The distances are from the middle of the prefecture. With your city or postal code they are better.")
    offices = choose_offices(scene.atlas.offices, place)
    return Answer(
        _("Not in this table, but this helps."),
        offers,
        name,
        prefecture,
        note,
        advise(place, language, scene.atlas.looks),
        offices,
        at=place,
    )
