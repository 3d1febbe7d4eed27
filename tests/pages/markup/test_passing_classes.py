"""Classes that scripts give to what is there, for as long as something lasts."""

import re

from pages.markup.rendering import TEMPLATES
from tests.source import FILES, ROOT

PASSING = re.compile(r'classList\.(?:toggle|remove)\("([\w-]+)"')
GIVEN = re.compile(r'class="([^"]*)"')
TAGS = re.compile(r"\{[{%].*?[%}]\}")


def test_what_passes_looks_like_nothing_that_stays() -> None:
    """No template has a class that a script takes away again: what marks a moment would be there for ever."""
    scripts = [ROOT / file for file in FILES if file.parts[0] == "pages" and file.suffix == ".js"]
    passing = {name for script in scripts for name in PASSING.findall(script.read_text(encoding="utf-8"))}
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html")]
    given = {name for text in texts for names in GIVEN.findall(text) for name in TAGS.sub(" ", names).split()}
    assert "mm-covered" in passing
    assert "mm-card" in given
    assert passing & given == set()
