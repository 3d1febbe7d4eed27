"""A run of `python -m data links`, from the tables to links.csv."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from data.atomic import lock_file
from data.folder import DataFiles, locate_files
from data.links.addresses import list_addresses
from data.links.command import Connection
from data.links.fetching import Bounds, Fetcher, open_client
from data.links.looking import look_at
from data.links.pacing import Clock, Pacer, RealClock
from data.links.report import Reporter, describe_run, needs_somebody, print_line
from data.links.resolving import Endpoint
from data.links.robots import PRODUCT, RobotsKeeper
from data.links.running import Run, look_at_all
from data.links.saving import write_looks
from data.links.schedule import is_due, note_finding
from data.links.trouble import LinkFinding
from data.portals import list_portals
from data.records import Look, Problem
from data.settings import read_settings
from data.table.courses import read_courses
from data.table.looks import ANSWERED, read_looks
from data.table.offices import read_offices
from data.table.table import read_table

_GOOD, _TO_DO, _UNUSABLE, _INTERRUPTED = 0, 1, 2, 130
_NO_CONTACT = (
    "MADOGUCHI_REPORT_TO is not set: sites are told whom to write to about these visits. Set it to an e-mail address,"
    " or to the https address of a form, and run the command again."
)


@dataclass(frozen=True, slots=True)
class _Visit:
    """How sites are visited: under which name, where to for which hosts, by which clock."""

    agent: str
    connections: tuple[Connection, ...]
    clock: Clock


@dataclass(slots=True)
class _Book:
    """What is known of each link, in the tables' order; written to the file after each change."""

    path: Path
    order: tuple[str, ...]
    known: dict[str, Look]
    today: date

    def note(self, address: str, finding: LinkFinding) -> None:
        self.known[address] = note_finding(address, finding, self.known.get(address), self.today)
        self.write()

    def write(self) -> None:
        write_looks(self.path, [self.known[address] for address in self.order if address in self.known])


def run(connections: tuple[Connection, ...], today: date, *, everything: bool, clock: Clock | None = None) -> int:
    """Look at what is due, tell what was found, and return the exit code; what was found so far is never lost."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 200)
    files, contact = locate_files(), read_settings().report_to
    if not contact:
        print_line(console, _NO_CONTACT)
        return _UNUSABLE
    try:
        with lock_file(files.links):
            visit = _Visit(f"{PRODUCT} (sees whether links answer; +{contact})", connections, clock or RealClock())
            return _run_locked(console, files, visit, today, everything=everything)
    except OSError as error:
        print_line(console, f"Problem: {error}. Nothing is lost; mend it and run the command again.")
        return _UNUSABLE
    except KeyboardInterrupt:
        print_line(console, "Interrupted. Every finding so far is saved; run the command again to go on.")
        return _INTERRUPTED


def _run_locked(console: Console, files: DataFiles, visit: _Visit, today: date, *, everything: bool) -> int:
    order, problems = _list_links(files)
    looks, wrong = read_looks(files.links)
    if problems or wrong:
        for problem in (*problems, *wrong):
            print_line(console, f"Problem: {problem}")
        print_line(console, "Nothing was looked at: rows that cannot be read would be lost. Mend them first.")
        return _UNUSABLE
    book = _Book(files.links, order, {look.address: look for look in looks if look.address in set(order)}, today)
    if len(book.known) < len(looks):
        book.write()  # what no table has any more
    due = [address for address in order if everything or is_due(book.known.get(address), today)]
    print_line(console, f"{len(order)} links, {len(due)} to look at, findings in {files.links}")
    with Reporter(console, len(due)) as reporter:
        done = asyncio.run(_look(due, book, reporter, visit))
    for line in describe_run(done, book.known):
        print_line(console, line)
    return _TO_DO if needs_somebody(done, book.known.values()) else _GOOD


def _list_links(files: DataFiles) -> tuple[tuple[str, ...], list[Problem]]:
    """List the links of the tables, and what keeps rows of these from being read: their links would be forgotten."""
    table = read_table(files)
    offices, wrong = read_offices(files)
    courses, wrong_courses = read_courses(files.classes)
    lost = [one for one in (*table.problems, *wrong, *wrong_courses) if one.fatal or one.whole_file]
    return list_addresses(table.cities, offices, list_portals(), courses), lost


async def _look(due: list[str], book: _Book, reporter: Reporter, visit: _Visit) -> Run:
    bounds = Bounds()
    named = {host: Endpoint(address, port) for host, address, port in visit.connections}
    answered = [look.address for look in book.known.values() if look.found in ANSWERED and look.address not in set(due)]
    async with open_client(bounds) as client:
        fetcher = Fetcher(client, Pacer(visit.clock), visit.agent, named, bounds=bounds)
        robots = RobotsKeeper(fetcher)

        async def look(address: str) -> LinkFinding:
            finding = await look_at(address, fetcher, robots)
            reporter.tell(address, finding)
            return finding

        return await look_at_all(due, answered, look, book.note)
