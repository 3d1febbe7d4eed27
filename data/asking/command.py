"""Command `ask` of `python -m data`: writes a letter to each office, to have its line confirmed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no other name for it

_HELP = (
    "Writes one mail (.eml) for each office, which mail programs open as a draft, and a letter (.txt) for each that has"
    " no address; nothing is sent. A yearly round is `ask DIR --due`. Exit codes: 0 all written; 1 a file that was"
    " changed since was kept; 2 the tables or the folder cannot be used, or a city is not in the table."
)


def add_command(commands: Commands) -> None:
    """Add the command that writes the letters."""
    ask = commands.add_parser("ask", help="write one mail per office, to have its line confirmed", description=_HELP)
    ask.add_argument("folder", type=Path, metavar="DIR", help="where to; files of other names there stay")
    ask.add_argument("cities", metavar="CITY", nargs="*", help="only these, by slug, code or name; else all")
    ask.add_argument("--due", action="store_true", help="only lines that are not confirmed, or over a year ago")
    ask.add_argument("--by", type=date.fromisoformat, metavar="DATE", help="ask for an answer by that day")
    ask.add_argument("--overwrite", action="store_true", help="also letters that were changed since they were written")
    ask.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="for tests; else today in Japan")
    ask.set_defaults(run=run_ask)


def run_ask(
    folder: Path,
    cities: list[str] | tuple[str, ...] = (),
    by: date | None = None,
    today: date | None = None,
    *,
    due: bool = False,
    overwrite: bool = False,
) -> int:
    """Write the letters of the tables in use into a folder; return the exit code."""
    from data.asking.posting import Wish, post_letters  # here, so that `check` need not load what writes letters
    from data.folder import locate_files
    from data.japan_time import get_today

    wish = Wish(folder, tuple(cities), due, overwrite, by, today or get_today())
    return post_letters(wish, locate_files())
