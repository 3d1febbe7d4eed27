"""The command `python -m data`: `check`, `history`, and what the packages beside this one add to it.

A package that lies beside data/ may have a module `commands`. Its `add_commands(commands)` adds commands of its own,
its `list_checks()` lists what `check` looks at besides: functions of a table and its files that return problems.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType

from data.answering.command import add_command as add_confirm
from data.asking.command import add_command as add_ask
from data.bringing.command import add_commands as add_imports
from data.check import check_shipped
from data.folder import DataFiles, locate_files
from data.history.command import run_history
from data.hours import read_schedule
from data.inspection.ages import list_aged
from data.inspection.edits import list_edits
from data.inspection.inspection import inspect_tables
from data.japan_time import get_today
from data.links.command import add_command as add_links
from data.portals import PORTALS_FILE
from data.records import Problem, Table
from data.table.courses import read_courses
from data.table.offices import read_offices
from data.table.table import read_table
from data.wording import count

Check = Callable[[Table, DataFiles], tuple[Problem, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Look after the tables of the map.")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="name everything that is wrong with the tables and outlines at once")
    check.set_defaults(run=run_check)
    history = commands.add_parser("history", help="write what changed in the tables into changes.csv")
    history.add_argument("--today", type=date.fromisoformat, help="the day of what has no commit yet; else today")
    history.set_defaults(run=run_history)
    add_ask(commands)
    add_confirm(commands)
    add_links(commands)
    add_imports(commands)
    for module in find_extensions():
        if hasattr(module, "add_commands"):
            module.add_commands(commands)
    chosen = vars(parser.parse_args(arguments))
    run = chosen.pop("run")
    return int(run(**chosen))


def find_extensions() -> Iterator[ModuleType]:
    """Yield the module `commands` of each package beside this one that has it, by name."""
    for path in sorted(Path(__file__).resolve().parents[1].glob("*/commands.py")):
        yield import_module(f"{path.parent.name}.commands")


def list_checks() -> Iterator[Check]:
    """Yield what the packages beside this one check."""
    for module in find_extensions():
        if hasattr(module, "list_checks"):
            yield from module.list_checks()


def run_check() -> int:
    """Print every problem of all files, what is worth a look, and a closing line; return 1 if there is any problem."""
    files = locate_files()
    table = read_table(files)
    problems = [*check_shipped(files), *(problem for check in list_checks() for problem in check(table, files))]
    for problem in problems:
        print(f"{problem}\n")
    notices = list_notices(files)
    for notice in notices:
        print(f"Worth a look: {notice}\n")
    summary = "; ".join((_summarize(table), _summarize_offices(files), _summarize_courses(files)))
    print(f"{count(len(problems), 'problem')} in {files.cities}: {summary}.")
    return 1 if problems else 0


def list_notices(files: DataFiles) -> tuple[Problem, ...]:
    """Return what may well be right and is worth a look: odd cells, cells edited since the last commit, old rows."""
    odd = (told.problem for told in inspect_tables(files, PORTALS_FILE) if told.notice)
    return (*odd, *list_edits(files, PORTALS_FILE), *list_aged(files, datetime.now(UTC).date()))


def _summarize(table: Table) -> str:
    """Say how much the table holds."""
    links = sum(len(city.websites) + len(city.classes) for city in table.cities)
    emails = sum(len(city.emails) for city in table.cities)
    doubts = sum(len(city.corrections) for city in table.cities)
    checks = sum(len(city.checks) for city in table.cities)
    return (
        f"{count(len(table.cities), 'usable row')}, {count(links, 'link')}, "
        f"{count(emails, 'e-mail address', 'es')}, {count(doubts, 'recorded doubt')}, "
        f"{count(checks, 'confirmation')}"
    )


def _summarize_offices(files: DataFiles) -> str:
    """Say how many associations and counters there are, and how far the counters' hours can be read."""
    offices, _ = read_offices(files)
    counters = offices.counters
    numbers = sum(len(counter.phones) for counter in counters)
    readable = sum(read_schedule(counter.days, counter.hours, counter.closed) is not None for counter in counters)
    return (
        f"{count(len(offices.associations), 'association')}, {count(len(counters), 'counter')} "
        f"({count(numbers, 'telephone number')}, {readable} with hours that can be read)"
    )


def _summarize_courses(files: DataFiles) -> str:
    """Say how many classes there are, and how many of them are over."""
    courses, _ = read_courses(files.classes)
    over = sum(course.is_over(get_today()) for course in courses)
    return count(len(courses), "class", "es") + (f" ({over} of them over)" if over else "")


if __name__ == "__main__":
    sys.exit(main())
