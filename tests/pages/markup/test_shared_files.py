"""What the pages of a static edition link: one file for equal contents, named by them."""

import re

from pages.markup.shared_files import SharedFiles


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
