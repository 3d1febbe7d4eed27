"""`python -m tests.soak.faults`: what faults of disk, files and hosts do to the app, as rows of a table."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

from tests.soak.cutting import cut_catalogues, cut_outlines, cut_pieces, cut_tables
from tests.soak.hostile_cells import COUNT, PAYLOADS, try_texts
from tests.soak.hosts import HOSTS, find_hindrance, try_host
from tests.soak.injection import find_hindrance as find_untraceable
from tests.soak.rows import Row, format_rows
from tests.soak.writing import WRITE_PATHS, try_faults

CALLS = 40  # at most, of each way to write, at which each fault happens
STEP_BYTES = 500
TOGETHER = 20  # texts in one table, each of which then stands in each column
CUTS = {
    "tables and what stands beside them": cut_tables,
    "files of the gazetteer": cut_pieces,
    "outlines": cut_outlines,
    "catalogues": cut_catalogues,
}


def measure() -> Iterator[Row]:
    """Yield the rows; details of what is wrong go to the console."""
    yield from _measure_writing()
    yield from _measure_cuts()
    yield from _measure_cells()
    yield from _measure_hosts()


def _measure_writing() -> Iterator[Row]:
    hindrance = find_untraceable()
    for path in WRITE_PATHS:
        promise = f"{path.name}: no space, I/O error or kill at a system call, files torn, lost or left over"
        if hindrance:
            yield Row(promise, "0", f"not tried: {hindrance}", met=False)
            continue
        tally = try_faults(path, CALLS)
        _tell(tally.wrong)
        yield Row(promise, "0", f"{len(tally.wrong)} of {tally.faults} faults", met=not tally.wrong)


def _measure_cuts() -> Iterator[Row]:
    logging.disable()  # each cut is told there, which is the point of it
    for name, cut in CUTS.items():
        cuts = list(cut(STEP_BYTES))
        crashed = [found for found in cuts if found.crash]
        silent = [found for found in cuts if not found.said]
        _tell([f"{found.file} cut at {found.size}: {found.crash or 'not a word'}" for found in (*crashed, *silent)])
        promise = f"{name}, cut at every {STEP_BYTES}th byte"
        yield Row(f"{promise}: loading or page broken", "0", f"{len(crashed)} of {len(cuts)}", met=not crashed)
        yield Row(f"{promise}: not told", "0", f"{len(silent)} of {len(cuts)}", met=not silent)
    logging.disable(logging.NOTSET)


def _measure_cells() -> Iterator[Row]:
    tried = [try_texts(PAYLOADS[start : start + TOGETHER]) for start in range(0, COUNT, TOGETHER)]
    wrong = [fault for sinks in tried for fault in sinks.wrong]
    _tell(wrong)
    promise = f"{COUNT} hostile texts in every cell: elements, lost markers or unreadable formats"
    yield Row(promise, "0", f"{len(wrong)} in {sum(sinks.looked_at for sinks in tried)} files", met=not wrong)


def _measure_hosts() -> Iterator[Row]:
    for host in HOSTS:
        promise = f"{host.name}: the app starts and answers"
        if hindrance := find_hindrance(host):
            yield Row(promise, "all", f"not tried: {hindrance}", met=False)
            continue
        wrong = try_host(host)
        _tell(wrong)
        yield Row(promise, "all", "not all" if wrong else "all", met=not wrong)


def _tell(lines: tuple[str, ...] | list[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    found = list(measure())
    print(format_rows(found))
    sys.exit(not all(row.met for row in found))
