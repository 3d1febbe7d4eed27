"""A city's card: the same facts, in the same order, for the page, the list and the map's popup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from data.records import City, FieldName, Link, Look
from pages.answers.link_notes import LinkNote, describe_all, describe_look
from pages.card.remarks import Confirmation, Doubt, describe_correction, describe_standing, tell_withdrawal
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.letters.asking import Asking, describe_asking
from pages.letters.report import name_fields

if TYPE_CHECKING:
    from pages.card.course_list import CourseList

MAX_ADDRESS_LENGTH = 60  # characters of an address that is shown beside its link


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a card: plain text, a link, a telephone number, or an address, of e-mail or in a city, to be copied.

    `url` is None for text. `lang` is the language of `text` where it is not the reader's. `translate` says that the
    page is not known to be in the reader's language, so that a translation of it helps. What is true of a moment is so
    `until` another.
    """

    kind: Literal["text", "link", "email", "phone", "address"]
    text: str
    url: str | None = None
    lang: str | None = None
    detail: str | None = None  # what the link leads to, in the reader's language
    translate: bool | None = None
    until: datetime | None = None
    via: bool = False  # leads to a translation of the link before it
    look: Look | None = None  # at the page of a link
    note: LinkNote | None = None  # what is said of that, where the card does not say it of all its links at once


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines and the doubts about them."""

    field: FieldName | Literal["counter", "association"]
    heading: str
    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...] = ()
    source: str | None = None  # of what is not from the table


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of a city; its name as in `names.Name`."""

    slug: str
    name: str
    name_ja: str
    name_lang: str | None
    label: str
    prefecture: str
    sections: tuple[Section, ...]
    pin: str  # what the point on the map is
    standing: tuple[Confirmation, ...] = ()  # what the city itself has said of all this, on the day of the card
    asking: Asking | None = None  # on pages; the map's popup and printed sheets have none
    answered: str | None = None  # that all its links answered, where they did on one day
    courses: CourseList | None = None  # classes with their days, before the links to lists of classes


def describe_city(city: City, language: Language, offices: tuple[Section, ...] = (), today: date | None = None) -> Card:
    """Put a city's facts into the reader's words; the facts themselves stay as listed. `offices` help there too.

    With `today`, the day in Japan, the card says what the city has confirmed, and whether that is old by now.
    """
    _ = language.gettext
    is_prefecture = city.place.kind == "prefecture"
    pin = (
        _("The pin marks the middle of the prefecture, not the office.")
        if is_prefecture
        else _("The pin marks the city hall.")
    )
    sections = (
        _describe_links(city, "class", language),
        _describe_departments(city, language),
        _describe_emails(city, language),
        *offices,
        _describe_links(city, "website", language),
    )
    name = name_place(city.place, language)
    prefecture = name_prefecture(city.prefecture, language)
    looks = [item.look for section in sections for item in section.items if item.kind == "link" and not item.via]
    answered = describe_all(looks, language)
    note = _leave_out_notes if answered else partial(note_looks, language=language, by_mail=bool(city.emails))
    sections = tuple(note(section) for section in sections)
    standing = describe_standing(city, language, today) if today else ()
    card = Card(city.slug, name.text, name.ja, name.lang, name.label, prefecture, sections, pin)
    return replace(card, standing=standing, answered=answered)


def describe_card(city: City, language: Language, offices: tuple[Section, ...] = (), today: date | None = None) -> Card:
    """Describe a city as pages show it: its facts, and what can be asked of it."""
    return replace(describe_city(city, language, offices, today), asking=describe_asking(city, language))


def note_looks(section: Section, language: Language, *, by_mail: bool) -> Section:
    """Say beside each link of a section what it did when it was last looked at."""
    mailed = by_mail and section.source is None  # the e-mail addresses of a card are not those of other offices
    notes = [describe_look(item.look, language, by_mail=mailed) for item in section.items]
    return _note(section, notes)


def _leave_out_notes(section: Section) -> Section:
    return _note(section, [None] * len(section.items))


def _note(section: Section, notes: Sequence[LinkNote | None]) -> Section:
    """Return a section with these notes beside its items; most have none before and after."""
    items = section.items
    if all(item.note == note for item, note in zip(items, notes, strict=True)):
        return section
    return replace(section, items=tuple(replace(item, note=note) for item, note in zip(items, notes, strict=True)))


def shorten_address(url: str) -> str:
    """Return an address without scheme and `www.`, cut where it is long, to be read beside a link that has a name."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    address = parts.netloc.removeprefix("www.") + path
    return address if len(address) <= MAX_ADDRESS_LENGTH else address[: MAX_ADDRESS_LENGTH - 1] + "…"


def _describe_departments(city: City, language: Language) -> Section:
    items = tuple(item for department in city.departments for item in _describe_department(city, department, language))
    return _build_section(city, "department", items, language)


def _describe_department(city: City, department: str, language: Language) -> Iterator[Item]:
    """Yield the Japanese name first, where it is known: that is what stands at the office's door."""
    _ = language.gettext
    known = [name for name in city.department_names if name.department == department]
    for name in known:
        yield Item("text", name.name, lang="ja", detail=_("as a city page of {year} has it").format(year=name.year))
    hint = None if known or language.tag == "en" else _("name in English")
    yield Item("text", department, lang="en", detail=hint)


def _describe_emails(city: City, language: Language) -> Section:
    items = tuple(Item("email", address, f"mailto:{quote(address, safe='@')}") for address in city.emails)
    return _build_section(city, "email", items, language)


def _describe_links(city: City, kind: Literal["website", "class"], language: Language) -> Section:
    links = city.websites if kind == "website" else city.classes
    usual = f"{name_fields(language)[kind]}{language.colon}{name_place(city.place, language).text}"
    names = _name_links(links, usual, language)
    items = tuple(
        item for link, name in zip(links, names, strict=True) for item in _describe_link(link, name, language)
    )
    return _build_section(city, kind, items, language)


def _name_links(links: Sequence[Link], usual: str, language: Language) -> list[str]:
    """Name links so that each can be told apart by its name alone: by its label, else as usual, numbered if several."""
    several = sum(not link.label for link in links) > 1
    numbers = count(1)
    return [link.label or (usual + language.enclose(str(next(numbers))) if several else usual) for link in links]


def _describe_link(link: Link, name: str, language: Language) -> tuple[Item, ...]:
    _ = language.gettext
    lang = "en" if link.label else None
    detail = [urlsplit(link.original).netloc if link.label else shorten_address(link.original)]
    if link.front_page:
        detail.append(_("front page of the site"))
    if link.language:
        detail.append({"en": _("in English"), "ja": _("in Japanese")}.get(link.language, link.language))
    translate = _needs_translation(link, language)
    original = Item("link", name, link.original, lang, " · ".join(detail), translate, look=link.look)
    if link.via is None:
        return (original,)
    service = {"Google Translate": _("Google Translate")}.get(link.via, link.via)
    translation = _("Machine translation by {service}").format(service=service)
    detail_of_it = _("the address as the source lists it")
    return (original, Item("link", translation, link.published, detail=detail_of_it, via=True))


def _needs_translation(link: Link, language: Language) -> bool | None:
    """Tell whether a page may be in another language; where that is not known it is taken for Japanese."""
    return True if (link.language or "ja") != language.tag else None


def _build_section(city: City, field: FieldName, items: tuple[Item, ...], language: Language) -> Section:
    leftovers = tuple(Item("text", left.text, lang="en") for left in city.leftovers if left.field == field)
    doubts = tuple(describe_correction(row, language) for row in city.corrections if row.field == field)
    gone = tell_withdrawal(city, field, language)
    shown = (Item("text", gone),) if gone else items + leftovers
    return Section(field, name_fields(language)[field], shown, doubts)
