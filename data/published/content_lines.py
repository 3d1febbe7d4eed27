"""Content lines, of which vCard (RFC 6350) and iCalendar (RFC 5545) are made: values escaped, long lines folded."""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_LINE_BYTES = 75  # bytes, as both ask
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # what no value may hold
ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def join_lines(lines: Iterable[str]) -> str:
    """Join lines to a file, each folded and ended."""
    return "".join(f"{fold_line(line)}\r\n" for line in lines)


def fold_line(line: str) -> str:
    """Break a line into pieces of at most 75 bytes, no character torn apart, each further one after a space."""
    pieces, size = [""], 0
    for sign in line:
        length = len(sign.encode())
        if size + length > MAX_LINE_BYTES:
            pieces.append("")
            size = 1  # the space
        pieces[-1] += sign
        size += length
    return "\r\n ".join(pieces)


def escape_text(text: str) -> str:
    """Write a text as a value; what no value can hold becomes U+FFFD."""
    plain = CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.translate(ESCAPES)
