"""Words on paper: in the reader's language, with Japanese beside it for whoever reads it at an office."""

from __future__ import annotations

from collections.abc import Callable

from pages.languages.bilingual import Bilingual
from pages.languages.language import Language, load_language
from pages.languages.ruby import drop_readings

JAPANESE = "ja"


def pair_words(language: Language) -> Callable[[str], Bilingual]:
    """Return what says a message in the reader's language and in Japanese."""
    japanese = load_language(JAPANESE)
    return lambda message: pair(language.gettext(message), japanese.gettext(message))


def pair(text: str, ja: str) -> Bilingual:
    """Put Japanese beside a text, unless it differs only by readings and by the spaces of easy Japanese."""
    return Bilingual(text, "" if _drop_spaces(drop_readings(text)) == _drop_spaces(ja) else ja)


def _drop_spaces(text: str) -> str:
    return "".join(text.split())
