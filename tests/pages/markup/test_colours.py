"""The colours: enough contrast between text and ground, in the light and in the dark."""

import re
from itertools import product

import pytest

from pages.languages.language import CATALOGUES

STYLE = (CATALOGUES.parent / "assets" / "page.css").read_text(encoding="utf-8")
TEXT, PART = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
PAIRS = [
    *product(("text", "quiet", "accent"), ("ground", "soft"), [TEXT]),
    *product(("edge", "warn"), ("ground",), [PART]),
]


def read_theme(dark: bool) -> dict[str, str]:
    """Read the colours of a theme by name."""
    return {name: pair[dark] for name, *pair in re.findall(r"--mm-(\w+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)}


def measure_contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours as WCAG defines it."""
    brighter, darker = sorted((measure_luminance(one), measure_luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def measure_luminance(colour: str) -> float:
    """Compute a colour's relative luminance."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast_is_enough(dark: bool, front: str, ground: str, least: float) -> None:
    """Text reaches 4.5 to 1 on both grounds, edges 3 to 1."""
    theme = read_theme(dark)
    assert measure_contrast(theme[front], theme[ground]) >= least


def test_contrast_is_measured_as_wcag_says() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1."""
    assert round(measure_contrast("#000000", "#ffffff"), 2) == 21
    assert measure_contrast("#0a5a8a", "#0a5a8a") == 1
