"""Advice for somebody whose place is not in the table: ask the local office or the prefecture; sites of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.portals import Portal, PortalKind, choose_portals, list_class_sites
from data.records import Look, Place, PlaceKind, Prefecture
from pages.answers.link_notes import LinkNote, describe_look
from pages.languages.language import Language
from pages.languages.names import Name, name_place
from pages.languages.ruby import drop_readings, read_notation

Looks = Mapping[str, Look]  # by address
NO_LOOKS: Looks = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Site:
    """A site of others: its name, which may be in another language, and what is there; `url` only where it is known.

    `looked` tells whether its page was looked at, `note` what it did then, unless all is well.
    """

    name: str
    name_lang: str
    text: str
    url: str | None
    looked: bool = False
    note: LinkNote | None = None


@dataclass(frozen=True, slots=True)
class AdviceStep:
    """A thing to do next, and the office or body that it is about."""

    text: str
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """The next step, and the sites of others that may help."""

    step: AdviceStep
    sites: tuple[Site, ...]


def advise(place: Place, language: Language, looks: Looks = NO_LOOKS) -> Advice:
    """Say where to ask for a class in a place that is not in the table."""
    name = None if place.kind == "prefecture" else name_place(place, language)
    step = AdviceStep(_choose_office(place.kind, language), name)
    portals = choose_portals(place.prefecture.code, language.tag)
    return Advice(step, tuple(_describe(portal, language, looks) for portal in portals))


def describe_class_sites(prefecture: Prefecture, language: Language, looks: Looks = NO_LOOKS) -> tuple[Site, ...]:
    """Describe the sites that list the classes of a prefecture; none known does not say that there is none."""
    return tuple(_describe(portal, language, looks) for portal in list_class_sites(prefecture.code))


def _choose_office(kind: PlaceKind, language: Language) -> str:
    _ = language.gettext
    texts: dict[PlaceKind, str] = {
        "city": _("Ask the city hall where you live which section helps foreign residents."),
        "ward": _("Ask the ward office where you live which section helps foreign residents."),
        "town": _("Ask the town office where you live which section helps foreign residents."),
        "village": _("Ask the village office where you live which section helps foreign residents."),
        "prefecture": _("Ask the ward office or city hall where you live which section helps foreign residents."),
    }
    return texts[kind]


def _describe(portal: Portal, language: Language, looks: Looks) -> Site:
    _ = language.gettext
    texts: dict[PortalKind, str] = {
        "videos": _("learn Japanese by yourself, with videos"),
        "living": _("life in Japan, in many languages"),
        "classes": _("list of Japanese classes"),
        "guide": _("how to find a Japanese class"),
    }
    look = looks.get(portal.url or "")
    note = describe_look(look, language, by_mail=None)
    wrong = note if note and not note.is_calm else None
    return Site(*_name_site(portal, language), texts[portal.kind], portal.url, look is not None, wrong)


def _name_site(portal: Portal, language: Language) -> tuple[str, str]:
    """Name a site, and the language of that name: a Japanese site has a Japanese name for whoever reads that."""
    if language.tag != "ja" or not portal.name_ja:
        return portal.name, portal.name_language
    name = read_notation(portal.name_ja)
    return name if language.readings else drop_readings(name), "ja"
