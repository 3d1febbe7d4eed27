"""Which of the languages a reader gets: by address, by last choice, by what the browser asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pages.languages.language import FALLBACK, Language, list_languages, load_language
from pages.languages.tags import find_script, list_wanted, parse_tag

COOKIE = "madoguchi-lang"  # the reader's last choice


def find_code(text: str) -> str | None:
    """Return the code of the language that an address or a cookie names, or is nearest to its tag; else None."""
    tag = text.strip().lower().replace("_", "-")
    exact = (language.code for language in list_languages() if language.code.lower() == tag)
    return next(chain(exact, _match_tag(tag)), None)


def choose_language(asked: str | None, cookie: str | None, accepted: str | None) -> Language:
    """Choose by the address, else by the reader's last choice, else by Accept-Language, else English."""
    named = (find_code(text) for text in (asked, cookie) if text)
    wanted = (code for tag in list_wanted(accepted or "") for code in _match_tag(tag))
    return load_language(next(filter(None, chain(named, wanted)), FALLBACK))


def _match_tag(tag: str) -> Iterator[str]:
    wanted = parse_tag(tag)
    for language in list_languages():
        offered = parse_tag(language.tag)
        if wanted and offered and wanted.language == offered.language:
            scripts = {find_script(wanted), find_script(offered)}
            if len(scripts) == 1:
                yield language.code
