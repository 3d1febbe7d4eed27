"""Numbers of things in the words of a command's output."""

from __future__ import annotations


def count(number: int, noun: str, ending: str = "s") -> str:
    """Write how many there are of something: "1 row", "20 rows"."""
    return f"{number} {noun}{'' if number == 1 else ending}"
