"""The columns of the published table: stable keys, what they hold, and their names in the municipal standard.

The standard is 自治体標準オープンデータセット of the Digital Agency, whose data sets begin with the same columns; the
names used here are those of 指定緊急避難場所一覧 as municipalities publish it (seen: Tsukuba's and Utsunomiya's files).
Only columns that mean the same are renamed; every other keeps our key. Two caveats: 全国地方公共団体コード is in the
standard the code of the body whose facts these are, and that body has not published this file; 名称 is here the name of
the city, not of a building.

A column that holds several values has them parted by " | "; a backslash stands before a | or a backslash in a value.
Columns of one group (website_…, class_…, other_…, doubt_…, check_…, counter_…, association_…) have their values in the
same order, an empty one where nothing is known; where it is known of none, the cell is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from data.kana import to_katakana
from data.published.looks import PublishedLook
from data.published.record import PublishedAssociation, PublishedCity, PublishedCounter, PublishedLink

SEPARATOR = " | "
_YES_NO = {True: "yes", False: "no"}
SEVERAL = 'Several values are parted by " | "; a backslash stands before a | or a backslash within a value.'

Kind = Literal["string", "number", "integer"]
Row = TypeVar("Row")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its key, what it holds (English), and the cell of a row (a city), empty where nothing is known."""

    key: str
    description: str
    read: Callable[[Row], str]
    kind: Kind = "string"
    several: bool = False
    standard: str | None = None  # its name in the municipal standard; of classes the Japanese one of their table
    read_standard: Callable[[Row], str] | None = None  # where the standard writes it otherwise
    needed: bool = False


def make_list(
    key: str, description: str, read: Callable[[Row], Iterable[object]], standard: str | None = None
) -> Column[Row]:
    """Make a column that holds several values."""
    return Column(key, description, lambda row: join_values(read(row)), several=True, standard=standard)


def join_values(values: Iterable[object]) -> str:
    """Put several values into one cell so that they can be parted again; None is an empty value."""
    texts = ["" if value is None else str(value) for value in values]
    if not any(texts):
        return ""
    return SEPARATOR.join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


LOOK_STATES = (
    "answered, moved, dead (failed on three days, each at least three days apart) or unknown; empty: nobody has looked"
)


class _Looked(Protocol):
    @property
    def look(self) -> PublishedLook | None: ...


def _list_look_parts() -> dict[str, tuple[str, Callable[[_Looked], object]]]:
    """List the parts that say what a link did when it was looked at."""
    return {
        "states": (LOOK_STATES, lambda link: link.look and link.look.state),
        "answered": ("last day on which they answered a look", lambda link: link.look and link.look.answered),
        "moved_to": ("new address that the site itself gives", lambda link: link.look and link.look.moved_to),
    }


_LINK_PARTS: Mapping[str, tuple[str, Callable[[PublishedLink], object]]] = {
    "urls": ("the pages themselves", lambda link: link.url),
    "labels": ("labels in the source", lambda link: link.label),
    "listed_urls": ("addresses as listed", lambda link: link.listed_url),
    "via": ("translation service of the listed address", lambda link: link.via),
    "languages": ("BCP 47, where known", lambda link: link.language),
    "front_pages": ("front page, yes or no", lambda link: _YES_NO[link.front_page]),
    **_list_look_parts(),
}
_COUNTER_PARTS: Mapping[str, tuple[str, Callable[[PublishedCounter], object]]] = {
    "names": ("Japanese names", lambda counter: counter.name),
    "urls": ("their pages", lambda counter: counter.url),
    "phones": ("telephone, several parted by a semicolon; not called by us", lambda counter: "; ".join(counter.phones)),
    "phone_kinds": ("how the number may be shown: yes, may have changed, office line", lambda c: c.phone_kind),
    "days": ("days of the week", lambda counter: counter.days),
    "hours": ("hours", lambda counter: counter.hours),
    "closed": ("closing days", lambda counter: counter.closed),
    "languages": ("languages, BCP 47, parted by a space", lambda counter: " ".join(counter.languages)),
    "sources": ("where they are known from", lambda counter: counter.source),
    "source_dates": ("dates of those sources", lambda counter: counter.source_date),
    **_list_look_parts(),
}
_ASSOCIATION_PARTS: Mapping[str, tuple[str, Callable[[PublishedAssociation], object]]] = {
    "names": ("Japanese names", lambda association: association.name),
    "urls": ("their pages", lambda association: association.url),
    "sources": ("where they are known from", lambda association: association.source),
    "source_dates": ("dates of those sources", lambda association: association.source_date),
    **_list_look_parts(),
}


def _list_parts(
    group: str,
    name: str,
    read: Callable[[PublishedCity], Sequence[Part]],
    parts: Mapping[str, tuple[str, Callable[[Part], object]]],
    standard: str | None = None,
) -> tuple[Column[PublishedCity], ...]:
    """Make the columns of a group, one for each part of what it lists; `standard` names the addresses there."""

    def read_each(show: Callable[[Part], object]) -> Callable[[PublishedCity], Iterable[object]]:
        return lambda city: map(show, read(city))

    return tuple(
        make_list(f"{group}_{part}", f"{name}: {words}", read_each(show), standard if part == "urls" else None)
        for part, (words, show) in parts.items()
    )


def _show_degrees(degrees: float | None) -> str:
    return "" if degrees is None else str(degrees)


COLUMNS: tuple[Column[PublishedCity], ...] = (
    Column(
        "code",
        "Six-digit local-government code with check digit; text, so leading zeros count: import it as text",
        lambda city: city.code,
        standard="全国地方公共団体コード",
        needed=True,
    ),
    Column("slug", "Name of the city in addresses of the map", lambda city: city.slug, needed=True),
    Column("kind", "city, town, village, ward or prefecture", lambda city: city.kind, needed=True),
    Column("number", "No. in the source", lambda city: city.number),
    Column("listed_name", "Name in the source; empty for a prefectural government", lambda city: city.listed_name),
    Column("name_en", "English name, from the kana", lambda city: city.name_en, standard="名称_英字", needed=True),
    Column("name_ja", "Japanese name", lambda city: city.name_ja, standard="名称", needed=True),
    Column(
        "name_kana",
        "Reading of the Japanese name in hiragana",
        lambda city: city.name_kana,
        standard="名称_カナ",
        read_standard=lambda city: to_katakana(city.name_kana),
        needed=True,
    ),
    Column("prefecture_code", "JIS X 0401, two digits", lambda city: city.prefecture_code, needed=True),
    Column("prefecture_en", "Prefecture, English", lambda city: city.prefecture_en, needed=True),
    Column(
        "prefecture_ja",
        "Prefecture, Japanese",
        lambda city: city.prefecture_ja,
        standard="所在地_都道府県",
        needed=True,
    ),
    Column(
        "latitude",
        "Degrees WGS84, of what position_of says",
        lambda city: _show_degrees(city.latitude),
        "number",
        standard="緯度",
    ),
    Column(
        "longitude",
        "Degrees WGS84, of what position_of says",
        lambda city: _show_degrees(city.longitude),
        "number",
        standard="経度",
    ),
    Column(
        "position_of",
        "What the point is: city_hall, or prefecture_middle; never the department or the class",
        lambda city: city.position_of,
        needed=True,
    ),
    make_list("departments", "Departments in charge, as listed", lambda city: city.departments),
    make_list("emails", "E-mail addresses", lambda city: city.emails, standard="連絡先メールアドレス"),
    *_list_parts("website", "Websites", lambda city: city.websites, _LINK_PARTS, standard="URL"),
    *_list_parts("class", "Japanese classes", lambda city: city.classes, _LINK_PARTS),
    make_list(
        "other_fields", "Column of the source that the text stands in", lambda city: [x.field for x in city.other_texts]
    ),
    make_list("other_texts", "Text that is no usable link or address", lambda city: [x.text for x in city.other_texts]),
    make_list("doubt_fields", "Doubts: what they are about", lambda city: [x.field for x in city.doubts]),
    make_list(
        "doubt_source_values", "Doubts: what the source says", lambda city: [x.source_value for x in city.doubts]
    ),
    make_list("doubt_better_values", "Doubts: what may be better", lambda city: [x.better_value for x in city.doubts]),
    make_list(
        "doubt_applied",
        "Doubts: yes where the better value is shown",
        lambda city: [_YES_NO[x.applied] for x in city.doubts],
    ),
    make_list("doubt_reasons", "Doubts: why", lambda city: [x.reason for x in city.doubts]),
    make_list("doubt_sources", "Doubts: where that is known from", lambda city: [x.source for x in city.doubts]),
    Column(
        "confirmation",
        "What the city itself has said of its line, on the day this file was made: never (not confirmed), partly (some"
        " fields are confirmed), confirmed, outdated (so, more than a year ago), withdrawn (not shown at its wish)",
        lambda city: city.confirmation,
        needed=True,
    ),
    Column("confirmation_date", "Day of that word; the oldest of several", lambda city: city.confirmation_date or ""),
    make_list("check_fields", "The city's words: field", lambda city: [x.field for x in city.checks]),
    make_list(
        "check_states",
        "The city's words: confirmed, outdated or withdrawn, on the day this file was made",
        lambda city: [x.state for x in city.checks],
    ),
    make_list("check_dates", "The city's words: day", lambda city: [x.date for x in city.checks]),
    make_list(
        "check_roles", "The city's words: who gave it, by office or post", lambda city: [x.role for x in city.checks]
    ),
    make_list("check_evidence", "The city's words: how that is known", lambda city: [x.evidence for x in city.checks]),
)

# A city's own offices, in short, for KML; beside the CSV they have files of their own.
OWN_OFFICE_COLUMNS: tuple[Column[PublishedCity], ...] = (
    *_list_parts("counter", "Counters for foreign residents", lambda city: city.counters, _COUNTER_PARTS),
    *_list_parts("association", "International associations", lambda city: city.associations, _ASSOCIATION_PARTS),
)
