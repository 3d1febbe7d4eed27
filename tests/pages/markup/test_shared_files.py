"""What the pages of a static edition link: one file for equal contents, named by them."""

import re
from pathlib import Path

from pages.markup.bundles import PLAIN
from pages.markup.rendering import TEMPLATES
from pages.markup.shared_files import SharedFiles

LAND = TEMPLATES / "land.svg"


def test_a_name_tells_the_content() -> None:
    """Another content has another name, so that a browser may keep each for ever; the same is drawn once."""
    shared, drawn = SharedFiles(), []

    def draw(text: str) -> str:
        drawn.append(text)
        return text

    first = shared.add("land.svg", lambda: draw("a"), "a")
    assert re.fullmatch(r"land\.[0-9a-f]{8}\.svg", first)
    assert shared.add("land.svg", lambda: draw("a"), "a") == first
    assert shared.add("land.svg", lambda: draw("b"), "b") != first
    assert drawn == ["a", "b"]
    assert sorted(shared.files.values()) == [b"a", b"b"]
    assert SharedFiles().add("land.svg", lambda: "a") == first


def read_colours(path: Path, names: str) -> list[str]:
    """Read the colours that a file gives these, light and dark."""
    return re.findall(rf"(?:{names}): (#[0-9a-f]{{6}})", path.read_text(encoding="utf-8"))


def test_the_lands_picture_has_the_pages_colours() -> None:
    """A picture does not know the page's variables; its colours are those of the style sheets, light and dark."""
    [*land] = read_colours(LAND, "fill|stroke")
    assert land == read_colours(PLAIN / "first_view.css", "--fv-land|--fv-shore")
    paper = re.search(r"\.sm-land \{ fill: (\S+); stroke: (\S+);", (PLAIN / "sheet.css").read_text())
    assert paper
    assert list(paper.groups()) == land[:2]


def test_the_dots_picture_has_the_pages_colours() -> None:
    """Of a map with more cities than names, light and dark."""
    assert read_colours(TEMPLATES / "dots.svg", "stroke") == read_colours(PLAIN / "first_view.css", "--mm-accent")
