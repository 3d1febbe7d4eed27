"""Text on a drawn map: how wide it is, and the name below the dot of a place that was asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from pages.maps.label_places import Area

VISIBLE_HEIGHT_PX = 22.0  # the height of what is seen of it
LETTER_PX = 6.8  # the width of a Latin letter, at the size the style sheet sets
NARROW, WIDE = frozenset("Iijltfr'-. "), frozenset("MWmw")
HANGUL, HANGUL_SHARE = ("가", "힣"), 1.66  # which is less wide than Japanese
NARROW_SHARE, WIDE_SHARE, FULL_WIDTH_SHARE = 0.6, 1.5, 1.8  # of that width: such letters, and a Japanese sign
PADDING_PX = 11.0  # left and right of the text together
ASKED_PX = 6.0  # the radius of the dot of a place that was asked for


@dataclass(frozen=True, slots=True)
class AskedMark:
    """A place that was asked for: its dot in px, and its name, which stands below."""

    x: float
    y: float
    name: str
    lang: str | None = None

    @property
    def area(self) -> Area:
        """Return what no label may cover."""
        half = measure_text(self.name) / 2
        return Area(self.x - half, self.y - ASKED_PX, self.x + half, self.y + ASKED_PX + VISIBLE_HEIGHT_PX)


def measure_text(text: str) -> float:
    """Estimate the width of a label with this text in px, rather too wide than too narrow."""
    letters = sum(
        NARROW_SHARE
        if sign in NARROW
        else WIDE_SHARE
        if sign in WIDE
        else HANGUL_SHARE
        if HANGUL[0] <= sign <= HANGUL[1]
        else FULL_WIDTH_SHARE
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )
    return round(letters * LETTER_PX + PADDING_PX, 1)
