"""The glossary at the top of each catalogue: one thing, one word, and every text keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pages.languages.language import read_catalogue
from pages.languages.ruby import drop_readings, read_notation
from pages.languages.texts import PLACEHOLDER, list_strings

TERMS = (
    "counter",
    "city hall",
    "ward office",
    "department",
    "Japanese class",
    "pin",
    "prefecture",
    "postal code",
    "source",
    "machine translation",
)
ENTRY = re.compile(r"^# *([A-Za-z ]+?) = (.+?) *$", re.MULTILINE)


def read_glossary(comment: str) -> Mapping[str, tuple[str, ...]]:
    """Read the lines "term = word / another form of it" of a catalogue's first comment."""
    return {term: tuple(forms.split(" / ")) for term, forms in ENTRY.findall(comment)}


def check_terms(file: Path) -> list[str]:
    """Name every term that the glossary lacks and every text that says one otherwise, each with its remedy."""
    catalogue = read_catalogue(file)
    glossary = read_glossary(catalogue.header_comment)
    problems = [
        f"{file.name}: no word for {term!r}; add a comment line `# {term} = …` at its top"
        for term in TERMS
        if term not in glossary
    ]
    for message in catalogue:
        for words in list_strings(message) if message.id else ():
            english = message.id if isinstance(message.id, str) else message.id[-1]
            problems += [f"{file.name}: {problem}" for problem in _check_words(english, words, glossary)]
    return problems


def _check_words(english: str, words: str, glossary: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    said = PLACEHOLDER.sub("", english)
    written = drop_readings(read_notation(words)).casefold()
    for term, forms in glossary.items():
        named = re.search(rf"\b{re.escape(term)}(s|es)?\b", said, re.IGNORECASE)
        if named and not any(form.casefold() in written for form in forms):
            yield f"{words!r} does not call {term!r} {' or '.join(forms)!r}; keep to the glossary or give it this form"
