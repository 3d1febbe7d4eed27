"""The colours: each known once, enough contrast between text and ground, in the light and in the dark."""

import re
import tomllib
from collections import Counter
from itertools import product

import pytest

from pages.markup.bundles import PAGE
from pages.markup.rendering import TEMPLATES
from tests.source import FILES, ROOT

VALUE = re.compile(r"#[0-9a-f]{3,8}\b(?![-\w])|\brgba?\(", re.IGNORECASE)
DATA_URL = re.compile(r'url\("data:[^"]*"\)')
LONG = 60  # signs of a line that is no mere closing, or a short rule that a wider screen takes back
TEXT, PART = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
PAIRS = [
    *product(("text", "quiet", "accent"), ("ground", "soft"), [TEXT]),
    *product(("edge", "warn"), ("ground",), [PART]),
]
THEME = {
    "primaryColor": "accent",
    "linkColor": "accent",
    "backgroundColor": "ground",
    "secondaryBackgroundColor": "soft",
    "textColor": "text",
}


def read_theme(dark: bool) -> dict[str, str]:
    """Read the colours of a theme by name."""
    style = (PAGE / "colours.css").read_text(encoding="utf-8")
    return dict(re.findall(rf"--{'dark' if dark else 'light'}-(\w+): (#\w{{6}});", style))


def test_a_rule_stands_once() -> None:
    """No style sheet holds a long line twice: the second would win over what stands between them."""
    files = [file for file in FILES if file.parts[0] == "pages" and file.suffix == ".css"]
    lines = [(file.name, line) for file in files for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    assert {where: count for where, count in Counter(lines).items() if count > 1 and len(where[1]) > LONG} == {}


def test_a_colour_is_known_once() -> None:
    """No style sheet but colours.css, and no script but the one that paints black on white, holds a colour's value."""
    files = [file for file in FILES if file.parts[0] == "pages" and file.suffix in {".css", ".js"}]
    texts = {file: DATA_URL.sub("", (ROOT / file).read_text(encoding="utf-8")) for file in files}
    plain = {file: re.sub(r"#first-view|#private\w*", "", text) for file, text in texts.items()}
    assert {file.name for file, text in plain.items() if VALUE.search(text)} == {"colours.css", "picture.js"}


def test_every_surface_has_every_colour() -> None:
    """Light, dark, and with or without light-dark(): no way to set the colours forgets one."""
    style = (PAGE / "colours.css").read_text(encoding="utf-8")
    names = set(read_theme(dark=False))
    assert set(read_theme(dark=True)) == names
    for way in (r"var\(--light-{0}\)", r"light-dark\(var\(--light-{0}\), var\(--dark-{0}\)\)", r"var\(--dark-{0}\)"):
        assert {name for name in names if re.search(rf"--mm-{name}: {way.format(name)};", style)} == names


@pytest.mark.parametrize("dark", [False, True])
def test_streamlits_widgets_have_the_pages_colours(dark: bool) -> None:
    """Its theme stands in a file of its own, which cannot name ours."""
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    colours = read_theme(dark)
    assert theme["dark" if dark else "light"] == {key: colours[name] for key, name in THEME.items()}


def test_pictures_have_the_pages_colours() -> None:
    """A picture knows no variables of the page: sea and land have the map's, light and dark, the icon's the accent."""
    land = re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", (TEMPLATES / "land.svg").read_text(encoding="utf-8"))
    assert land == [theme[name] for theme in map(read_theme, (False, True)) for name in ("sea", "land", "shore")]
    link = set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", (TEMPLATES / "preview.svg").read_text(encoding="utf-8")))
    theme = read_theme(dark=False)
    assert link == {theme[name] for name in ("sea", "land", "shore", "accent", "ground", "text", "quiet")}
    icon = (TEMPLATES.parent / "pictures" / "favicon.svg").read_text(encoding="utf-8")
    assert re.findall('fill="(#[0-9a-f]{6})"', icon) == [read_theme(dark=False)["accent"]]


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
