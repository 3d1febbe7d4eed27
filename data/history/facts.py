"""The facts of one version of the tables, as a reader sees them: what is not shown on a page is not among them.

The order of rows and columns, white space, how an address is veiled and the number of a row are no facts; nor are the
wording of a doubt's reason and the sources of a doubt, of which a reader wants to know that it is there. How sure a row
of an office is, what an association offers and whether a list has it stand in the published files only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from data.folder import DataFiles
from data.history.records import Subject
from data.offices import Association, Counter, Source
from data.records import Check, City, Correction, FieldName, Link, Problem
from data.table.associations import read_associations
from data.table.confirmations import read_checks
from data.table.corrections import read_corrections
from data.table.counters import read_counters
from data.table.department_names import read_department_names
from data.table.table import read_table

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
Values = Mapping[str, tuple[str, ...]]  # the parts of each field's value, by the field's name


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one thing: a listed city, a counter, a doubt. `key` tells it from others of its place."""

    code: str
    key: tuple[str, ...]
    name: str
    values: Values


@dataclass(frozen=True, slots=True)
class Facts:
    """All statements of a version by what they are about; of a file that cannot be read none, and why."""

    statements: Mapping[Subject, tuple[Statement, ...]] = field(default_factory=dict)
    unreadable: tuple[Problem, ...] = ()


def locate_tables(files: DataFiles) -> Mapping[Subject, Path]:
    """Return the files whose facts are compared, by what they are about."""
    return {
        "city": files.cities,
        "counter": files.counters,
        "association": files.associations,
        "doubt": files.corrections,
        "confirmation": files.checks,
        "withdrawal": files.checks,
        "department name": files.department_names,
    }


def read_facts(files: DataFiles) -> Facts:
    """Read the facts of the tables in a folder. Never raises; a row that cannot be used is none."""
    nowhere = files.cities.parent / "none"  # what is doubted or confirmed has statements of its own
    table = read_table(replace(files, corrections=nowhere, checks=nowhere, department_names=nowhere))
    counters, wrong_counters = read_counters(files.counters)
    associations, wrong_associations = read_associations(files.associations)
    corrections, wrong_corrections = read_corrections(files.corrections)
    checks, wrong_checks = read_checks(files.checks)
    names, wrong_names = read_department_names(files.department_names)
    said: Mapping[Subject, tuple[Iterable[Statement], tuple[Problem, ...]]] = {
        "city": (map(_state_city, table.cities), table.problems),
        "counter": (map(_state_counter, counters), wrong_counters),
        "association": (map(_state_association, associations), wrong_associations),
        "doubt": (map(_state_doubt, corrections), wrong_corrections),
        "confirmation": (map(_state_check, (one for one in checks if one.answer != "withdrawn")), wrong_checks),
        "withdrawal": (map(_state_withdrawal, (one for one in checks if one.answer == "withdrawn")), wrong_checks),
        "department name": (
            (_state(one.code, (one.department,), "", {one.field: (f"{one.name} ({one.year})",)}) for one in names),
            wrong_names,
        ),
    }
    broken = {subject: next(filter(_is_of_all, problems), None) for subject, (_, problems) in said.items()}
    return Facts(
        {subject: tuple(rows) for subject, (rows, _) in said.items() if not broken[subject]},
        tuple(filter(None, broken.values())),
    )


def _is_of_all(problem: Problem) -> bool:
    """Tell whether a problem takes a whole file, or a column in all its rows."""
    return problem.fatal and problem.whole_file


def _state(code: str, key: Iterable[str], name: str, values: Values) -> Statement:
    """Make a statement of texts without outer white space and line breaks, and without what is empty."""
    tidy = {column: tuple(filter(None, map(_tidy, parts))) for column, parts in values.items()}
    return Statement(
        code, tuple(map(_tidy, key)), _tidy(name), {column: parts for column, parts in tidy.items() if parts}
    )


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _state_check(check: Check) -> Statement:
    return _state(check.code, (check.field,), "", {check.field: (f"{check.date}: {check.value}",)})


def _state_withdrawal(check: Check) -> Statement:
    """State when it was, and not what: that is no longer to be shown."""
    return _state(check.code, (check.field,), "", {check.field: (check.date,)})


def _state_city(city: City) -> Statement:
    said: dict[FieldName, tuple[str, ...]] = {
        "class": tuple(map(_write_link, city.classes)),
        "department": city.departments,
        "email": city.emails,
        "website": tuple(map(_write_link, city.websites)),
    }
    rest = {name: tuple(left.text for left in city.leftovers if left.field == name) for name in said}
    return _state(city.code, (), "", {name: (*parts, *rest[name]) for name, parts in said.items()})


def _write_link(link: Link) -> str:
    return f"{link.published} ({link.label})" if link.label else link.published


def _state_counter(counter: Counter) -> Statement:
    kind = counter.phone_kind
    values = {
        "name": (counter.name,),
        "name_en": (counter.name_en,),
        "url": (counter.url or "",),
        "phones": counter.phones,
        "phone_kind": (kind,) if kind and kind != "yes" else (),
        "days": (counter.days,),
        "hours": (counter.hours,),
        "closed": (counter.closed,),
        "languages": counter.languages,
        "phone_languages": counter.phone_languages,
        "language_notes": counter.language_notes,
        "address": (counter.address,),
        "note": (counter.note,),
        "source": _write_source(counter.sources[0]),
    }
    return _state(counter.code, (counter.name,), counter.name, values)


def _state_association(association: Association) -> Statement:
    values = {
        "kind": (association.kind,),
        "name": (association.name,),
        "name_en": (association.name_en,),
        "url": (association.url,),
        "other_address": (association.other_address,),
        "source": _write_source(association.source),
    }
    return _state(association.code, (association.name,), association.name, values)


def _write_source(source: Source) -> tuple[str, ...]:
    """Return a source as cards have it: the site, and the date."""
    host = urlsplit(source.where).netloc.removeprefix("www.") or source.where
    return (f"{host} {source.date}",)


def _state_doubt(row: Correction) -> Statement:
    """State what is doubted, and what is better: with a question mark where the map does not show that instead."""
    better = f" → {row.better_value}{'' if row.applied else ' ?'}" if row.better_value else ""
    return _state(row.code, (row.field, row.source_value), "", {row.field: (f"{row.source_value}{better}",)})


def carry_over(before: Facts, now: Facts) -> Facts:
    """Return the facts of now, and of a file that cannot be read now those from before."""
    return replace(now, statements={**before.statements, **now.statements})


def list_differing(before: Statement, now: Statement) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the fields whose parts differ: the name, the parts that went, the parts that came."""
    for column in dict.fromkeys((*before.values, *now.values)):
        old, new = before.values.get(column, ()), now.values.get(column, ())
        gone, come = tuple(part for part in old if part not in new), tuple(part for part in new if part not in old)
        if gone or come:
            yield column, gone, come
