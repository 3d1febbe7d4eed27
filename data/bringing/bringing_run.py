"""Brings a published list into a table of the folder in use: shows what would change, and writes it if told to."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from data.atomic import lock_file, replace_bytes
from data.bringing.class_table import CLASS_TABLE
from data.bringing.classes import make_classes
from data.bringing.counter_table import COUNTER_TABLE
from data.bringing.counters import ALIASES as COUNTER_ALIASES
from data.bringing.counters import NEEDED as COUNTER_NEEDED
from data.bringing.counters import make_counters
from data.bringing.event_columns import ALIASES as EVENT_ALIASES
from data.bringing.event_columns import NEEDED as EVENT_NEEDED
from data.bringing.events import read_events
from data.bringing.lists import read_list
from data.bringing.merging import Brought, Cells, RowChange, Target, compare_rows
from data.bringing.showing import show, tell_changes, tell_events
from data.bringing.wishes import UNUSABLE, ImportWish
from data.bringing.writing import read_text, write_changes
from data.courses.records import Course
from data.folder import DataFiles, choose_variant
from data.offices import Counter
from data.places.codes import read_code
from data.records import Problem
from data.table.counters import read_counters
from data.table.courses import read_courses
from data.table.forms import UnwritableError
from data.wording import count

DONE, TOLD = 0, 1


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A table's file, how rows are brought into it, and how it is read back: by code, and by id or name."""

    path: Path
    target: Target
    read: Callable[[Path], tuple[Sequence[Course] | Sequence[Counter], tuple[Problem, ...]]]
    key: str


def bring_events(wish: ImportWish, files: DataFiles) -> int:
    """Bring the Japanese classes of a list of events into classes.csv; return the exit code."""
    published = read_list(wish.path, EVENT_ALIASES, EVENT_NEEDED)
    if published.columns is None:
        return _give_up(published.problems)
    events = read_events(published, wish.take, wish.leave)
    rows, problems = make_classes(events.classes, wish.origin)
    _print(tell_events(events))
    return _bring(wish, rows, (*events.problems, *problems), _Shelf(files.classes, CLASS_TABLE, read_courses, "id"))


def bring_counters(wish: ImportWish, files: DataFiles) -> int:
    """Bring a list of counters into counters.csv; return the exit code."""
    published = read_list(wish.path, COUNTER_ALIASES, COUNTER_NEEDED)
    if published.columns is None:
        return _give_up(published.problems)
    rows, problems = make_counters(published, wish.origin)
    told = (*published.problems, *problems)
    return _bring(wish, rows, told, _Shelf(files.counters, COUNTER_TABLE, read_counters, "name"))


def _bring(wish: ImportWish, rows: Sequence[Brought], problems: Sequence[Problem], shelf: _Shelf) -> int:
    """Tell what rows change in a table's file, write it if that is wished, and return the exit code."""
    path, told = choose_variant(shelf.path), dict.fromkeys(problems)
    try:
        with lock_file(path) if wish.write else nullcontext():
            table = read_text(path.read_bytes() if path.exists() else b"", shelf.target)
            changes = compare_rows(table.list_rows(), rows, shelf.target)
            _print(tell_changes(changes, path.name))
            for problem in told:
                print(problem, file=sys.stderr)
            written = [change for change in changes if change.kind != "unchanged"]
            content = write_changes(table, changes, shelf.target)
            _prove(content, written, path.name, shelf)
            if wish.write and written:
                replace_bytes(path, content)
    except UnwritableError as error:
        print(f"{path.name}: {error} Nothing was written.", file=sys.stderr)
        return UNUSABLE
    except OSError as error:
        print(f"{path}: {error}. Name a folder that can be written to; nothing is lost.", file=sys.stderr)
        return UNUSABLE
    _close(wish, len(written), path)
    return TOLD if told else DONE


def _prove(content: bytes, written: Sequence[RowChange], name: str, shelf: _Shelf) -> None:
    """Read back what is to be written; raise UnwritableError where a row would not be read."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / name
        copy.write_bytes(content)
        records, problems = shelf.read(copy)
    found = {(record.code, getattr(record, shelf.key)) for record in records}
    lost = [row for row in (change.cells for change in written) if _find_key(row, shelf) not in found]
    if lost:
        names = "; ".join(show(row["name"]) for row in lost)
        for problem in problems:
            print(problem, file=sys.stderr)
        raise UnwritableError(f"These rows would not be read as they are meant: {names}.")


def _find_key(row: Cells, shelf: _Shelf) -> tuple[str, str]:
    return read_code(row["code"]) or "", row[shelf.key].strip()


def _close(wish: ImportWish, number: int, path: Path) -> None:
    """Say how it ended, and what to do."""
    if not number:
        print(f"There is nothing to write into {path.name}.")
    elif wish.write:
        print(f"{count(number, 'row')} written into {path}. Look at them: python -m data check")
    else:
        print(f"Nothing was written. The same with --write puts {count(number, 'row')} into {path}.")


def _give_up(problems: Iterable[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return UNUSABLE


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
