"""Japanese postal codes: what of a typed text is one, and which municipalities and wards it belongs to.

Source (SOURCES.md): postal_runs.csv, runs of `first postal code, municipality codes of five digits joined by +`. A code
belongs to the last run that starts at or before it, so that a new one leads to its neighbour. postal_blocks.csv says
which beginnings of five digits are in use, as `first, last`; a code with any other does not exist.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from data.pieces import note_piece, read_piece
from data.places.codes import compute_check_digit
from data.places.gazetteer import find_place
from data.records import Place

RUNS_FILE = Path(__file__).parent / "postal_runs.csv"
BLOCKS_FILE = Path(__file__).parent / "postal_blocks.csv"
_WRITTEN = re.compile(r"[〒〠]?\s*([0-9]{3})\s?[-‐‒–—―−ー]?\s?([0-9]{4})")
_WITHIN = re.compile(r"(?<![0-9-])[〒〠]?\s*([0-9]{3})[-‐‒–—―−ー]?([0-9]{4})(?![0-9-])")


def read_postal_code(text: str) -> str | None:
    """Return the seven digits of a text that is a postal code, with or without 〒, in any width and with any hyphen.

    None for any other text; a local-government code has five or six digits and is none.
    """
    written = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return written[1] + written[2] if written else None


def split_postal_code(text: str) -> tuple[str | None, str]:
    """Return the seven digits of the postal code that stands in a text, None where none does, and the rest of it.

    A telephone number, which has digits before or after, is none.
    """
    plain = unicodedata.normalize("NFKC", text)
    found = _WITHIN.search(plain)
    return (found[1] + found[2], _WITHIN.sub(" ", plain, count=1)) if found else (None, plain)


def format_postal_code(digits: str) -> str:
    """Write seven digits as a postal code: 332-0031."""
    return f"{digits[:3]}-{digits[3:]}"


def decode_postal_code(digits: str) -> tuple[str, ...]:
    """Return the five-digit codes of the municipalities or wards that share a postal code; none if it cannot exist.

    Whether a code is in use is not known: one that begins like others leads to where its neighbours are.
    """
    firsts, lasts = _read_blocks()
    block = bisect_right(firsts, digits[:5]) - 1
    if block < 0 or digits[:5] > lasts[block]:
        return ()
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
    return find_place(code + compute_check_digit(code)) if re.fullmatch(r"[0-9]{5}", code) else None


@cache
def _read_runs() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Read where each run starts, and whose it is."""
    rows = read_piece(RUNS_FILE, ("start", "codes"), lambda row: len(row["start"]) == 7, headed=False)
    _compare_ends(rows)
    return tuple(row["start"] for row in rows), tuple(tuple(row["codes"].split("+")) for row in rows)


def _compare_ends(runs: Sequence[Mapping[str, str]]) -> None:
    """Note which of the two files ends too early: the last run starts in the last row of beginnings."""
    firsts, lasts = _read_blocks()
    if not (runs and firsts):
        return
    last = runs[-1]["start"]
    if last[:5] < firsts[-1]:
        note_piece(RUNS_FILE, f"It ends at {last}, before {BLOCKS_FILE.name} does.")
    elif last[:5] > lasts[-1]:
        note_piece(BLOCKS_FILE, f"It ends at {lasts[-1]}, before {RUNS_FILE.name} does.")


@cache
def _read_blocks() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the first and the last beginning of each row that is in use."""
    rows = read_piece(BLOCKS_FILE, ("first", "last"), lambda row: len(row["last"]) == 5, headed=False)
    return tuple(row["first"] for row in rows), tuple(row["last"] for row in rows)
