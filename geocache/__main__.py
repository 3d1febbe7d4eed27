"""`python -m geocache`: fills coordinates.csv with what is missing, or checks it."""

from __future__ import annotations

import argparse
import io
import math
import sys
from collections.abc import Sequence
from datetime import date

from rich.console import Console

from data.folder import DataFiles, locate_files
from data.records import Table
from data.table.table import read_table
from geocache.answer import Finder
from geocache.check import check_coordinates
from geocache.fill import fill_coordinates
from geocache.gazetteer import find_offline
from geocache.nominatim import PUBLIC_ENDPOINT, open_nominatim
from geocache.report import describe_filling, print_line, print_problems, show_progress

DEFAULT_TIMEOUT = 5.0  # three outages then end a run well within half a minute
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 only if every city of the table has a coordinate (with --check: no problem at all)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console without Japanese must not end the run
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        find = choose_finder(options.provider, options.endpoint, options.timeout)
    except ValueError as error:
        parser.error(str(error))
    console = Console(highlight=False)
    files = locate_files()
    try:
        table = read_table(files)
        print_problems(console, table.problems)
        if options.check:
            all_is_good = _run_check(console, table, files)
        else:
            all_is_good = _run_fill(console, table, files, find, refresh=options.refresh)
    except OSError as error:
        print_line(console, f"Problem: {error}. Nothing is lost; mend it and run the command again.")
        return 1
    except KeyboardInterrupt:
        print_line(console, "Interrupted. Every answer so far is saved; run the command again to go on.")
        return _INTERRUPTED
    table_is_whole = not any(problem.fatal and problem.file == files.cities.name for problem in table.problems)
    return 0 if all_is_good and table_is_whole else 1


def make_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m geocache",
        description="Fill coordinates.csv with the cities missing in it; offline unless Nominatim is chosen.",
    )
    parser.add_argument("--refresh", action="store_true", help="look up all again, except rows written by hand")
    parser.add_argument("--provider", choices=("gazetteer", "nominatim"), help="who is asked (default: gazetteer)")
    parser.add_argument(
        "--endpoint", metavar="URL", help="a Nominatim server of your own, such as http://localhost:8080"
    )
    parser.add_argument("--check", action="store_true", help="look up nothing; name everything wrong with the file")
    parser.add_argument(
        "--timeout", type=parse_seconds, default=DEFAULT_TIMEOUT, metavar="SECONDS", help="for one lookup"
    )
    return parser


def parse_seconds(text: str) -> float:
    """Read a positive number of seconds."""
    seconds = float(text)
    if not (math.isfinite(seconds) and seconds > 0):
        raise argparse.ArgumentTypeError(f"found {text!r}; a positive number of seconds is allowed")
    return seconds


def choose_finder(provider: str | None, endpoint: str | None, timeout: float) -> Finder:
    """Choose who is asked; an endpoint alone means Nominatim. Raises ValueError if the two do not go together."""
    if provider == "gazetteer" and endpoint is not None:
        raise ValueError("--endpoint is the address of a Nominatim server; leave it out or use --provider nominatim")
    if provider == "nominatim" or endpoint is not None:
        return open_nominatim(endpoint or PUBLIC_ENDPOINT, timeout)
    return find_offline


def _run_fill(console: Console, table: Table, files: DataFiles, find: Finder, *, refresh: bool) -> bool:
    """Fill the file and print the summary; tell whether every city has its coordinate."""
    print_line(console, f"{len(table.cities)} places in {files.cities}, coordinates in {files.coordinates}")
    with show_progress(console) as report:
        filling = fill_coordinates(
            (city.place for city in table.cities),
            files.coordinates,
            find,
            today=date.today(),
            report=report,
            refresh=refresh,
        )
    for line in describe_filling(filling):
        print_line(console, line)
    return filling.is_complete


def _run_check(console: Console, table: Table, files: DataFiles) -> bool:
    """Print what is wrong with the file; tell whether nothing is."""
    problems = check_coordinates(table, files.coordinates)
    print_problems(console, problems)
    print_line(console, f"{len(table.cities)} places, {len(problems)} problems in {files.coordinates}")
    return not problems


if __name__ == "__main__":
    sys.exit(main())
