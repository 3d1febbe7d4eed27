"""Japanese postal codes: what of a typed text is one, and which municipalities and wards it belongs to.

Source: postal_runs.csv (SOURCES.md), runs of `first postal code, municipality codes of five digits joined by +`. A code
belongs to the last run that starts at or before it, so that one which is not in use still leads to a neighbour.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

from data.codes import compute_check_digit
from data.gazetteer import find_place
from data.records import Place

RUNS_FILE = Path(__file__).parent / "postal_runs.csv"
_WRITTEN = re.compile(r"[〒〠]?\s*([0-9]{3})\s?[-‐‒–—―−ー]?\s?([0-9]{4})")
# The gazetteer is older than Hamamatsu's wards of 2024; their city stands for them.
_CITY_OF_NEW_WARDS = dict.fromkeys(("22138", "22139", "22140"), "22130")


def read_postal_code(text: str) -> str | None:
    """Return the seven digits of a text that is a postal code, with or without 〒, in any width and with any hyphen.

    None for any other text; a local-government code has five or six digits and is none.
    """
    written = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return written[1] + written[2] if written else None


def format_postal_code(digits: str) -> str:
    """Write seven digits as a postal code: 332-0031."""
    return f"{digits[:3]}-{digits[3:]}"


def decode_postal_code(digits: str) -> tuple[str, ...]:
    """Return the five-digit codes of the municipalities or wards that share a postal code; none before the first run.

    Whether a code is in use is not known: one that is not leads to where its neighbours are.
    """
    starts, codes = _read_runs()
    position = bisect_right(starts, digits) - 1
    return codes[position] if position >= 0 else ()


def search_postal_code(text: str) -> tuple[Place, ...]:
    """Return the places that share the postal code a text is; none if it is not a postal code."""
    digits = read_postal_code(text)
    found = map(find_owner, decode_postal_code(digits) if digits else ())
    return tuple(dict.fromkeys(place for place in found if place))


def find_owner(code: str) -> Place | None:
    """Return the municipality or ward of a code as the runs have it, without its check digit; None if there is none."""
    code = _CITY_OF_NEW_WARDS.get(code, code)
    return find_place(code + compute_check_digit(code)) if re.fullmatch(r"[0-9]{5}", code) else None


@cache
def _read_runs() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Read where each run starts, and whose it is."""
    with RUNS_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return tuple(start for start, _ in rows), tuple(tuple(codes.split("+")) for _, codes in rows)
