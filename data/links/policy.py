"""What may be said of a link in public: never that it is dead before it has failed three times, days apart.

Source of the rule: InternetArchiveBot, which calls a link dead only after two more tests at least three days apart, and
alive again after one success. Whoever refuses a machine (403, 429, robots.txt) says nothing of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlsplit

from data.records import Look
from data.table.looks import FAILED

FAILURES = 3
APART = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class LinkWord:
    """What may be said of a link.

    `answered`: it answered on `answered`, and nothing is known to be wrong, or not for sure. `moved`: the same, and the
    site says for good that the page is at `moved_to` now. `dead`: it failed on each of `failed`. `unknown`: it was
    looked at and nothing is known, so readers are told nothing.
    """

    kind: Literal["answered", "moved", "dead", "unknown"]
    answered: date | None = None  # the last day on which it answered
    failed: tuple[date, ...] = ()  # three days at least three days apart, the last ones
    moved_to: str = ""


def tell_publicly(look: Look | None) -> LinkWord | None:
    """Return what may be said of a link; None where it was never looked at."""
    if look is None:
        return None
    failed = space_out(look.failed)
    if look.found in FAILED and len(failed) >= FAILURES:
        return LinkWord("dead", look.answered, failed[-FAILURES:])
    if look.found == "moved" and look.moved_to and not is_same_page(look.address, look.moved_to):
        return LinkWord("moved", look.answered, moved_to=look.moved_to)
    return LinkWord("answered", look.answered) if look.answered else LinkWord("unknown")


def space_out(days: Iterable[date]) -> tuple[date, ...]:
    """Return the days that count: the first, and each that is at least three days after the one before."""
    counted: list[date] = []
    for day in sorted(days):
        if not counted or day - counted[-1] >= APART:
            counted.append(day)
    return tuple(counted)


def is_same_page(address: str, other: str) -> bool:
    """Tell whether two addresses differ only in what no reader has to know: scheme, www., a slash at the end."""
    return _simplify(address) == _simplify(other)


def _simplify(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query
