"""What the screen for the counter has besides its sentences: tools, and a page where somebody can answer in writing.

In the app and in the edition it stands in the screen. The first view's screen, which comes with the very first answer,
asks for it as a file when it opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from pages.languages.language import Language, list_languages
from pages.languages.trusted import read_plainly
from pages.letters.answering import ANSWERS, CLEAR
from pages.letters.sentences import translate
from pages.markup.bundles import PAGE, name_file
from pages.markup.rendering import render_template, share_words

JAPANESE = "日本語"
MAX_LANGUAGES = 64  # kept; a catalogue that is edited is another one


def describe_desk(language: Language) -> dict[str, object]:
    """Describe what its template shows."""
    *questions, clear = translate((*ANSWERS.values(), CLEAR), language)
    return {
        "paired": language.tag != "ja" or language.readings,
        "answers": tuple(zip(ANSWERS, questions, strict=True)),
        "clear": clear,
        "japanese": JAPANESE,
    }


def name_desk(language: Language) -> str:
    """Return the name of the file of a language; it holds a hash of the content."""
    return name_file(f"desk-{language.code}", ".html", render_desk(language).encode())


@lru_cache(maxsize=MAX_LANGUAGES)
def render_desk(language: Language) -> Markup:
    """Draw it with its own style, for a page whose style sheet is without."""
    values = {**share_words(language), **describe_desk(language), "style": read_plainly(PAGE / "desk.css")}
    return render_template("desk_file.html", alone=True, **values)


def list_desks() -> Mapping[str, bytes]:
    """List the files of all languages by name."""
    return {name_desk(language): render_desk(language).encode() for language in list_languages()}
