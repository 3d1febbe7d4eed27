"""Counters and associations as sections of a card: what is known of each, where from, and that nobody has called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from data.hours import read_days
from data.offices import Association, Counter, Offices, PhoneKind, Source
from data.records import Place
from pages.answers.offices import choose_offices, choose_own, split_by_language
from pages.answers.opening import read_hours, tell_opening
from pages.answers.scene import Scene
from pages.card.card import Item, Section, note_looks, shorten_address
from pages.card.hours import write_closing, write_days, write_hours, write_opening
from pages.languages.language import FALLBACK, Language
from pages.languages.names import name_prefecture
from pages.languages.office_names import read_office
from pages.languages.ruby import drop_readings
from pages.languages.spoken import name_languages, put_own_first


def describe_offices(offices: Offices, language: Language, now: datetime | None = None) -> tuple[Section, ...]:
    """Describe counters, then associations, each as a section; with `now` whether a counter is open."""
    counters = [
        _describe_counter(counter, _describe_visits(counter, language, now), language) for counter in offices.counters
    ]
    sections = (*counters, *(_describe_association(one, language) for one in offices.associations))
    return tuple(note_looks(section, language, by_mail=False) for section in sections)


def describe_help(place: Place, scene: Scene) -> tuple[Section, ...]:
    """Describe the offices that somebody at a place can ask; in the edition, whose pages lead on, a city's own."""
    return describe_offices(_choose(place, scene), scene.language, scene.moment)


def describe_help_briefly(place: Place, scene: Scene) -> tuple[Section, ...]:
    """Describe the same where it is one of many cities."""
    return describe_briefly(_choose(place, scene), scene.language)


def _choose(place: Place, scene: Scene) -> Offices:
    """Choose the offices of a place, first the counters that speak the language asked for, or else the reader's own.

    English is what whoever has chosen nothing reads, so by itself it puts none first.
    """
    choose = choose_own if scene.links.is_static else choose_offices
    found = choose(scene.atlas.offices, place)
    own = "" if scene.language.code == FALLBACK else scene.language.tag
    by_language = split_by_language(found.counters, scene.view.speaks or own)
    return replace(found, counters=(*by_language.spoken, *by_language.interpreted, *by_language.unknown))


def describe_briefly(offices: Offices, language: Language) -> tuple[Section, ...]:
    """Describe them for where there is little room: names, pages and numbers."""
    counters = [_describe_counter(counter, (), language) for counter in offices.counters]
    sections = (*counters, *(_describe_association(one, language) for one in offices.associations))
    return tuple(replace(section, items=tuple(map(_shorten, section.items))) for section in sections)


def describe_contacts(offices: Offices, language: Language) -> tuple[Section, ...]:
    """Describe counters for where there is hardly any room: a name with its numbers, or else its page.

    That nobody has called them is left to the page, which says it once.
    """
    return tuple(
        replace(
            _describe_counter(counter, (), language),
            items=tuple(map(_shorten, _list_contacts(counter, language))),
            source=language.enclose(name_source(counter.sources[0], language)),
        )
        for counter in offices.counters
    )


def _list_contacts(counter: Counter, language: Language) -> tuple[Item, ...]:
    name = _name_office(counter, None if counter.phones else counter.url, language)
    return (name, *_describe_phones(counter, language))


def _shorten(item: Item) -> Item:
    """Leave out what has no room in a list of many: of a name its readings, which the office's own card has."""
    return replace(item, text=drop_readings(item.text), detail=None, translate=None) if item.kind == "link" else item


def _describe_visits(counter: Counter, language: Language, now: datetime | None) -> tuple[Item, ...]:
    return (
        *_describe_hours(counter, language, now),
        *_describe_languages(counter, language),
        *((Item("text", counter.address, lang="ja"),) if counter.address else ()),
        *_describe_note(counter, language),
    )


def _describe_note(counter: Counter, language: Language) -> Iterator[Item]:
    """Yield what else is known, in the reader's words where the catalogue has them, else in English as written."""
    if counter.note:
        text = language.gettext(counter.note)
        yield Item("text", text, lang="en" if text == counter.note else None)


def _describe_counter(counter: Counter, visits: tuple[Item, ...], language: Language) -> Section:
    items = (_name_office(counter, counter.url, language), *_describe_phones(counter, language), *visits)
    heading = _name_level(language.gettext("Counter for foreign residents"), counter.place, language)
    return Section("counter", heading, items, source=_tell_source(counter, counter.sources[0], language))


def _describe_association(association: Association, language: Language) -> Section:
    _ = language.gettext
    name = _name_office(association, association.url, language)
    other = _("Another source has another address: {address}").format(address=association.other_address)
    items = (name, *((Item("text", other),) if association.other_address else ()))
    headings = {
        "association": _("International association"),
        "prefecture office": _("Office of the prefecture"),
        "city facility": _("Place for international exchange"),
    }
    heading = _name_level(headings[association.kind], association.place, language)
    return Section("association", heading, items, source=_tell_source(association, association.source, language))


def _name_level(heading: str, place: Place, language: Language) -> str:
    """Say with the heading of which prefecture an office is, where it is no city's."""
    is_prefecture = place.kind == "prefecture"
    return heading + language.enclose(name_prefecture(place.prefecture, language)) if is_prefecture else heading


def _name_office(office: Association | Counter, url: str | None, language: Language) -> Item:
    """Name an office in English where that is known and the reader reads no Japanese, with its page."""
    known = office.name_en and language.tag != "ja"
    text, lang = (office.name_en, "en") if known else (read_office(office.name, language), "ja")
    if not url:
        return Item("text", text, lang=lang)
    return Item("link", text, url, lang, shorten_address(url), language.tag != "ja" or None, look=office.look)


def _describe_phones(counter: Counter, language: Language) -> Iterator[Item]:
    _ = language.gettext
    remarks: dict[PhoneKind, str | None] = {
        "yes": None,
        "may have changed": _("This number may have changed."),
        "office line": _("This is an office's line: ask for the counter."),
    }
    for phone in counter.phones:
        yield Item("phone", phone, f"tel:{phone.replace('-', '')}", detail=remarks[counter.phone_kind or "yes"])


def _describe_hours(counter: Counter, language: Language, now: datetime | None) -> Iterator[Item]:
    """Yield the hours in the reader's words, or as written where they cannot be read, and whether it is open."""
    _ = language.gettext
    schedule = read_hours(counter.days, counter.hours, counter.closed)
    if schedule is None and not counter.hours and (days := read_days(counter.days)):
        yield Item("text", write_days(days, language), detail=_("Ask whether it is open today.") if now else None)
        return
    if schedule is None:
        written = " ".join(filter(None, (counter.days, counter.hours, counter.closed)))
        yield from [Item("text", written, lang="ja")] if written else []
        return
    closing = write_closing(schedule.closing, language)
    opening = tell_opening(counter, now) if now else None
    if opening:
        yield Item("text", write_opening(opening, language), until=opening.until)
    yield Item("text", write_hours(schedule, language), detail=closing or None)


def _describe_languages(counter: Counter, language: Language) -> Iterator[Item]:
    _ = language.gettext
    notes = counter.language_notes
    spoken = name_languages(put_own_first(counter.languages, language), language)
    spoken += [_("easy Japanese")] if "easy Japanese" in notes else []
    remarks = [_("which one, depends on the day")] if "by day" in notes else []
    remarks += [_("and others")] if "more" in notes else []
    remarks += [_("others by telephone, with an interpreter")] if "interpreting" in notes else []
    detail = language.join_names(remarks) or None
    if spoken:
        text = _("Languages: {languages}").format(languages=language.join_names(spoken))
        yield Item("text", text, detail=detail)
    if counter.phone_languages:
        heard = name_languages(put_own_first(counter.phone_languages, language), language)
        text = _("By telephone, with an interpreter: {languages}").format(languages=language.join_names(heard))
        yield Item("text", text)


def _tell_source(office: Association | Counter, source: Source, language: Language) -> str:
    _ = language.gettext
    if office.look:
        return _("Source: {source}. We have not called it.").format(source=name_source(source, language))
    return _("Source: {source}. We have not called or opened it.").format(source=name_source(source, language))


def name_source(source: Source, language: Language) -> str:
    """Name the host that something was read at, or what it is that has none, and the date it bears."""
    where = urlsplit(source.where).netloc.removeprefix("www.") or source.where
    date = source.date.removesuffix(" or later").removeprefix("FY")
    return language.join_names(filter(None, (where, date)))
