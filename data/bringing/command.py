"""Commands `import-events` and `import-counters` of `python -m data`: bring in lists that others publish."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no other name for it

_CODES = (
    " It shows what would change; with --write it writes, and a second run finds nothing to do. Rows that are there"
    " stay; a cell is replaced only by one that the list has. Exit codes: 0 all was taken; 1 a row or a cell was"
    " refused, with what is wrong and what to do; 2 the list or the table cannot be used."
)
_EVENTS = (
    "Reads a municipality's list of events (イベント一覧: CSV as it publishes it), picks the Japanese classes, folds"
    " their dates into weekly patterns, and brings them into classes.csv. Private numbers and addresses are refused."
)
_COUNTERS = (
    "Reads a list of counters for foreign residents in the Immigration Services Agency's columns (都道府県, 設置主体,"
    " 窓口名, ○ below 月 火 水 …) and brings them into counters.csv."
)


def add_commands(commands: Commands) -> None:
    """Add the commands that bring lists in."""
    events = _add(commands, "import-events", "bring Japanese classes in from a city's list of events", _EVENTS)
    events.add_argument("--source", default="", metavar="URL", help="where the list stands; else each event's own page")
    for name, told in (("--take", "are classes"), ("--leave", "are none")):
        said = f"events with this in their name {told}"
        events.add_argument(name, action="append", default=[], metavar="NAME", help=said)
    events.set_defaults(run=run_import_events)
    counters = _add(commands, "import-counters", "bring counters for foreign residents in from a list", _COUNTERS)
    counters.add_argument("--source", required=True, metavar="URL", help="where the list stands, shown to readers")
    counters.set_defaults(run=run_import_counters)


def _add(commands: Commands, name: str, told: str, description: str) -> argparse.ArgumentParser:
    """Add what both have."""
    command = commands.add_parser(name, help=told, description=description + _CODES)
    command.add_argument("file", type=Path, metavar="FILE", help="the list; nothing of it is changed")
    command.add_argument(
        "--date", dest="as_of", default="", metavar="DATE", help="of when the list is: 2024-07, or 2024-07-01"
    )
    command.add_argument("--write", action="store_true", help="write what is shown")
    command.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="for tests; else today in Japan")
    return command


def run_import_events(
    file: Path,
    source: str = "",
    as_of: str = "",
    take: list[str] | tuple[str, ...] = (),
    leave: list[str] | tuple[str, ...] = (),
    today: date | None = None,
    *,
    write: bool = False,
) -> int:
    """Bring a list of events into the tables in use; return the exit code."""
    from data.bringing.bringing_run import bring_events  # here, so that `check` need not load lists of names
    from data.bringing.wishes import make_wish
    from data.folder import locate_files
    from data.japan_time import get_today

    wish = make_wish(file, source, as_of, today or get_today())
    decided = replace(wish, take=tuple(take), leave=tuple(leave), write=write)
    return bring_events(decided, locate_files())


def run_import_counters(
    file: Path, source: str, as_of: str = "", today: date | None = None, *, write: bool = False
) -> int:
    """Bring a list of counters into the tables in use; return the exit code."""
    from data.bringing.bringing_run import bring_counters
    from data.bringing.wishes import make_wish
    from data.folder import locate_files
    from data.japan_time import get_today

    wish = make_wish(file, source, as_of, today or get_today())
    return bring_counters(replace(wish, write=write), locate_files())
