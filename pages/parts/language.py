"""The reader's language: every text a visitor reads passes through here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Language:
    """A language of the interface: its BCP 47 code and the functions that give its words."""

    code: str
    gettext: Translate
    ngettext: Callable[[str, str, int], str]


def load_language(code: str = "en") -> Language:
    """Give the language of that code; the words in the code are English, so English needs no catalogue."""
    words = NullTranslations()
    return Language(code, words.gettext, words.ngettext)
