"""Command `confirm` of `python -m data`: takes a city's answer into checks.csv."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from data.records import CheckedField
from data.standing import FIELDS

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no other name for it

_HELP = (
    "Takes a city's answer into checks.csv, field by field. Exit codes: 0 noted; 1 refused, with everything that is"
    " wrong; 2 the tables or the file cannot be used. Role and evidence are shown to everybody: no person's name, no"
    " telephone number, no e-mail address."
)


def add_command(commands: Commands) -> None:
    """Add the command that takes an answer."""
    confirm = commands.add_parser("confirm", help="take a city's answer into checks.csv", description=_HELP)
    confirm.add_argument("city", metavar="CITY", help="as in the map's address (sakai), by code, or by name (堺市)")
    confirm.add_argument(
        "fields", metavar="FIELD", nargs="+", choices=(*FIELDS, "all"), help=f"{', '.join(FIELDS)}; all"
    )
    confirm.add_argument("--day", required=True, help="of the answer: 2026-04-01")
    confirm.add_argument("--role", required=True, help="who answered, by office or post: 国際課 担当者")
    confirm.add_argument("--evidence", required=True, help="how that is known: a mail from the listed address")
    confirm.add_argument("--withdraw", action="store_true", help="the city says that this is not to be shown any more")
    confirm.add_argument(
        "--corrected", metavar="VALUE", help="the city's better value of one field; to corrections.csv"
    )
    confirm.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="for tests; else today in Japan")
    confirm.set_defaults(run=run_confirm)


def run_confirm(
    city: str,
    fields: list[CheckedField],
    day: str,
    role: str,
    evidence: str,
    *,
    withdraw: bool = False,
    corrected: str | None = None,
    today: date | None = None,
) -> int:
    """Take an answer into the files of the tables in use; return the exit code."""
    from data.answering.taking import take_answer  # here, so that `check` need not load lists of names
    from data.answering.typed import Typed
    from data.folder import locate_files
    from data.japan_time import get_today

    typed = Typed(city, tuple(fields), day, role, evidence, withdraw, corrected)
    return take_answer(typed, locate_files(), today or get_today())
