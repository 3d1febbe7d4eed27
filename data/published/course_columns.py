"""The columns of the published classes: the keys of classes.csv where they mean the same, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.published.columns import LOOK_STATES, Column, Kind, join_values
from data.published.course_record import PublishedCourse
from data.published.looks import PublishedLook
from data.table.course_columns import ALIASES

_KINDS: Mapping[str, Kind] = {"latitude": "number", "longitude": "number", "fee_yen": "integer"}
_NEEDED = {"code", "kind", "prefecture_code", "prefecture_en", "place_en", "place_ja", "name", "source_url"}
_WORDS = {
    "code": "Six-digit code of the municipality, or the ward, that it lies in or is held for; text",
    "id": "Name of the class in its place; empty: none",
    "kind": "city, town, village, ward or prefecture",
    "prefecture_code": "JIS X 0401, two digits",
    "prefecture_en": "Prefecture, English",
    "place_en": "City, ward, town or village, English",
    "place_ja": "City, ward, town or village, Japanese",
    "name": "Japanese name of the class",
    "name_kana": "Its reading",
    "name_en": "English name, where it has one",
    "organizer": "Who holds it; empty: not known, or not to be shown",
    "organizer_kind": "association, city, volunteers, school or other",
    "mode": "in person, online or both",
    "venue": "Where it is held, Japanese",
    "address": "Address of that place, Japanese",
    "latitude": "Degrees WGS84, of the venue",
    "longitude": "Degrees WGS84, of the venue",
    "weekdays": "Signs of the days of the week, 月 Monday to 日 Sunday, parted by ・",
    "weeks": "毎週 every week; 第2・第4 of the month; 隔週 every other week; else as written",
    "start": "When it begins, Japanese time",
    "end": "When it ends",
    "valid_from": "First day of its period",
    "valid_until": "Last day of its period; later it is of last year: ask",
    "breaks": "When it does not take place, as written",
    "level": "first steps, beginner, intermediate, advanced or individual",
    "for_whom": "adult, child or anyone",
    "area": "Who may come, by where they live or work, Japanese",
    "fee_yen": "Fee in yen; 0 is free of charge",
    "fee_unit": "For what: lesson, hour, month, term or year",
    "fee_note": "What is said of the fee besides",
    "childcare": "yes or no; in brackets what is said of it besides",
    "accepting": "open, full or paused",
    "how_to_join": "come, contact first or form",
    "languages": "Languages that can be used, BCP 47, parted by a space",
    "url": "Its page",
    "contact_phone": "Telephone number, not called by us",
    "contact_email": "E-mail address",
    "volunteers_wanted": "yes or no",
    "source_url": "Where it was read",
    "source_date": "Date of that page; empty: none",
    "checked_on": "Day on which somebody checked it",
    "checked_by_role": "Who did, by office or post",
}
_STANDARD = {column: name for name, column in reversed(list(ALIASES.items()))} | {"place_ja": "地方公共団体名"}


def _read(key: str) -> Callable[[PublishedCourse], str]:
    if key == "languages":
        return lambda course: " ".join(course.languages)
    return lambda course: _show(getattr(course, key))


def _read_look(part: Callable[[PublishedLook], str | None]) -> Callable[[PublishedCourse], str]:
    return lambda course: (part(course.look) or "") if course.look else ""


def _show(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return join_values(value)
    return "" if value is None else str(value)


COURSE_COLUMNS: tuple[Column[PublishedCourse], ...] = (
    *(
        Column(
            key,
            words,
            _read(key),
            _KINDS.get(key, "string"),
            several=key == "level",
            standard=_STANDARD.get(key),
            needed=key in _NEEDED,
        )
        for key, words in _WORDS.items()
    ),
    Column("url_state", f"Its page: {LOOK_STATES}", _read_look(lambda look: look.state)),
    Column("url_answered", "Last day on which its page answered a look", _read_look(lambda look: look.answered)),
    Column("url_moved_to", "New address that the site itself gives", _read_look(lambda look: look.moved_to)),
)
