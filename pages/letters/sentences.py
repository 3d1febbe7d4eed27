"""Sentences in polite Japanese with their meaning for the reader: chosen by what a visitor says, then filled in.

The Japanese stands in the code and nowhere else; what it means comes from the catalogues. A sentence is said if any
entry of its `when` holds, or always if there is none; an entry holds if all its words, joined by "+", are said.
pages/assets/dialog.js shows and hides the same sentences by the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pages.languages.bilingual import Bilingual
from pages.languages.language import Language
from pages.languages.ruby import show_brackets


@dataclass(frozen=True, slots=True)
class Sentence(Bilingual):
    """A sentence in both languages, with {places} to fill, and when it is said.

    Until it is translated, `native` is the English one that translations go by; empty: it is no words but a place.
    `spaced` sentences have an empty line above them.
    """

    when: tuple[str, ...] = ()
    spaced: bool = False


def mark(text: str) -> str:
    """Mark a text for the catalogues without translating it yet."""
    return text


def translate(sentences: Iterable[Sentence], language: Language) -> tuple[Sentence, ...]:
    """Put the reader's language beside each Japanese sentence; the places are still open."""
    return tuple(
        replace(sentence, native=language.gettext(sentence.native) if sentence.native else sentence.ja)
        for sentence in sentences
    )


def is_said(when: tuple[str, ...], words: frozenset[str]) -> bool:
    """Tell whether a sentence is said, given the words of what the visitor chose."""
    return not when or any(words.issuperset(entry.split("+")) for entry in when)


def write_text(
    sentences: Iterable[Sentence], words: frozenset[str], filling: Mapping[str, Bilingual], language: Language
) -> tuple[Sentence, ...]:
    """Write those sentences that are to be said, with their places filled."""
    native = {place: text.native for place, text in filling.items()}
    ja = {place: text.ja for place, text in filling.items()}
    return tuple(
        replace(sentence, native=sentence.native.format(**native), ja=sentence.ja.format(**ja), when=())
        for sentence in translate(sentences, language)
        if is_said(sentence.when, words)
    )


def join_japanese(sentences: tuple[Sentence, ...]) -> str:
    """Join the Japanese sentences, a line each, with an empty line above those that are spaced."""
    lines = (sentence.spaced * "\n" + show_brackets(sentence.ja) for sentence in sentences)
    return "\n".join(lines).removeprefix("\n")
