"""Command `links` of `python -m data`: looks at each link of the map and writes what it found."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no other name for it

_JAPAN = timezone(timedelta(hours=9))  # the days that readers are told are Japan's
_CONNECT = re.compile(r"(?P<host>[^=\s]+)=(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<four>[0-9.]+)):(?P<port>[0-9]{1,5})")
_HELP = (
    "Exit codes: 0 nothing to do (each link answered, or refuses machines, which says nothing of it); 1 a link has"
    " failed or moved, or nothing is known of one; 2 the tables or the file cannot be used; 130 interrupted."
)


class Connection(NamedTuple):
    """Where `--connect-to` sends requests for a host."""

    host: str
    address: str
    port: int


def add_command(commands: Commands) -> None:
    """Add the command that looks at the links."""
    links = commands.add_parser(
        "links", help="open each link politely and note what it did in links.csv", description=_HELP
    )
    links.add_argument(
        "--connect-to",
        action="append",
        default=[],
        type=read_connection,
        metavar="HOST=ADDRESS:PORT",
        help="send what is for HOST there instead, as to a test server; the only way to a private address",
    )
    links.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day that is noted; else today's")
    links.add_argument("--all", dest="everything", action="store_true", help="also what was looked at a few days ago")
    links.set_defaults(run=run_links)


def read_connection(text: str) -> Connection:
    """Read HOST=ADDRESS:PORT."""
    found = _CONNECT.fullmatch(text)
    if found is None or not 0 < int(found["port"]) < 65536:
        message = f"found {text!r}; HOST=ADDRESS:PORT is allowed, such as www.example.jp=127.0.0.1:8443"
        raise argparse.ArgumentTypeError(message)
    return Connection(found["host"].lower(), found["six"] or found["four"], int(found["port"]))


def run_links(
    connect_to: list[Connection] | tuple[Connection, ...] = (), today: date | None = None, *, everything: bool = False
) -> int:
    """Look at the links of the tables in use; return the exit code."""
    from data.links.links_run import run  # here, so that `check` need not load what opens connections

    return run(tuple(connect_to), today or datetime.now(_JAPAN).date(), everything=everything)
