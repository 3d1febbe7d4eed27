"""The texts of one city: for the counter, for a letter to each of its addresses, for a report of a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from data.records import City, FieldName
from pages.languages.language import Language
from pages.languages.names import name_place
from pages.languages.ruby import show_brackets
from pages.languages.spoken import find_own, name_spoken
from pages.letters.mailto import write_mailto
from pages.letters.report import FIELDS, Receiver, Verdict
from pages.letters.report import LETTER as REPORT
from pages.letters.report import SUBJECTS as REPORT_SUBJECTS
from pages.letters.request import COUNTER, LETTER, SUBJECTS, Choices, Filling, Pair, join_japanese, write_text


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address: `bare` opens an empty letter to it, `url` one with the usual request."""

    text: str
    bare: str
    url: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What is filled into the texts of a city, and the addresses to write to; `own` is its name for the reader."""

    code: str
    own: str
    ja: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is sent, in Japanese, with the reader's language beside it."""

    subject: Pair
    body: tuple[Pair, ...]


def describe_asking(city: City, language: Language) -> Asking:
    """Gather what the texts of a city need."""
    addresses: tuple[Address, ...] = ()
    if city.emails:
        letter = write_letter(city, choose_usual(language), language)
        addresses = tuple(_describe_address(address, letter) for address in city.emails)
    return Asking(city.code, show_brackets(name_place(city.place, language).text), city.place.ja, addresses)


def choose_usual(language: Language) -> Choices:
    """Choose what a reader of a language asks for most: a class, as a beginner who speaks that language."""
    return Choices(language=find_own(language) is not None)


def write_counter(city: City, choices: Choices, language: Language, spoken: str | None = None) -> tuple[Pair, ...]:
    """Write what to show at the counter; `spoken` is the language that is spoken, else the reader's."""
    return write_text(COUNTER, choices.list_words(), _fill(city, language, spoken), language)


def write_letter(city: City, choices: Choices, language: Language, spoken: str | None = None, name: str = "") -> Letter:
    """Write a letter to a city's office; without a name it is not signed."""
    words = replace(choices, name=bool(name)).list_words()
    filling = _fill(city, language, spoken, name=name)
    (subject,) = write_text(SUBJECTS, words, filling, language)
    return Letter(subject, write_text(LETTER, words, filling, language))


def write_report_url(
    receiver: Receiver, city: City, line: tuple[FieldName, str, str], verdict: Verdict, language: Language
) -> str:
    """Write the address of a report about a line: its field, the field's name for the reader, what is shown there."""
    field, heading, value = line
    places = {"code": city.code, "value": value or "-", "reader": f"{language.name} ({language.code})"}
    filling = _fill(city, language, None, **places)
    filling = Filling(filling.ja | {"field": FIELDS[field]}, filling.own | {"field": heading})
    words = frozenset({verdict})
    subject = write_text(REPORT_SUBJECTS, words, filling, language)
    return receiver.write_url(join_japanese(subject), join_japanese(write_text(REPORT, words, filling, language)))


def _describe_address(address: str, letter: Letter) -> Address:
    subject, body = join_japanese((letter.subject,)), join_japanese(letter.body)
    return Address(address, f"mailto:{quote(address, safe='@')}", write_mailto(address, subject, body))


def _fill(city: City, language: Language, spoken: str | None, **same: str) -> Filling:
    code = spoken or find_own(language)
    names = name_spoken(code, language) if code else None
    ja = {"city": city.place.ja, "language": names.ja if names else ""}
    own = {
        "city": name_place(city.place, language).text,
        "language": names.own if names else "",
    }
    return Filling(ja | same, own | same)
