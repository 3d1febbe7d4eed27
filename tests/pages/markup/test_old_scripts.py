"""The scripts that an old browser meets inline: all in the JavaScript of 2015."""

import re
from pathlib import Path

import pytest

from pages.delivery import shell
from pages.edition import shared
from pages.markup import bundles, plain_page, static_courses

FILES = [
    Path(shell.__file__).parent / "shell.js",
    Path(shell.__file__).parent / "crowded.js",
    Path(shell.__file__).parent / "start_app.js",
    Path(shell.__file__).parent / "ask_ahead.js",
    *plain_page.APP_SCRIPTS,
    *static_courses.SCRIPTS,
    *plain_page.FRAME_SCRIPTS,
    *(shared.HERE / name for name in (shared.CONTROLS, *shared.STATIC_SCRIPTS)),
    bundles.FOLD,
]
NEWER = {
    "?. or ??": r"\?\.(?!\d)|\?\?",
    "||= or &&=": r"(\|\||&&)=",
    "**": r"\*\*",
    "a number with _": r"\b\d+_\d",
    "a private name": r"(?<![\w'\"])#[a-zA-Z_]\w*\s*[=(;]",
    "a static block": r"\bstatic\s*\{",
    "async": r"\basync\b|\bawait\b",
    "catch without a name": r"\bcatch\s*\{",
    "spread in an object": r"[{,(]\s*\{\s*\.\.\.|=\s*\{\s*\.\.\.",
    "a comma behind the last argument": r",\s*\)",
    "a letter class in an expression": r"/[^/\n]*\\p\{",
    "a look behind": r"\(\?<[=!]",
    "a named group": r"\(\?<[a-zA-Z]",
    "the s flag": r"/[gimuy]*s[gimuy]*[.;,)]",
    "import()": r"\bimport\s*\(",
    "a newer method": r"\.(at|replaceAll|flatMap|toSorted|replaceChildren|hasOwn|fromEntries|matchAll|finally)\(",
}
COMMENT = re.compile(r"(?m)^\s*//.*$|\s//\s.*$")
TEXT = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
SAMPLES = (
    "a?.b()",
    "a ?? b",
    "a ||= b",
    "2 ** 3",
    "30_000",
    "class A { static { x(); } }",
    "async () => {}",
    "try { a() } catch { b() }",
    "f(a, b,\n)",
    "x = { ...a }",
    "/\\p{L}/u",
    "/(?<=a)b/",
    "list.at(-1)",
)


def find_newer(script: str) -> list[str]:
    """Name what a script holds of later years, outside of its comments and texts."""
    plain = TEXT.sub('""', COMMENT.sub("", script))
    return [name for name, pattern in NEWER.items() if re.search(pattern, plain)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_old_browser_can_read_the_script(file: Path) -> None:
    """One sign of a later year would cost the whole script."""
    assert find_newer(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("script", SAMPLES)
def test_what_is_newer_is_found(script: str) -> None:
    """The look at the scripts sees each of these."""
    assert find_newer(script) != []
