"""Replays the versions of the tables, and numbers what happened so that each reading gives it the same name."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from data.history.compare import compare_facts, describe_beginning
from data.history.facts import Facts, carry_over
from data.history.records import Change, Difference

_NAMES = uuid.UUID("9a4bb0f1-6a0c-5c0e-9d0c-6d61646f6775")  # of the entries; made up once, and never to be changed


@dataclass(frozen=True, slots=True)
class Version:
    """The tables as they were since a day; `name` is what a maintainer knows the version by."""

    name: str
    day: datetime.date
    facts: Facts


@dataclass(frozen=True, slots=True)
class Replay:
    """What happened from version to version, the oldest first, and which files were skipped in which version."""

    happened: tuple[tuple[datetime.date, Difference], ...]
    skipped: tuple[str, ...]


def replay_versions(versions: Iterable[Version]) -> Replay:
    """Compare each version with the one before; of the first it is told that it is the first.

    A file that cannot be read in a version counts as it was, and is named.
    """
    happened: list[tuple[datetime.date, Difference]] = []
    skipped: list[str] = []
    facts: Facts | None = None
    for version in versions:
        skipped += [f"{version.name}: {problem}" for problem in version.facts.unreadable]
        differences = compare_facts(facts, version.facts) if facts else describe_beginning(version.facts)
        happened += [(version.day, difference) for difference in differences]
        if facts or differences:
            facts = carry_over(facts, version.facts) if facts else version.facts
    return Replay(tuple(happened), tuple(skipped))


def name_changes(
    happened: Iterable[tuple[datetime.date, Difference]], known: Sequence[Change] = ()
) -> Iterator[Change]:
    """Yield an entry for each thing that happened after what is known.

    Its id says what happened, and for the how manieth time; not when: a change that is entered before it is committed
    stays the same entry. What happened last cannot happen again at once, so a repetition is left out.
    """
    times = Counter(change.what for change in known)
    last = {_name_thing(change.what): change.what for change in known if change.what.code}
    for day, what in happened:
        if last.get(_name_thing(what)) == what:
            continue
        if what.code:
            last[_name_thing(what)] = what
        times[what] += 1
        yield Change(str(uuid.uuid5(_NAMES, "\n".join((*astuple(what), str(times[what]))))), day, what)


def _name_thing(what: Difference) -> tuple[str, ...]:
    return what.subject, what.code, what.name, what.field
