"""The texts of one city: for the counter, for a letter to each of its addresses, for a report of a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from data.records import City
from pages.languages.bilingual import Bilingual
from pages.languages.language import Language
from pages.languages.names import name_place
from pages.languages.spoken import find_native, name_spoken
from pages.letters.mailto import write_mailto
from pages.letters.report import LETTER as REPORT
from pages.letters.report import LINES, LineName, Receiver, Verdict, get_receiver
from pages.letters.report import SUBJECTS as REPORT_SUBJECTS
from pages.letters.request import COUNTER, DAYS, LETTER, OR, SUBJECTS, Choices, Day
from pages.letters.sentences import Sentence, join_japanese, write_text


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address: `bare` opens an empty letter to it, `url` one with the usual request."""

    text: str
    bare: str
    url: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What is filled into the texts of a city, and the addresses to write to.

    `takes_reports` tells whether somebody receives what is said about a line.
    """

    code: str
    name: Bilingual
    addresses: tuple[Address, ...]
    takes_reports: bool = False
    department: str = ""  # its Japanese name, where it is known


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is sent, in Japanese, with the reader's language beside it."""

    subject: Sentence
    body: tuple[Sentence, ...]


def describe_asking(city: City, language: Language) -> Asking:
    """Gather what the texts of a city need."""
    addresses: tuple[Address, ...] = ()
    if city.emails:
        letter = write_letter(city, choose_usual(language), language)
        addresses = tuple(_describe_address(address, letter) for address in city.emails)
    name = Bilingual(name_place(city.place, language).text, city.place.ja)
    return Asking(city.code, name, addresses, get_receiver() is not None, name_department(city))


def choose_usual(language: Language) -> Choices:
    """Choose what a reader of a language asks for most: a class, as a beginner who speaks that language.

    Nobody has been asked where they live, and a city decides by that who may come: nothing is said of it.
    """
    return Choices(language=find_native(language) is not None, lives=None)


def write_counter(
    city: City, choices: Choices, language: Language, spoken: str | None = None, topic: str = ""
) -> tuple[Sentence, ...]:
    """Write what to show at the counter; `spoken` is the language that is spoken, else the reader's."""
    words = replace(choices, topic=bool(topic), office=bool(name_department(city))).list_words()
    return write_text(COUNTER, words, _fill(city, language, spoken, choices.days, topic=topic), language)


def write_letter(
    city: City, choices: Choices, language: Language, spoken: str | None = None, name: str = "", topic: str = ""
) -> Letter:
    """Write a letter to a city's office; without a name or a topic it has a line to write it on."""
    words = replace(choices, name=bool(name), topic=bool(topic), office=bool(name_department(city))).list_words()
    filling = _fill(city, language, spoken, choices.days, name=name, topic=topic)
    (subject,) = write_text(SUBJECTS, words, filling, language)
    return Letter(subject, write_text(LETTER, words, filling, language))


def write_report_url(
    receiver: Receiver, city: City, line: tuple[LineName, str, str], verdict: Verdict, language: Language
) -> str:
    """Write the address of a report about a line: its name, what the reader calls it, what is shown there."""
    name, heading, value = line
    same = {"code": city.code, "value": value or "-", "reader": f"{language.name} ({language.code})"}
    filling = _fill(city, language, None, (), **same) | {"field": Bilingual(heading, LINES[name])}
    words = frozenset({verdict})
    subject = write_text(REPORT_SUBJECTS, words, filling, language)
    return receiver.write_url(join_japanese(subject), join_japanese(write_text(REPORT, words, filling, language)))


def _describe_address(address: str, letter: Letter) -> Address:
    subject, body = join_japanese((letter.subject,)), join_japanese(letter.body)
    return Address(address, f"mailto:{quote(address, safe='@')}", write_mailto(address, subject, body))


def name_department(city: City) -> str:
    """Return the Japanese name of a city's first department; empty where it is not known."""
    return next((name.name for name in city.department_names), "")


def name_days(language: Language) -> dict[Day, Bilingual]:
    """Name the times that a visitor can choose, in their order."""
    _ = language.gettext
    names: dict[Day, str] = {
        "weekdays": _("Weekdays (daytime)"),
        "evenings": _("Evenings"),
        "weekends": _("Weekends"),
    }
    return {day: Bilingual(name, DAYS[day]) for day, name in names.items()}


def join_times(language: Language) -> str:
    """Return what stands between times of which each will do."""
    return OR if language.tag == "ja" else language.comma


def _fill(
    city: City, language: Language, spoken: str | None, days: tuple[Day, ...], **same: str
) -> dict[str, Bilingual]:
    """Gather what stands in the places of sentences; `same` are those that are the same in both languages."""
    code, named = spoken or find_native(language), name_days(language)
    return {
        "city": Bilingual(name_place(city.place, language).text, city.place.ja),
        "language": name_spoken(code, language) if code else Bilingual("", ""),
        "days": Bilingual(
            join_times(language).join(named[day].native for day in days), OR.join(named[day].ja for day in days)
        ),
        "department": Bilingual(name_department(city), name_department(city)),
        **{place: Bilingual(text, text) for place, text in same.items()},
    }
