"""Compares two versions of the tables: what a reader of the later one sees otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from data.history.facts import SUBJECTS, Facts, Statement, list_differing
from data.history.records import SEPARATOR, Difference, Kind, Subject

MANY = 10  # rows of a kind that come or go at once; of more only the number is told

_Pair = tuple[Statement | None, Statement | None]


def compare_facts(before: Facts, now: Facts) -> tuple[Difference, ...]:
    """Return what differs, subject by subject and in the order of the rows; one edited cell is one difference.

    A file that cannot be read in one of the versions is not compared.
    """
    return tuple(
        difference
        for subject in SUBJECTS
        if subject in before.statements and subject in now.statements
        for difference in _compare_rows(subject, before.statements[subject], now.statements[subject])
    )


def describe_beginning(facts: Facts) -> tuple[Difference, ...]:
    """Return the one thing that is told of the first version: how many cities it lists; nothing while it lists none."""
    cities = facts.statements.get("city", ())
    return (Difference("begun", "city", new=str(len(cities))),) if cities else ()


def _compare_rows(subject: Subject, before: Sequence[Statement], now: Sequence[Statement]) -> Iterator[Difference]:
    pairs = _pair_rows(before, now)
    kinds: Mapping[Kind, list[Statement]] = {
        "added": [new for old, new in pairs if new and not old],
        "removed": [old for old, new in pairs if old and not new],
    }
    for kind, rows in kinds.items():
        if len(rows) > MANY:
            yield Difference(kind, subject, **{"new" if kind == "added" else "old": str(len(rows))})
        else:
            yield from (_describe_row(kind, subject, row) for row in rows)
    for old, new in pairs:
        if old and new:
            for field, gone, come in list_differing(old, new):
                yield Difference(
                    "changed", subject, new.code, new.name, field, SEPARATOR.join(gone), SEPARATOR.join(come)
                )


def _describe_row(kind: Kind, subject: Subject, row: Statement) -> Difference:
    """Describe a row that came or went: of a city that alone, of an office its name, of a remark what it says."""
    if subject in ("city", "counter", "association"):
        return Difference(kind, subject, row.code, row.name)
    [(field, parts)] = row.values.items()
    said = {"new" if kind == "added" else "old": SEPARATOR.join(parts)}
    return Difference(kind, subject, row.code, row.name, field, **said)


def _pair_rows(before: Sequence[Statement], now: Sequence[Statement]) -> list[_Pair]:
    """Pair the rows of two versions that are about the same thing; a row without its like stands alone."""
    olds, news = _index(before), _index(now)
    pairs: list[_Pair] = [(olds[name], news[name]) for name in olds if name in news]
    came: dict[str, list[Statement]] = defaultdict(list)
    for name, row in news.items():
        if name not in olds:
            came[row.code].append(row)
    for name, old in olds.items():
        if name not in news:
            like = max(came[old.code], key=lambda row: _count_alike(old, row), default=None)
            if like and _count_alike(old, like):
                came[old.code].remove(like)
                pairs.append((old, like))
            else:
                pairs.append((old, None))
    return [*pairs, *((None, row) for rows in came.values() for row in rows)]


def _index(rows: Sequence[Statement]) -> dict[tuple[str, tuple[str, ...]], Statement]:
    """Return the rows by place and key; of two with the same the first."""
    found: dict[tuple[str, tuple[str, ...]], Statement] = {}
    for row in rows:
        found.setdefault((row.code, row.key), row)
    return found


def _count_alike(one: Statement, other: Statement) -> int:
    """Count what two rows of a place have in common: a counter that got a new name has all else."""
    values = sum(one.values[column] == parts for column, parts in other.values.items() if column in one.values)
    return values + sum(part == same for part, same in zip(one.key, other.key, strict=True))
