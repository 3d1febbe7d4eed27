"""The command `python -m data`: `check`, and what the packages beside this one add to it.

A package that lies beside data/ may have a module `commands`. Its `add_commands(commands)` adds commands of its own,
its `list_checks()` lists what `check` looks at besides: functions of a table and its files that return problems.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from data.check import check_shipped
from data.folder import DataFiles, locate_files
from data.hours import read_schedule
from data.links.command import add_command as add_links
from data.records import Problem, Table
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
    add_links(commands)
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
    """Print every problem of all files and a closing line; return 1 if there is any."""
    files = locate_files()
    table = read_table(files)
    problems = [*check_shipped(files), *(problem for check in list_checks() for problem in check(table, files))]
    for problem in problems:
        print(f"{problem}\n")
    print(f"{count(len(problems), 'problem')} in {files.cities}: {_summarize(table)}; {_summarize_offices(files)}.")
    return 1 if problems else 0


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


if __name__ == "__main__":
    sys.exit(main())
