"""Sentences in polite Japanese with their meaning for the reader: chosen by what a visitor says, then filled in.

The Japanese stands in the code and nowhere else; what it means comes from the catalogues. A sentence is said if any
entry of its `when` holds, or always if there is none; an entry holds if all its words, joined by "+", are said.
pages/assets/dialog.js shows and hides the same sentences by the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pages.languages.language import Language
from pages.languages.ruby import show_brackets


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Japanese sentence, the English one that its translations go by (empty: no words), and when it is said.

    `spaced` sentences have an empty line above them.
    """

    ja: str
    meaning: str
    when: tuple[str, ...] = ()
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in Japanese and in the reader's language; both may hold {places} to fill."""

    ja: str
    own: str
    when: tuple[str, ...] = ()
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the places of the sentences, in Japanese and in the reader's language."""

    ja: dict[str, str]
    own: dict[str, str]


def mark(text: str) -> str:
    """Mark a text for the catalogues without translating it yet."""
    return text


def translate(sentences: Iterable[Sentence], language: Language) -> tuple[Pair, ...]:
    """Put the reader's language beside each sentence; the places are still open."""
    return tuple(
        Pair(
            sentence.ja,
            language.gettext(sentence.meaning) if sentence.meaning else sentence.ja,
            sentence.when,
            sentence.spaced,
        )
        for sentence in sentences
    )


def is_said(when: tuple[str, ...], words: frozenset[str]) -> bool:
    """Tell whether a sentence is said, given the words of what the visitor chose."""
    return not when or any(words.issuperset(entry.split("+")) for entry in when)


def write_text(
    sentences: Iterable[Sentence], words: frozenset[str], filling: Filling, language: Language
) -> tuple[Pair, ...]:
    """Write those sentences that are to be said, with their places filled."""
    said = [pair for pair in translate(sentences, language) if is_said(pair.when, words)]
    return tuple(
        replace(pair, ja=pair.ja.format(**filling.ja), own=pair.own.format(**filling.own), when=()) for pair in said
    )


def join_japanese(pairs: tuple[Pair, ...]) -> str:
    """Join the Japanese sentences, a line each, with an empty line above those that are spaced."""
    return "\n".join("\n" * (pair.spaced and number > 0) + show_brackets(pair.ja) for number, pair in enumerate(pairs))
