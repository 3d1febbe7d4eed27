"""What a person asks for who brings a list in: which list, where it is from, and of when."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

from data.bringing.cells import read_date
from data.table.links import is_safe_url

UNUSABLE = 2


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list was read, and of when it is, as exact as it is known; "" where the list itself says it.

    `today` is the day in Japan.
    """

    source: str
    date: str
    today: datetime.date


@dataclass(frozen=True, slots=True)
class ImportWish:
    """The list, where it is from, pieces of events' names that are decided of, and whether to write."""

    path: Path
    origin: Origin
    take: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    write: bool = False


def make_wish(path: Path, source: str, as_of: str, today: datetime.date) -> ImportWish:
    """Return what is asked for; end the program, with what is wrong, where source or date are none."""
    read = read_date(as_of)
    wrong = []
    if source and not is_safe_url(source):
        wrong.append(f"--source: found {source!r}. This is no safe web address. Write https://…")
    if as_of and not read:
        wrong.append(f"--date: found {as_of!r}. It is no date. Write 2024, 2024-07 or 2024-07-01.")
    if read > today.isoformat():
        wrong.append(f"--date: found {as_of!r}. It has yet to come: today is {today}.")
    if wrong:
        print(*wrong, "Nothing was written.", sep="\n", file=sys.stderr)
        raise SystemExit(UNUSABLE)
    return ImportWish(path, Origin(source, read, today))
