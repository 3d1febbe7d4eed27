"""Links that an answer offers: to listed cities, and to exact queries for places that are not listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.offices import Counter
from data.places.gazetteer import search_places, spell_precisely
from data.records import City, Place
from pages.address.view import View
from pages.answers.scene import Scene
from pages.answers.speaking import list_spoken
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.languages.spoken import name_language


@dataclass(frozen=True, slots=True)
class Offer:
    """A link that helps; `ja` is the Japanese name where `text` does not hold it and it tells places apart."""

    text: str
    url: str
    ja: str = ""


@dataclass(frozen=True, slots=True)
class SpokenOffer:
    """A link that filters to the counters that speak a language; `chosen` tells that it does now."""

    text: str
    url: str
    chosen: bool


def begin_offer(view: View) -> View:
    """Return what an offer keeps of a view: its language, and in a frame the prefectures that the host has chosen."""
    return View(lang=view.lang, embed=view.embed, prefectures=view.prefectures if view.embed else ())


def offer_cities(cities: Iterable[City], scene: Scene) -> tuple[Offer, ...]:
    """Offer listed cities, each to be opened."""
    kept = begin_offer(scene.view)
    return tuple(
        Offer(describe_place(city.place, scene.language), scene.links.link_view(replace(kept, city=city.slug)))
        for city in cities
    )


def offer_spoken(scene: Scene) -> tuple[SpokenOffer, ...]:
    """Offer each language of a counter as a filter, the reader's own first."""
    view, language = scene.view, scene.language
    own = language.tag.partition("-")[0]
    return tuple(
        SpokenOffer(
            name_language(code, language),
            scene.links.link_view(replace(view, speaks=code, city=None, page=1)),
            chosen=code == view.speaks,
        )
        for code in sorted(list_spoken(scene.atlas), key=lambda code: code != own)
    )


def offer_counters(counters: Iterable[Counter], scene: Scene) -> tuple[Offer, ...]:
    """Offer the places of counters: a listed city to be opened, else its prefecture, which has the counter."""
    kept, cities = begin_offer(scene.view), {city.code: city for city in scene.atlas.cities}
    language, offers = scene.language, {}
    for counter in counters:
        city = cities.get(counter.code)
        prefectures = kept.prefectures or (counter.place.prefecture.slug,)
        url = scene.links.link_view(replace(kept, city=city.slug) if city else replace(kept, prefectures=prefectures))
        offers[url] = Offer(describe_place(counter.place, language), url)
    return tuple(offers.values())


def offer_places(places: Iterable[Place], scene: Scene) -> tuple[Offer, ...]:
    """Offer places without a row, each by a query that means it alone."""
    kept, language = begin_offer(scene.view), scene.language
    return tuple(
        Offer(
            describe_place(place, language),
            scene.links.link_view(replace(kept, query=spell_query(place, language))),
            "" if language.tag == "ja" else place.ja,
        )
        for place in places
    )


def spell_query(place: Place, language: Language) -> str:
    """Write a query that means a place alone, in the reader's own spelling where that is one: it stays in the box."""
    name, prefecture = name_place(place, language).text, name_prefecture(place.prefecture, language)
    spellings = {"prefecture": (prefecture, name), "ward": (name, f"{name}, {prefecture}")}.get(
        place.kind, (f"{name}, {prefecture}",)
    )
    return next((text for text in spellings if search_places(text) == (place,)), spell_precisely(place))


def describe_place(place: Place, language: Language) -> str:
    """Name a place with its prefecture: "Sakai (Osaka)"."""
    prefecture = name_prefecture(place.prefecture, language)
    if place.kind == "prefecture":
        return prefecture
    name = name_place(place, language).text
    return language.gettext("{city} ({prefecture})").format(city=name, prefecture=prefecture)
