"""Takes a city's answer into checks.csv (and a better value into corrections.csv), and says what it did."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data.answering.appending import append_rows
from data.answering.judging import Known, Row, Taken, judge_answer
from data.answering.typed import Typed
from data.atomic import lock_file, replace_bytes
from data.folder import DataFiles
from data.records import Problem
from data.table.confirmations import CHECK_COLUMNS, read_checks
from data.table.corrections import CORRECTION_COLUMNS, read_corrections
from data.table.forms import UnwritableError
from data.table.table import read_cells, read_table

_MEANT = {"answer": "right"}  # where a file has no such column
NOTED, REFUSED, UNUSABLE = 0, 1, 2


def take_answer(typed: Typed, files: DataFiles, today: date) -> int:
    """Write an answer, or say everything that is wrong with it, and return the exit code; a refusal writes nothing."""
    try:
        with lock_file(files.corrections), lock_file(files.checks):
            known = _read_known(files)
            if isinstance(known, Problem):
                return _tell(UNUSABLE, [known])
            taken = judge_answer(typed, known, today)
            if not isinstance(taken, Taken):
                return _tell(REFUSED, taken)
            _write(files, taken)
    except UnwritableError as error:
        print(f"Nothing was written. {error}", file=sys.stderr)
        return UNUSABLE
    except OSError as error:
        print(f"{files.checks}: {error}. Name a folder that can be written to; nothing is lost.", file=sys.stderr)
        return UNUSABLE
    _report(files, taken)
    return NOTED


def _read_known(files: DataFiles) -> Known | Problem:
    """Read what the files say, or the problem that keeps an answer from being placed."""
    table = read_table(files)
    if not table.cities:
        return table.problems[0]
    checks, _ = read_checks(files.checks)
    corrections, _ = read_corrections(files.corrections)
    listed, shown = read_cells(files)
    return Known(table.cities, shown, listed, corrections, checks)


def _write(files: DataFiles, taken: Taken) -> None:
    """Write the rows, the better value first: a confirmation of what is not shown yet would be told as a problem."""
    changed = [
        (path, append_rows(path.read_bytes() if path.exists() else b"", columns, rows, _MEANT), rows)
        for path, columns, rows in (
            (files.corrections, CORRECTION_COLUMNS, taken.corrections),
            (files.checks, CHECK_COLUMNS, taken.checks),
        )
        if rows
    ]
    for path, content, rows in changed:
        _prove(path, content, rows)
    for path, content, _ in changed:
        replace_bytes(path, content)


def _prove(path: Path, content: bytes, rows: Sequence[Row]) -> None:
    """Read back what is about to be written; raise UnwritableError where the rows would not be read as they are."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(content)
        if "better_value" in rows[0]:
            found = [(row.code, row.better_value) for row in read_corrections(copy)[0]]
            wanted = [(row["code"], row["better_value"]) for row in rows]
        else:
            found = [(row.code, row.value) for row in read_checks(copy)[0]]
            wanted = [(row["code"], row["value"]) for row in rows]
    if found[-len(wanted) :] != wanted:
        message = f"{path.name} would not be read as it is meant."
        raise UnwritableError(f"{message} Mend what `python -m data check` says of it, then note the answer again.")


def _tell(code: int, problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Nothing was written.", file=sys.stderr)
    return code


def _report(files: DataFiles, taken: Taken) -> None:
    for row in taken.corrections:
        print(f"{files.corrections.name}: {row['city']}, {row['field']}: {row['better_value']}")
    for row in taken.checks:
        print(f"{files.checks.name}: {row['city']}, {row['field']}: {row['answer']} on {row['date']}")
    for note in taken.notes:
        print(note)
