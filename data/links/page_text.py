"""What stands on a page: its title, first heading and words, read off HTML that may be broken or hostile.

Plain searches, each once through the text: a parser or a greedy pattern could be kept busy for hours.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([a-z0-9_-]{3,20})", re.IGNORECASE)
_HEAD_BYTES = 2_048  # where a page may say its encoding
_TAG = re.compile(r"<[^<>]*>")
_ENCODINGS = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932"}
_ALIKE = 0.95
_MIN_WORDS = 20  # of a page with fewer, its scripts draw the rest


@dataclass(frozen=True, slots=True)
class PageText:
    """What a reader sees of a page first, and the words on it."""

    title: str
    heading: str
    words: frozenset[str]

    @property
    def is_drawn_by_scripts(self) -> bool:
        """Whether there is hardly a word on it before scripts run, so that nothing can be told from its text."""
        return len(self.words) < _MIN_WORDS


def read_page(body: bytes, content_type: str) -> PageText:
    """Read a page, in whatever encoding; never raises."""
    text = _decode(body, content_type)
    for tag in ("script", "style", "noscript"):
        text = _drop(text, tag)
    plain = html.unescape(_TAG.sub(" ", _drop(text, "title")))
    return PageText(_find(text, "title"), _find(text, "h1"), part_words(plain))


def looks_alike(page: PageText, other: PageText, addresses: str) -> bool:
    """Tell whether two pages are one text, apart from a few words (as a time) and what they repeat of addresses."""
    repeated = part_words(addresses)
    one, two = page.words - repeated, other.words - repeated
    titles = (part_words(title) - repeated for title in (page.title, other.title))
    return len(set(titles)) == 1 and len(one & two) >= _ALIKE * len(one | two)


def part_words(text: str) -> frozenset[str]:
    """Part a text into words without figures; of Japanese, which has no spaces, into runs between its marks."""
    return frozenset(re.findall(r"[^\W\d]+", text))


def _decode(body: bytes, content_type: str) -> str:
    named = _CHARSET.search(content_type.encode("utf-8", "replace")) or _CHARSET.search(body[:_HEAD_BYTES])
    name = named[1].decode("ascii").lower() if named else "utf-8"
    try:
        return body.decode(_ENCODINGS.get(name, name), "replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", "replace")


def _find(text: str, tag: str) -> str:
    """Return what stands in the first element of a name; empty if there is none."""
    opening = re.search(rf"<{tag}\b[^<>]*>", text, re.IGNORECASE)
    if opening is None:
        return ""
    closing = re.compile(rf"</{tag}", re.IGNORECASE).search(text, opening.end())
    inner = text[opening.end() : closing.start() if closing else opening.end()]
    return " ".join(html.unescape(_TAG.sub(" ", inner)).split())


def _drop(text: str, tag: str) -> str:
    """Return a text without the elements of a name; without its rest where one is not closed."""
    opening, closing = (re.compile(rf"<{slash}{tag}\b", re.IGNORECASE) for slash in ("", "/"))
    kept, place = [], 0
    while begin := opening.search(text, place):
        kept.append(text[place : begin.start()])
        end = closing.search(text, begin.end())
        if end is None:
            return "".join(kept)
        place = end.end()
    return "".join([*kept, text[place:]])
