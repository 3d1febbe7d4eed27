"""A change in the reader's words: of what, what stood there before, what stands there now."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from data.history.records import SEPARATOR, Change, Difference, Subject
from data.hours import read_closing, read_days
from data.places.gazetteer import find_place
from data.records import Place
from pages.address.view import View
from pages.answers.scene import Scene
from pages.card.hours import write_closing, write_days
from pages.history.doubts import find_reason, write_doubt
from pages.languages.language import Language
from pages.languages.names import Name, name_place
from pages.languages.office_names import read_office
from pages.languages.spoken import name_language
from pages.letters.report import name_fields

JAPANESE, ENGLISH = {"address"}, {"name_en", "note"}  # fields by the language of their values


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of one side of a change: a word for the side, the element that marks it, and the texts.

    `lang` is the language of the texts where it is known and not the reader's.
    """

    word: str
    mark: Literal["del", "ins"]
    texts: tuple[str, ...]
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change as a reader is told of it: the place, if it is about one, and what of it, then both sides.

    `name` is that of the office meant (Japanese), empty where the place alone says it. `reason` is that of a doubt that
    still stands. `url` leads to what the map has of the place now.
    """

    id: str
    urn: str
    day: datetime.date
    place: Name | None
    heading: str
    name: str
    sayings: tuple[Saying, ...]
    reason: str
    url: str


def tell_change(change: Change, scene: Scene) -> ToldChange:
    """Tell a reader of a change, in the scene's language and with its links."""
    what, language = change.what, scene.language
    place = find_place(what.code)
    return ToldChange(
        change.id,
        change.urn,
        change.day,
        name_place(place, language) if place else None,
        _write_heading(what, language),
        read_office(what.name, language),
        _list_sayings(what, language),
        find_reason(what, scene) if what.subject == "doubt" else "",
        _link_change(change, place, scene),
    )


def _link_change(change: Change, place: Place | None, scene: Scene) -> str:
    """Link what the map has now: of a listed city its card, of another place its prefecture, else the change alone."""
    view = View(lang=scene.view.lang)
    if place is None:
        return f"{scene.links.link_page('changes', view)}#c-{change.id}"
    city = next((city for city in scene.atlas.cities if city.code == place.code), None)
    opened = replace(view, city=city.slug) if city else replace(view, prefectures=(place.prefecture.slug,))
    return scene.links.link_page("map", opened)


def _write_heading(what: Difference, language: Language) -> str:
    """Say what is meant: a field of the table, of an office or of a remark, or the row as a whole."""
    _ = language.gettext
    if what.kind == "begun":
        return _("This record begins. Cities on the map: {count}").format(count=what.new)
    subjects: Mapping[Subject, str] = {
        "city": _("Cities") if not what.code else "",
        "counter": _("Counter for foreign residents"),
        "association": _("International association"),
        "doubt": _("What is doubted"),
        "confirmation": _("Confirmed by the city"),
        "withdrawal": _("Not shown, at the request of the city"),
        "department name": _("Japanese name of the department"),
    }
    if what.subject == "city" and what.code and not what.field:
        return _("New on the list") if what.kind == "added" else _("No longer on the list")
    field = "" if what.subject == "department name" else _name_fields(language).get(what.field, "")
    return language.colon.join(filter(None, (subjects[what.subject], field)))


def _name_fields(language: Language) -> Mapping[str, str]:
    _ = language.gettext
    name, website, telephone = _("Name"), _("Website"), _("Telephone")
    hours, languages = _("Opening hours"), _("Languages")
    return {
        **{str(field): text for field, text in name_fields(language).items()},
        "name": name,
        "name_en": name,
        "url": website,
        "other_address": website,
        "phones": telephone,
        "phone_kind": telephone,
        "days": hours,
        "hours": hours,
        "closed": hours,
        "languages": languages,
        "phone_languages": languages,
        "language_notes": languages,
        "address": _("Address"),
        "note": _("Note"),
        "source": _("Source"),
    }


def _list_sayings(what: Difference, language: Language) -> tuple[Saying, ...]:
    """List what stood there and what stands there; where one side is empty the word for the other says so."""
    _ = language.gettext
    if what.kind == "begun":
        return ()
    old, new = what.old, what.new
    if what.subject != "city" and not (old or new):  # an office as a whole, which its name says
        old, new = (what.name, "") if what.kind == "removed" else ("", what.name)
    before, now = (_("Before"), _("Now")) if old and new else (_("No longer there"), _("New"))
    sides: tuple[tuple[str, Literal["del", "ins"], str], ...] = ((before, "del", old), (now, "ins", new))
    return tuple(_say_side(what, word, mark, text, language) for word, mark, text in sides if text)


def _say_side(what: Difference, word: str, mark: Literal["del", "ins"], value: str, language: Language) -> Saying:
    texts = _write_parts(what, value, language)
    return Saying(word, mark, texts, _find_lang(what, language) if texts == tuple(value.split(SEPARATOR)) else None)


def _write_parts(what: Difference, value: str, language: Language) -> tuple[str, ...]:
    """Write the parts of a value: what has words of a few in the reader's, all else as it stands in the table."""
    if what.subject == "doubt":
        return write_doubt(value, language)
    parts = value.split(SEPARATOR)
    if _is_name(what):
        return tuple(read_office(part, language) for part in parts)
    write = _list_writers(language).get(what.field)
    return tuple((write(part) if write else "") or part for part in parts)


def _list_writers(language: Language) -> Mapping[str, Callable[[str], str]]:
    _ = language.gettext
    words = {
        "may have changed": _("This number may have changed."),
        "office line": _("This is an office's line: ask for the counter."),
        "by day": _("which one, depends on the day"),
        "more": _("and others"),
        "interpreting": _("others by telephone, with an interpreter"),
        "easy Japanese": _("easy Japanese"),
        "association": _("International association"),
        "prefecture office": _("Office of the prefecture"),
        "city facility": _("Place for international exchange"),
    }

    def write_closed(text: str) -> str:
        closing = read_closing(text)
        return write_closing(closing, language) if closing else ""

    return {
        "days": lambda text: write_days(read_days(text) or (), language),
        "closed": write_closed,
        "languages": lambda text: name_language(text, language),
        "phone_languages": lambda text: name_language(text, language),
        "note": _,
        **dict.fromkeys(("phone_kind", "language_notes", "kind"), lambda text: words.get(text, "")),
    }


def _is_name(what: Difference) -> bool:
    return what.subject == "department name" or what.field == "name" or bool(what.name and not what.field)


def _find_lang(what: Difference, language: Language) -> str | None:
    """Return the language of a value, where it is known and not the reader's."""
    is_japanese = _is_name(what) or what.field in JAPANESE
    is_english = what.subject == "city" and what.field == "department"
    lang = "ja" if is_japanese else "en" if is_english or what.field in ENGLISH else None
    return lang if lang != language.tag else None
