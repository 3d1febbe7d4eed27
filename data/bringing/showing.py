"""What a list would bring, told to the person who decides: row by row, cell by cell, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from data.bringing.events import Events, Picked
from data.bringing.merging import RowChange
from data.table.sheets import shorten
from data.wording import count

_NAMED = ("code", "id", "city", "name")  # stand in a row's first line
_MANY = 8  # lines of a list that are named one by one


def tell_changes(changes: Sequence[RowChange], file: str) -> Iterator[str]:
    """Yield the lines that tell what becomes of a table, rows that stay as they are only counted."""
    for kind, sign, said in (("added", "+", "New in"), ("changed", "~", "Changed in")):
        some = [change for change in changes if change.kind == kind]
        if some:
            yield f"{said} {file}: {count(len(some), 'row')}"
        for change in some:
            yield from _tell_change(change, sign)
    same = sum(change.kind == "unchanged" for change in changes)
    if same:
        yield f"{count(same, 'row')} of {file} say{'s' * (same == 1)} the same already."


def tell_events(events: Events) -> Iterator[str]:
    """Yield the lines that tell which events were taken for classes, which were left, and why."""
    yield from _tell_picked("Taken as Japanese classes:", (one for one in events.picked if one.pick.is_class))
    unsure = [one for one in events.picked if one.pick.is_class is None]
    yield from _tell_picked("Left out, and for you to decide (--take NAME, --leave NAME):", unsure)
    yield from _tell_picked("Left out:", (one for one in events.picked if one.pick.is_class is False))
    if events.cancelled:
        yield f"Cancelled, so left out: {name_lines(events.cancelled)}."
    if events.others:
        yield f"{count(events.others, 'other event')} of the list speak{'s' * (events.others == 1)} of no such thing."


def name_lines(lines: Sequence[int]) -> str:
    """Name lines of a list: line 3; lines 3, 5, 9; of very many the first, the last and their number."""
    if len(lines) > _MANY:
        return f"{len(lines)} lines from {lines[0]} to {lines[-1]}"
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"


def show(text: str) -> str:
    """Return a text of a list as a terminal may show it: no sign that moves the cursor or turns the reading round."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in shorten(text))


def _tell_picked(heading: str, picked: Iterable[Picked]) -> Iterator[str]:
    lines = [f"  {show(one.name)} ({name_lines(one.lines)}): {show(one.pick.why)}" for one in picked]
    if lines:
        yield from (heading, *lines)


def _tell_change(change: RowChange, sign: str) -> Iterator[str]:
    cells = change.cells
    known = [cells.get(column, "") for column in ("code", "city", "name")]
    row_id = f" [{show(cells['id'])}]" if cells.get("id") else ""
    yield f"{sign} {' '.join(show(cell) for cell in known)}{row_id}, from {name_lines(change.brought.lines)}"
    if change.kind == "changed":
        for one in change.differences:
            yield f"    {one.column}: {show(one.old) or '(empty)'} -> {show(one.new)}"
    else:
        filled = [f"{column}: {show(cell)}" for column, cell in cells.items() if cell and column not in _NAMED]
        yield f"    {'; '.join(filled)}"
    yield from (f"    ({show(remark)})" for remark in change.brought.remarks)
