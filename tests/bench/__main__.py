"""`python -m tests.bench`: measure this app beside three others in one run, and print the table."""

import argparse
import contextlib
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Error
from websockets.exceptions import WebSocketException

from tests.bench.arrivals import SPREAD_SECONDS
from tests.bench.edition import LANGUAGE
from tests.bench.japan import write_japan
from tests.bench.measuring import BROWSER_PARTS, STREAM_PARTS, Effort, warm_up
from tests.bench.report import Report, Sample, format_json, format_markdown
from tests.bench.servers import CORES, ROOT, SIDE_BY_SIDE, start_servers
from tests.bench.visits import start_chromium

FULL = Effort(slow=3, local=7, rounds=3, changes=7, sessions=100, minutes=5, memory_sessions=60)
QUICK = Effort(slow=1, local=2, rounds=1, changes=3, sessions=100, minutes=0.5, memory_sessions=30)
OUTPUT = ROOT / ".test-output"
PARTS = (*BROWSER_PARTS, *STREAM_PARTS)
PACKAGES = ("streamlit", "streamlit-folium", "folium", "datasette", "datasette-cluster-map")


def main() -> None:
    """Measure the parts asked for; save the table as Markdown and every sample as JSON."""
    effort, parts = _parse_arguments()
    samples: list[Sample] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as name:
        folder = Path(name)
        write_japan(folder)
        with start_servers(folder, SIDE_BY_SIDE, folder) as servers:
            with start_chromium() as browser:
                notes = _write_notes(effort, browser.version)
                warm_up(browser, servers)
                for part in [name for name in BROWSER_PARTS if name in parts]:
                    with _note_failure(part, failures):
                        samples.extend(_show(BROWSER_PARTS[part](browser, servers, effort)))
            for part in [name for name in STREAM_PARTS if name in parts]:
                with _note_failure(part, failures):
                    samples.extend(_show(STREAM_PARTS[part](servers, effort)))
    report = Report(tuple(samples), (*notes, *failures))
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "bench.json").write_text(format_json(report), encoding="utf-8")
    (OUTPUT / "bench.md").write_text(format_markdown(report), encoding="utf-8")
    print(format_markdown(report))
    sys.exit(bool(failures))


@contextlib.contextmanager
def _note_failure(part: str, failures: list[str]) -> Iterator[None]:
    """Let a part that breaks off not take the others' figures with it."""
    try:
        yield
    except (Error, OSError, RuntimeError, WebSocketException) as error:
        failures.append(f"The part {part!r} broke off: {error}")


def _show(samples: Iterable[Sample]) -> Iterator[Sample]:
    for sample in samples:
        print(f"{sample.subject}: {sample.measure} {sample.value:,.1f}", file=sys.stderr, flush=True)
        yield sample


def _parse_arguments() -> tuple[Effort, Sequence[str]]:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few repetitions: does it work, not how fast is it")
    parser.add_argument("--minutes", type=float, help="how long the load lasts")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part; may be repeated")
    arguments = parser.parse_args()
    effort = QUICK if arguments.quick else FULL
    if arguments.minutes is not None:
        effort = replace(effort, minutes=arguments.minutes)
    return effort, arguments.only or PARTS


def _write_notes(effort: Effort, browser: str) -> tuple[str, ...]:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{platform.machine()}, {os.cpu_count()} cores (a server gets {CORES}; browser and load run on the same where"
        f" there are no more), Python {platform.python_version()}, Chromium {browser}, {versions}.",
        f"All on the same 20 rows, in turns, after one unmeasured visit each. Medians of {effort.local} local and"
        f" {effort.slow} slow visits with an empty cache, of {effort.rounds * effort.changes} filter changes (local).",
        "Slow: 1.6 Mbit/s down, 0.75 up, 150 ms latency, by Chromium's own emulation: it slows requests (those of the"
        " pages' frames too, which share the page's process) and WebSockets.",
        "Requests to other hosts (CDNs, tiles) are answered at once and weigh nothing, in favour of whoever makes them."
        " Leaflet 1.9.4, Bootstrap 5.3.3, jQuery and Font Awesome are the real files, four small files are empty, a"
        " tile is one pixel.",
        "Costs of a filter change: the mean of choosing and dropping a prefecture, every run of the app that followed"
        " included. Bytes over the WebSocket are counted before compression, over choices made again and again, of"
        " which the browser keeps what it was sent. Memory and load are sessions over raw WebSockets that choose as a"
        f" visitor does ({effort.sessions} sessions, a change every 5 s, {effort.minutes:g} minutes); the plain app"
        " runs once more after each change, as it does for a browser, whose new map frame reports what it shows.",
        f"First runs: {effort.local} sessions one after the other, {effort.sessions} in the same moment, and as many"
        f" within {SPREAD_SECONDS:g} s, connecting included, of a server of its own; beside it the same app with"
        " Streamlit's file watcher, which it is shipped without. Lost: not served within a minute.",
        "Static editions: bytes of the files before any compression, with a public address; the 20 cities in every"
        f" language, all municipalities in one ({LANGUAGE}).",
    )


if __name__ == "__main__":
    main()
