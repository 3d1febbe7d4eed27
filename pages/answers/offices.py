"""Offices to ask: the counters and associations of a place and of its prefecture, and who speaks a language there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from data.offices import Association, Counter, Offices
from data.records import Place
from pages.answers.filters import is_ward_of

Office = TypeVar("Office", Association, Counter)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Counters by how far a language is known to be spoken there.

    `spoken`: the source lists it; `interpreted`: only by telephone, with an interpreter or a call centre; `unknown`: it
    is not listed, which does not say that it is not spoken.
    """

    spoken: tuple[Counter, ...]
    interpreted: tuple[Counter, ...]
    unknown: tuple[Counter, ...]


def find_offices(known: Offices, place: Place) -> Offices:
    """Find the offices that somebody at a place can ask: its own, of a ward its city's, then its prefecture's."""
    return Offices(_choose(known.associations, place), _choose(known.counters, place))


def choose_offices(known: Offices, place: Place) -> Offices:
    """Choose what to show of those: all of the nearest level that has any which can be reached, else what there is."""
    found = find_offices(known, place)
    reachable = tuple(counter for counter in found.counters if counter.is_reachable)
    return Offices(_keep_nearest(found.associations), _keep_nearest(reachable or found.counters))


def choose_own(known: Offices, place: Place) -> Offices:
    """Choose those that a place has itself."""
    return Offices(
        tuple(one for one in known.associations if one.code == place.code),
        tuple(one for one in known.counters if one.code == place.code),
    )


def split_by_language(counters: Iterable[Counter], language: str) -> Speakers:
    """Part counters by a language (BCP 47; a dialect or script of it counts as the language), each in its order."""
    wanted = _find_primary(language)
    spoken: list[Counter] = []
    interpreted: list[Counter] = []
    unknown: list[Counter] = []
    for counter in counters:
        if wanted in map(_find_primary, counter.languages):
            spoken.append(counter)
        elif wanted in map(_find_primary, counter.phone_languages):
            interpreted.append(counter)
        else:
            unknown.append(counter)
    return Speakers(tuple(spoken), tuple(interpreted), tuple(unknown))


def _choose(offices: Iterable[Office], place: Place) -> tuple[Office, ...]:
    """Choose the offices for a place, the nearest level first; most are in another prefecture, as their codes tell."""
    near = (office for office in offices if office.code[:2] == place.code[:2])
    ranked = [(rank, office) for office in near if (rank := _rank(office.place, place)) is not None]
    return tuple(office for _, office in sorted(ranked, key=lambda pair: pair[0]))


def _keep_nearest(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    return tuple(office for office in offices if office.code == offices[0].code)


def _rank(office: Place, place: Place) -> int | None:
    """Tell how near an office's level is to a place: 0 its own, 1 its city's, 2 its prefecture's; None: another's."""
    if office.code == place.code:
        return 0
    if is_ward_of(place, office):
        return 1
    return 2 if office.kind == "prefecture" and office.prefecture == place.prefecture else None


def _find_primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
