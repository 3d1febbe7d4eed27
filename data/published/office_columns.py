"""The columns of the published associations and counters: stable keys, and what they hold."""

from __future__ import annotations

from collections.abc import Callable

from data.offices import Association, Counter
from data.published.columns import LOOK_STATES, Column, Row, make_list
from data.published.looks import PublishedLook, describe_look
from data.records import Look, Place

_PHONE_KINDS = "yes; may have changed; office line (ask for the counter)"
_SURE = "How sure it is: good, fair or poor (explained in data/SOURCES.md)"


def _list_place(read: Callable[[Row], Place]) -> tuple[Column[Row], ...]:
    """Make the columns that say whose office it is."""
    return (
        Column("code", "Six-digit code of its city or prefecture; text", lambda row: read(row).code, needed=True),
        Column("kind", "city or prefecture", lambda row: read(row).kind, needed=True),
        Column("prefecture_code", "JIS X 0401, two digits", lambda row: read(row).prefecture.code, needed=True),
        Column("prefecture_en", "Prefecture, English", lambda row: read(row).prefecture.en, needed=True),
        Column("place_en", "City or prefecture, English", lambda row: read(row).en, needed=True),
        Column("place_ja", "City or prefecture, Japanese", lambda row: read(row).ja, needed=True),
    )


def _list_look(read: Callable[[Row], Look | None]) -> tuple[Column[Row], ...]:
    """Make the columns that say what its page did when it was looked at."""

    def read_part(part: Callable[[PublishedLook], str | None]) -> Callable[[Row], str]:
        return lambda row: (part(look) or "") if (look := describe_look(read(row))) else ""

    return (
        Column("url_state", f"Its page: {LOOK_STATES}", read_part(lambda look: look.state)),
        Column("url_answered", "Last day on which its page answered a look", read_part(lambda look: look.answered)),
        Column("url_moved_to", "New address that the site itself gives", read_part(lambda look: look.moved_to)),
    )


ASSOCIATION_COLUMNS: tuple[Column[Association], ...] = (
    *_list_place(lambda association: association.place),
    Column("office_kind", "association, or what stands in its place", lambda row: row.kind, needed=True),
    Column("name_ja", "Japanese name", lambda row: row.name, needed=True),
    Column("name_en", "English name, where a source has one", lambda row: row.name_en),
    Column("url", "Its address", lambda row: row.url, needed=True),
    Column("other_address", "What another source has as its address", lambda row: row.other_address),
    *_list_look(lambda row: row.look),
    make_list("offers", "What a page of its own says it offers; empty: not known", lambda row: row.offers),
    Column("in_list", "yes, if CLAIR's list has it", lambda row: "yes" if row.in_list else "no", needed=True),
    Column("sure", _SURE, lambda row: row.sure, needed=True),
    Column("source", "Where it was read", lambda row: row.source.where, needed=True),
    Column("source_date", "Date of that page; empty: none", lambda row: row.source.date),
)

COUNTER_COLUMNS: tuple[Column[Counter], ...] = (
    *_list_place(lambda counter: counter.place),
    Column("name_ja", "Japanese name", lambda row: row.name, needed=True),
    Column("name_en", "English name, where a source has one", lambda row: row.name_en),
    Column("url", "Its page", lambda row: row.url or ""),
    *_list_look(lambda row: row.look),
    make_list("phones", "Telephone numbers, not called by us", lambda row: row.phones),
    Column("phone_kind", f"How the numbers may be shown: {_PHONE_KINDS}", lambda row: row.phone_kind or ""),
    Column("address_ja", "Where it is, Japanese", lambda row: row.address),
    Column("days", "Days of the week; 祝: public holidays", lambda row: row.days),
    Column("hours", "Hours; those without a day are of all other days", lambda row: row.hours),
    Column("closed", "Closing days besides; empty: not known", lambda row: row.closed),
    make_list("languages", "Languages spoken there, BCP 47; empty: not known", lambda row: row.languages),
    make_list("phone_languages", "Languages by telephone interpreting or call centre", lambda row: row.phone_languages),
    make_list("language_notes", "by day, more, interpreting, easy Japanese", lambda row: row.language_notes),
    Column("note", "What else is known, English", lambda row: row.note),
    Column("sure", _SURE, lambda row: row.sure, needed=True),
    make_list("sources", "Where it was read", lambda row: [source.where for source in row.sources]),
    make_list("source_dates", "Dates of those pages; empty: none", lambda row: [source.date for source in row.sources]),
)
