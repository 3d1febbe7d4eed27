"""Fitting words into a width: no font is asked, the width is estimated, rather too wide than too narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pages.maps.label_text import PADDING_PX, measure_text
from pages.previews.fonts import choose_family

LETTER_HEIGHT_PX = 12.0  # of the letters that measure_text measures
BOLD_SHARE = 1.15  # of that width: bold letters


@dataclass(frozen=True, slots=True)
class FittedLine:
    """A line of words, the height of its letters in px, and the family of fonts that draws it."""

    text: str
    size: float
    family: str


def fit_line(text: str, tag: str, width: float, *, most: float, least: float, bold: bool = False) -> FittedLine:
    """Fit a text in a language into a width in px, its letters as high as may be, and no lower than the least."""
    measured = _measure(text) * (BOLD_SHARE if bold else 1)
    size = max(least, min(most, width / max(measured, 1.0)))
    return FittedLine(text, round(size), choose_family(text, tag))


def fit_lines(text: str, tag: str, width: float, *, most: float, least: float) -> tuple[FittedLine, ...]:
    """Fit a text into one line, or where its letters would be lower than the most into two, parted in the middle."""
    one = fit_line(text, tag, width, most=most, least=least)
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if one.size >= most or not spaces:
        return (one,)
    at = min(spaces, key=lambda place: max(_measure(text[:place]), _measure(text[place:])))
    lines = [fit_line(part, tag, width, most=most, least=least) for part in (text[:at], text[at + 1 :])]
    return tuple(replace(line, size=min(line.size for line in lines)) for line in lines)


def _measure(text: str) -> float:
    """Estimate a text's width, in heights of its letters."""
    return (measure_text(text) - PADDING_PX) / LETTER_HEIGHT_PX
