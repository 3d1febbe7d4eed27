"""A class in the reader's words: for whom it is, how one joins, what it costs, who holds it."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale
from babel.numbers import format_currency

from data.courses.areas import read_area
from data.courses.records import Audience, Course, FeeUnit, Joining, Level, OrganizerKind
from pages.languages.language import FALLBACK, Language
from pages.languages.names import name_place, name_prefecture
from pages.languages.ruby import annotate
from pages.languages.tags import parse_tag

IN_WORDS = {"ja", "zh"}  # where prices bear the word, 円, and where ¥ stands for the money of another country
YEN_SIGNS = ("JP¥", "JPY")  # as the Unicode locale data writes ¥ where it takes the reader to be elsewhere


def write_area(course: Course, language: Language) -> str:
    """Write who may come; empty where that could not be read, or where it is not the class's own place that counts."""
    _, area, place = language.gettext, read_area(course.area), course.place
    texts = {
        ("live",): _("People who live in {place}"),
        ("live", "work"): _("People who live or work in {place}"),
        ("live", "work", "study"): _("People who live, work or study in {place}"),
    }
    names = {
        place.ja[-1:]: name_place(place, language).text,
        place.prefecture.ja[-1:]: name_prefecture(place.prefecture, language),
    }
    text = texts.get(area.ties) if area else None
    return text.format(place=names[area.unit]) if area and text and area.unit in names else ""


def write_fee(course: Course, language: Language) -> str:
    """Write what it costs, and for how much of it; empty where no number is known."""
    _ = language.gettext
    if course.fee_yen is None:
        return ""
    if course.is_free:
        return _("Free of charge")
    price = write_yen(course.fee_yen, language)
    units: dict[FeeUnit, str] = {
        "lesson": _("{price} per lesson"),
        "hour": _("{price} per hour"),
        "month": _("{price} per month"),
        "term": _("{price} per term"),
        "year": _("{price} per year"),
    }
    return units[course.fee_unit].format(price=price) if course.fee_unit else price


def write_yen(amount: int, language: Language) -> str:
    """Write a sum of money in yen as the language does."""
    locale = parse_tag(language.tag) or Locale(FALLBACK)
    if language.readings:
        return f"{amount:,}" + annotate("円", "えん")
    if locale.language in IN_WORDS:
        return format_currency(amount, "JPY", locale=locale, format_type="name")
    text = format_currency(amount, "JPY", locale=locale)
    for sign in YEN_SIGNS:
        text = text.replace(sign, "¥")
    return text


def name_audience(audience: Audience | None, language: Language) -> str:
    """Name whom it is for; empty where that is not known."""
    _ = language.gettext
    names: dict[Audience, str] = {"adult": _("Adult"), "child": _("Child"), "anyone": _("Anyone")}
    return names[audience] if audience else ""


def name_levels(levels: Iterable[Level], language: Language) -> str:
    """Name levels; empty where none is known."""
    _ = language.gettext
    names: dict[Level, str] = {
        "first steps": _("First steps"),
        "beginner": _("Beginners"),
        "intermediate": _("Intermediate"),
        "advanced": _("Advanced"),
        "individual": _("Each at their own level"),
    }
    return language.join_names(names[level] for level in levels)


def name_joining(joining: Joining | None, language: Language) -> str:
    """Say how one joins; empty where that is not known."""
    _ = language.gettext
    names: dict[Joining, str] = {
        "come": _("Just come."),
        "contact first": _("Contact them first."),
        "form": _("With a form."),
    }
    return names[joining] if joining else ""


def name_organizer_kind(kind: OrganizerKind | None, language: Language) -> str:
    """Name what kind of organiser it is; empty where that is not known, or none of those that have a name."""
    _ = language.gettext
    names: dict[OrganizerKind | None, str] = {
        "association": _("International association"),
        "city": _("The city"),
        "volunteers": _("Volunteer group"),
        "school": _("School"),
    }
    return names.get(kind, "")
