"""Judges the words about a city's answer, which everybody reads: in what role it was given, and how that is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from data.privacy.contacts import find_contacts, find_private_contacts
from data.privacy.findings import Finding
from data.privacy.groups import hide_groups
from data.privacy.person_names import REMEDY, find_names
from data.privacy.word_lists import read_ordinary
from data.records import Place

_LAST_SIGN = re.compile("[市町村区県府都道]$")
_WORD = re.compile("[A-Za-z]+")


def judge_role(text: str, place: Place | None = None) -> Iterator[Finding]:
    """Yield what is a person's own in a role; a role names an office or a post."""
    yield from judge_text(text, place)
    folded = unicodedata.normalize("NFKC", text)
    roles = read_ordinary("role")
    if not any(role in folded for role in roles if not role.isascii()) and not (
        {word.lower() for word in _WORD.findall(folded)} & roles
    ):
        yield Finding(text, "It names no office and no post.", REMEDY)


def judge_text(text: str, place: Place | None = None) -> Iterator[Finding]:
    """Yield what is a person's own in a text: names, numbers, addresses."""
    yield from find_contacts(text)
    yield from _find_names(text, place)


def judge_public_text(text: str, place: Place | None) -> Iterator[Finding]:
    """Yield what is a person's own in a text of a public offer: who holds it, where, on what terms.

    Groups and buildings may be named after people, and an office's telephone may stand in it.
    """
    yield from find_private_contacts(text)
    yield from _find_names(hide_groups(text), place)


def _find_names(text: str, place: Place | None) -> Iterator[Finding]:
    if place is None:
        yield from find_names(text)
    else:
        yield from find_names(text.replace(place.ja, "□"), _name_places(place))  # 吉野ヶ里町 has a family name in it


def _name_places(place: Place) -> frozenset[str]:
    """Return what a place and its prefecture are called for short."""
    names = (place.ja, place.prefecture.ja)
    short = (_LAST_SIGN.sub("", name) for name in names)
    return frozenset({*names, *short, *place.en.split(), place.prefecture.en})
