"""Events of Japanese classes made rows of classes.csv: the lessons of one class, folded into its weekly pattern."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import groupby

from data.bringing.details import ONLINE, make_details
from data.bringing.events import Event, name_class
from data.bringing.folding import Pattern, fold_dates
from data.bringing.merging import Brought, fold_cell
from data.bringing.said import Said, clean_said, read_said
from data.bringing.wishes import Origin
from data.hours import WEEKDAYS
from data.records import Problem

_LETTERS = dict(zip(WEEKDAYS, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True))


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What makes lessons one class: the place and what it is called, where and when it is."""

    code: str
    name: str
    venue: str
    start: time | None
    end: time | None


def make_classes(events: Sequence[Event], origin: Origin) -> tuple[tuple[Brought, ...], tuple[Problem, ...]]:
    """Make the rows of the events, in the list's order, and what of the events is refused.

    An event with several spans of time makes a row for each.

    An id is made of name, venue and times, so that the same class has the same one in next month's list.
    """
    parted = [(_name_lesson(event), event) for one in events for event in _part_times(one)]
    rows = []
    for lesson in dict.fromkeys(lesson for lesson, _ in parted):
        group = [event for other, event in parted if other == lesson]
        details = make_details([event.carrier for event in group], group[0].place, origin.source)
        if not details["source_url"]:
            group[0].carrier.refuse("url", "", "It is not known where this is from.", "Name that with --source.")
            continue
        for number, (pattern, first, last, lines) in enumerate(_find_patterns(group)):
            cells = _make_cells(lesson, group, pattern, number)
            cells |= {"valid_from": first.isoformat(), "valid_until": last.isoformat() if last else ""}
            remarks = tuple(_list_remarks(group, details, last, origin))
            rows.append(Brought(cells | details | {"source_date": origin.date}, lines, remarks))
    return tuple(rows), tuple(problem for event in events for problem in event.carrier.problems)


def _list_remarks(
    group: Sequence[Event], details: Mapping[str, str], last: date | None, origin: Origin
) -> Iterator[str]:
    """Yield what a person should know of a row before it is written."""
    if details["organizer"] and not any(event.carrier.cells.get("organizer") for event in group):
        yield "the list names no organizer, so its contact is taken for it"
    if last is not None and last < origin.today:
        yield f"over since {last}, and shown as a class of last year"


def _part_times(event: Event) -> Iterator[Event]:
    """Yield an event once for each span of time that its words name where its cells name none."""
    times = read_said(event.carrier.cells.get("said", "")).times
    if event.start or event.end or not times:
        yield event
    for start, end in () if event.start or event.end else times:
        yield replace(event, start=start, end=end)


def _name_lesson(event: Event) -> _Lesson:
    venue = fold_cell(event.carrier.cells.get("venue", ""))
    return _Lesson(event.place.code, fold_cell(name_class(event.name)), venue, event.start, event.end)


def _find_patterns(group: Sequence[Event]) -> Iterator[tuple[Pattern, date, date | None, tuple[int, ...]]]:
    """Yield the patterns of a class, each with its first and its last day and the lines that say so."""
    dated = [event for event in group if event.is_dated]
    if len({event.first for event in dated}) > 1:
        words = {event.carrier.cells.get("said", "") for event in dated}
        said = read_said(words.pop()) if len(words) == 1 else Said()
        for pattern in fold_dates([event.first for event in dated], said.weeks):
            lines = tuple(event.line for event in dated if event.first in pattern.dates)
            yield pattern, pattern.dates[0], pattern.dates[-1], lines
        dated = []
    spans = [*dated, *(event for event in group if not event.is_dated)]
    for words_said, several in groupby(spans, key=lambda event: event.carrier.cells.get("said", "")):
        alike = list(several)
        first, last = min(event.first for event in alike), max(event.last or event.first for event in alike)
        pattern = _read_pattern(words_said, alike)
        is_open = all(event.is_dated for event in alike) and bool(read_said(words_said).weeks)
        yield pattern, first, None if is_open else last, tuple(event.line for event in alike)


def _read_pattern(words: str, events: Sequence[Event]) -> Pattern:
    """Return what the words say of days; of one lesson without any, its date."""
    said = read_said(words)
    dates = tuple(event.first for event in events)
    if not said.weekdays and all(event.is_dated for event in events):
        return fold_dates(dates)[0]
    return Pattern(said.weekdays, said.weeks or ("" if said.weekdays else clean_said(words)), said.breaks, dates)


def _make_cells(lesson: _Lesson, group: Sequence[Event], pattern: Pattern, number: int) -> dict[str, str]:
    """Make the cells that tell what the class is, and when."""
    names = list(dict.fromkeys(event.name for event in group))
    place, venue = group[0].place, group[0].carrier.take_text("venue", group[0].place)
    key = "|".join((lesson.name, lesson.venue, str(lesson.start), str(lesson.end)))
    name = f"event-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
    letters = "".join(_LETTERS[sign] for sign in pattern.weekdays.split("・") if sign)
    return {
        "code": place.code,
        "id": f"{name}-{letters or number}" if number else name,
        "city": place.ja,
        "name": names[0] if len(names) == 1 else name_class(names[0]),
        "venue": "" if re.search(ONLINE, venue) else venue,
        "weekdays": pattern.weekdays,
        "weeks": pattern.weeks,
        "breaks": pattern.breaks,
        "start": _write_time(lesson.start),
        "end": _write_time(lesson.end),
    }


def _write_time(moment: time | None) -> str:
    return f"{moment.hour}:{moment.minute:02}" if moment else ""
