"""Events of a municipality's list that are Japanese classes, each with its days and times read, and those left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial

from data.bringing.cells import CONSENT, Carrier, find_municipality
from data.bringing.lists import PublishedList
from data.bringing.picking import Pick, pick_event
from data.courses.cells import read_time
from data.records import Place, Problem
from data.table.days import FORM, read_day
from data.table.sheets import SheetRow

_CANCELLED = re.compile("中止(?!(?:と|に)?(?:なる|する)?(?:場合|こと))")
_NUMBERED = re.compile(
    r"令和(?:\d{1,2}|元)年度?|(?:19|20)\d\d年度?|第\d+(?:回|期|講)|全\d+(?:回|日)|\d+月期?|【[^】]*】|[春夏秋冬前後]期"
)
_EMPTY = re.compile(r"[<(（〈「\[][\s・-]*[>)）〉」\]]")


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the list that is about a class, on its first day or from that to its last."""

    line: int
    place: Place
    name: str
    first: date
    last: date | None  # None where the list names none
    start: time | None
    end: time | None
    carrier: Carrier

    @property
    def is_dated(self) -> bool:
        """Whether it is one lesson, and not a class from one day to another."""
        return self.last is None or self.last == self.first


@dataclass(frozen=True, slots=True)
class Picked:
    """An event's name, its lines in the list, and why it was taken or left."""

    name: str
    lines: tuple[int, ...]
    pick: Pick


@dataclass(frozen=True, slots=True)
class Events:
    """What a list holds: the lines that are about classes, why each name was taken or left, how many speak of neither.

    `cancelled` are lines of lessons that do not take place. `problems` are those of lines of which there is no event;
    each event's carrier has its own.
    """

    classes: tuple[Event, ...]
    picked: tuple[Picked, ...]
    cancelled: tuple[int, ...]
    others: int
    problems: tuple[Problem, ...]


def read_events(published: PublishedList, take: Sequence[str] = (), leave: Sequence[str] = ()) -> Events:
    """Read the events that are classes, and why the others that speak of Japanese are left out."""
    picked: dict[str, Picked] = {}
    problems: list[Problem] = []
    events: list[Event] = []
    cancelled: list[int] = []
    others = 0
    for row in published.rows:
        name = " ".join(row.cells.get("name", "").split())
        pick = pick_event(name, row.cells.get("about", ""), take, leave)
        if pick is None:
            others += 1
            continue
        before = picked.get(name)
        picked[name] = Picked(name, (*(before.lines if before else ()), row.line), pick)
        if pick.is_class and _CANCELLED.search(f"{name} {row.cells.get('status', '')}"):
            cancelled.append(row.line)
        elif pick.is_class:
            carrier = Carrier(row.cells, partial(published.describe, row.line), private=CONSENT)
            event = _read_event(row, carrier)
            events += [event] if event else []
            problems += [] if event else carrier.problems
    return Events(tuple(events), tuple(picked.values()), tuple(cancelled), others, (*published.problems, *problems))


def _read_event(row: SheetRow, carrier: Carrier) -> Event | None:
    """Return the event of a line; None where its place, name or day cannot be used."""
    cells = row.cells
    name, place = carrier.take_name("name"), _find_place(carrier)
    first, last = (_read_day(carrier, column) for column in ("first", "last"))
    start, end = (_read_time(carrier, column) for column in ("start", "end"))
    if first is None and not cells.get("first"):
        carrier.refuse("first", "", "The event has no day, so that it is left out.", "Write the day it begins.")
    if start and end and end <= start:
        carrier.refuse("end", cells["end"], f"It does not end after it begins, {start:%H:%M}.", "Correct the times.")
        start = end = None
    if first and last and last < first:
        carrier.refuse("last", cells["last"], f"It ends before it begins, {first}.", "Correct the days.")
        return None
    if not (name and place and first):
        return None
    return Event(row.line, place, name, first, last, start, end, carrier)


def _find_place(carrier: Carrier) -> Place | None:
    """Return the municipality of an event; one of a prefecture's list is where it takes place."""
    cells = carrier.cells
    prefecture = cells.get("address_prefecture") or cells.get("prefecture", "")
    city = cells.get("city") or cells.get("address_city", "")
    place = find_municipality(cells.get("code", ""), prefecture, city)
    if place is None:
        message = "No place has this code; six digits are needed, the last of which is a check digit."
        carrier.refuse("code", cells.get("code", ""), message, "Copy it from 総務省 全国地方公共団体コード.")
    return place


def _read_day(carrier: Carrier, column: str) -> date | None:
    text = carrier.cells.get(column, "")
    day = read_day(text)
    if text and day is None:
        carrier.refuse(column, text, "This day can mean another.", FORM)
    return day


def _read_time(carrier: Carrier, column: str) -> time | None:
    text = carrier.cells.get(column, "")
    found = read_time(re.sub(r"(\d:\d\d):00$", r"\1", unicodedata.normalize("NFKC", text).strip()))
    if text and found is None:
        carrier.refuse(column, text, "This is no time of day.", "Write 18:30, or leave it empty.")
    return found


def name_class(name: str) -> str:
    """Return what the lessons of one class are called alike: without year, number, term and announcement."""
    short = _NUMBERED.sub("", name)
    return " ".join(_EMPTY.sub("", short).split()).strip("・-~ ") or " ".join(name.split())
