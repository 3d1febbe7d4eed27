"""`python -m tests.soak`: put the app through load, overload, kills and faults, and print what was found as a table."""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Error

from data.settings import SESSIONS
from tests.bench.servers import MADOGUCHI, Server
from tests.bench.strangers import time_start_page
from tests.browser.server import start_app
from tests.soak.browser import measure_browser
from tests.soak.faults import measure as measure_faults
from tests.soak.kept_pages import measure_dead, measure_languages, measure_limits, measure_throughput
from tests.soak.leaving import measure_leaving
from tests.soak.load import measure_overload, measure_steady
from tests.soak.recipe import Recipe, find_hindrance, start_recipe
from tests.soak.replicas import measure_kill
from tests.soak.rows import Row, format_rows, judge_most

MINUTES, QUICK_MINUTES = 10.0, 1.0
LEAVING, QUICK_LEAVING = 1000, 200
WRK_SECONDS, QUICK_WRK_SECONDS = 30, 10
STEADY = 100


def main() -> None:
    """Measure the parts asked for, each on servers of its own; the exit code says whether every promise is met."""
    arguments = _parse_arguments()
    hindrance = find_hindrance()
    if hindrance:
        sys.exit(f"The recipe cannot be tried: {hindrance}. On Debian: apt-get install nginx openssl wrk")
    rows = [row for part in arguments.only or PARTS for row in _show(part, PARTS[part](arguments))]
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(
        f"{format_rows(rows)}\n\n{platform.machine()}, {os.cpu_count()} cores, client on the same; load average {load}."
    )
    sys.exit(not all(row.met for row in rows))


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short runs: does it work, not how long does it")
    parser.add_argument("--minutes", type=float, help="how long the steady load lasts")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part; may be repeated")
    return parser.parse_args()


def _show(part: str, rows: Iterator[Row]) -> Iterator[Row]:
    """Tell each row as it is found; a part that breaks off does not take the others' with it."""
    try:
        for row in rows:
            print(f"{part}: {' · '.join(row[:3])}", file=sys.stderr, flush=True)
            yield row
    except (Error, AssertionError, OSError, RuntimeError) as error:
        print(f"{part} broke off: {error!r}", file=sys.stderr, flush=True)
        yield Row(f"{part}: the whole part", "to the end", f"broke off: {type(error).__name__}", met=False)


def _measure_pages(arguments: argparse.Namespace) -> Iterator[Row]:
    with _start(2) as recipe:
        yield from measure_throughput(recipe, QUICK_WRK_SECONDS if arguments.quick else WRK_SECONDS)
        yield from measure_languages(recipe)
        yield from measure_limits(recipe)
        yield from measure_dead(recipe)


def _measure_kill(_arguments: argparse.Namespace) -> Iterator[Row]:
    with _start(2) as recipe:
        yield from measure_kill(recipe)


def _measure_browser(_arguments: argparse.Namespace) -> Iterator[Row]:
    with _start(2) as recipe:
        yield from measure_browser(recipe)


def _measure_steady(arguments: argparse.Namespace) -> Iterator[Row]:
    with _start(2) as recipe:
        minutes = arguments.minutes or (QUICK_MINUTES if arguments.quick else MINUTES)
        yield from measure_steady(recipe, STEADY, minutes)


def _measure_overload(_arguments: argparse.Namespace) -> Iterator[Row]:
    with _start(1, {"MADOGUCHI_SESSIONS": str(SESSIONS)}) as recipe:
        yield from measure_overload(recipe)


def _measure_strangers(_arguments: argparse.Namespace) -> Iterator[Row]:
    with start_app() as app:
        server = Server(MADOGUCHI, app.url, "/", app.process.pid, app.log_path)
        within = sorted(time_start_page(server, crowded=True))
        p95 = within[int(len(within) * 0.95)] / 1000
        yield judge_most("8 clients on never-asked addresses: 95 % of start pages within", p95, 0.1, "s")


def _measure_leaving(arguments: argparse.Namespace) -> Iterator[Row]:
    with start_app() as app:
        yield from measure_leaving(app, QUICK_LEAVING if arguments.quick else LEAVING)


def _measure_faults(_arguments: argparse.Namespace) -> Iterator[Row]:
    yield from measure_faults()


@contextlib.contextmanager
def _start(count: int, environment: Mapping[str, str] | None = None) -> Iterator[Recipe]:
    with (
        tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name,
        start_recipe(Path(name), count, environment) as one,
    ):
        yield one


PARTS: Mapping[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "pages": _measure_pages,
    "kill": _measure_kill,
    "browser": _measure_browser,
    "strangers": _measure_strangers,
    "steady": _measure_steady,
    "overload": _measure_overload,
    "leaving": _measure_leaving,
    "faults": _measure_faults,
}


if __name__ == "__main__":
    main()
