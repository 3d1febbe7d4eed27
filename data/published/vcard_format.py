"""vCard 4.0 (RFC 6350): one card for each department of a city, or for the city where none is listed.

A card has no GEO: the point that is known is the city hall's, not the office's; a note says so. Where the source lists
several departments it does not say whose an address is, so each card has all of them and says that.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from data.published.content_lines import escape_text, join_lines
from data.published.looks import PublishedLook
from data.published.notes import NOTICE, describe_position
from data.published.record import PublishedCity, PublishedCounter, PublishedLink

IDENTITIES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:madoguchi-map:vcard")
UNCLEAR = "The source lists {departments} departments together and does not say which address is whose."


def write_vcards(cities: Sequence[PublishedCity]) -> str:
    """Write the cards; the same cities give the same text. What a vCard cannot hold becomes U+FFFD."""
    return join_lines(line for city in cities for line in _write_city(city))


def _write_city(city: PublishedCity) -> Iterator[str]:
    for place, department in enumerate(city.departments or ("",)):
        yield from _write_card(city, place, department)


def _write_card(city: PublishedCity, place: int, department: str) -> Iterator[str]:
    name, unit = escape_text(city.name_en), escape_text(department)
    locality = "" if city.kind == "prefecture" else name
    yield from ("BEGIN:VCARD", "VERSION:4.0", "KIND:org")
    yield f"UID:urn:uuid:{uuid.uuid5(IDENTITIES, f'{city.code} {place} {department}')}"
    yield f"FN;LANGUAGE=en:{f'{name}: {unit}' if unit else name}"
    yield f"ORG;ALTID=1;LANGUAGE=en:{f'{name};{unit}' if unit else name}"
    yield f"ORG;ALTID=1;LANGUAGE=ja:{escape_text(city.name_ja)}"
    yield f"ADR;LANGUAGE=en:;;;{locality};{escape_text(city.prefecture_en)};;Japan"
    yield from (f"EMAIL;TYPE=work:{escape_text(email)}" for email in city.emails)
    yield from (f"URL;TYPE=work:{link.url}" for link in city.websites)
    yield from (f"URL;TYPE=x-japanese-class:{link.url}" for link in city.classes)
    yield f"NOTE;LANGUAGE=en:{escape_text(chr(10).join(_list_notes(city)))}"
    yield f"X-MADOGUCHI-CODE:{city.code}"
    yield f"X-MADOGUCHI-KANA:{escape_text(city.name_kana)}"
    yield f"X-MADOGUCHI-POSITION-OF:{city.position_of}"
    yield "END:VCARD"


def _list_notes(city: PublishedCity) -> Iterator[str]:
    if len(city.departments) > 1:
        yield UNCLEAR.format(departments=len(city.departments))
    yield from (f"Website: {_describe_link(link)}" for link in city.websites if link.label or link.via)
    yield from (f"Japanese class: {_describe_link(link)}" for link in city.classes)
    yield from (f"In the source ({other.field}): {other.text}" for other in city.other_texts)
    for doubt in city.doubts:
        better = f"perhaps {doubt.better_value}" if doubt.better_value else "nothing better is known"
        reading = f"read as {doubt.better_value}" if doubt.applied else better
        yield f"Doubt ({doubt.field}): {doubt.source_value}: {reading}. {doubt.reason} Known from: {doubt.source}"
    yield from _describe_confirmation(city)
    yield from map(_describe_counter, city.counters)
    for association in city.associations:
        opened = _describe_state(association.look) if association.look else "not opened by us"
        yield f"International association: {association.name}: {association.url}{f' ({opened})' if opened else ''}"
    yield describe_position(city)
    yield NOTICE


def _describe_confirmation(city: PublishedCity) -> Iterator[str]:
    """Say what the city itself has said; old words are told as such, since a card lies in an address book for long."""
    if city.confirmation == "never":
        yield "Not yet confirmed by the city"
    wording = {
        "outdated": "confirmed by the city more than a year before this card was made, on",
        "withdrawn": "not shown at the city's wish since",
    }
    for check in city.checks:
        words = wording.get(check.state, "confirmed by the city on")
        yield f"{check.field}: {words} {check.date} ({check.role}: {check.evidence})"


def _describe_counter(counter: PublishedCounter) -> str:
    """Describe a counter in a line: it is another office than the card's, so its number is not the card's."""
    phones = "; ".join(counter.phones)
    wording = {"may have changed": " (may have changed)", "office line": " (office line: ask for the counter)"}
    details = (
        counter.url,
        f"{phones}{wording.get(counter.phone_kind or '', '')}, not called by us" if phones else "",
        " ".join(filter(None, (counter.days, counter.hours))),
        f"known from {counter.source}{f' ({counter.source_date})' if counter.source_date else ''}",
    )
    return f"Counter for foreign residents: {counter.name}: {' · '.join(filter(None, details))}"


def _describe_link(link: PublishedLink) -> str:
    details = [link.url]
    if link.via:
        details.append(f"{link.via}: {link.listed_url}")
    if link.language:
        details.append(f"language {link.language}")
    if link.look and (state := _describe_state(link.look)):
        details.append(state)
    return f"{f'{link.label}: ' if link.label else ''}{' · '.join(details)}"


def _describe_state(look: PublishedLook) -> str:
    """Say of a page that was looked at when it answered, or what is wrong; nothing of one of which nothing is known."""
    words = {
        "answered": f"answered on {look.answered}",
        "moved": f"the site gives a new address: {look.moved_to}",
        "dead": f"did not open on {', '.join(look.failed)}",
        "unknown": "",
    }
    return words[look.state]
