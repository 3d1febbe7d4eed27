"""Words that are nearly a known one: a letter dropped, doubled, swapped or mistyped, a space lost, an end cut off.

Known are the words of words.txt, which somebody has read through, and the names of prefectures and cities. A word that
is far from all of them is none of our business: it is new, not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from data.inspection.cells import Oddity
from data.places.gazetteer import list_places, list_prefectures

WORDS_FILE = Path(__file__).parent / "words.txt"
_WORD = re.compile(r"[A-Za-z]+")
_SHORT_WORDS = frozenset(
    ("of", "in", "to", "by", "at", "on", "or", "is", "it", "an", "as", "be", "no", "we", "if", "so")
)
_SHORTEST = 4  # letters; shorter words all resemble each other
_SHORTEST_START = 3  # letters of a word whose end is cut off
_JAPANESE = re.compile("[\u3005\u3040-\u30fa\u30fc-\u30ff\u4e00-\u9fff]+")


def find_odd_words(text: str, *, is_prose: bool) -> Iterator[Oddity]:
    """Yield the Latin words of a text that are nearly known; in prose also spaces lost or put in."""
    words = [word.lower() for word in _WORD.findall(text)]
    for word in words:
        if near := find_near_word(word):
            yield _tell(word, f"{near}")
    last = _WORD.search(text[::-1])
    if words and last and last.start() == 0 and (whole := _find_whole(words[-1])):
        yield Oddity(f"{words[-1]!r} looks cut off, perhaps from {whole!r}.", _remedy(words[-1]))
    if is_prose:
        yield from _find_lost_spaces(text)
        for word in re.findall(r"(?<![A-Za-z0-9.@/-])[a-z]{2}(?![A-Za-z.@/-])", text):
            if word not in _SHORT_WORDS:
                yield Oddity(f"{word!r} is no word.", "Correct it, or write it in capitals if it is an abbreviation.")
        for word in re.findall(r"\b[a-z]{3}\b", text):  # capitals may be initials
            shorter = (one for one in _drop_each(word) if one in _SHORT_WORDS)
            near = next(iter((*_index_words().get(word, ()), *shorter)), None)
            short = (known for known in read_words() if len(known) == 3 and is_slip(known, word))
            if word not in read_words() and not near and (like := min(short, default=None)):
                yield replace(_tell(word, like), notice=True)
            if near and word not in read_words():
                yield _tell(word, near)


def find_near_word(word: str) -> str | None:
    """Return a known word that an unknown one is a slip away from."""
    return None if len(word) < _SHORTEST else _find_near(word.lower())


def find_odd_japanese(text: str, prefecture: str) -> Iterator[Oddity]:
    """Yield the Japanese runs that known words, and names of a prefecture (two digits), make up but for one slip."""
    vocabulary = _read_japanese() | list_names(prefecture)
    for run in _JAPANESE.findall(text):
        if near := _find_near_run(run, vocabulary):
            yield _tell(run, near)


def _tell(word: str, near: str) -> Oddity:
    return Oddity(f"{word!r} is nearly {near!r}.", _remedy(word))


def _remedy(word: str) -> str:
    return f"Correct it; if {word!r} is right, add it to data/inspection/words.txt."


@cache
def read_words() -> frozenset[str]:
    """Read the known words, Latin ones in lower case."""
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    listed = {line.strip().lower() for line in lines if line.strip() and not line.startswith("#")}
    places = (*(prefecture.en for prefecture in list_prefectures()), *(place.en for place in list_places()))
    return frozenset(listed | {word.lower() for name in places for word in _WORD.findall(name)})


@cache
def _read_japanese() -> frozenset[str]:
    return frozenset(word for word in read_words() if _JAPANESE.fullmatch(word))


@cache
def _index_words() -> dict[str, tuple[str, ...]]:
    """Map each known word, and what is left of it without one letter, to the words it comes from."""
    index: dict[str, tuple[str, ...]] = {}
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    prefectures = {prefecture.en.lower() for prefecture in list_prefectures()}
    for word in sorted({line.strip().lower() for line in lines if _WORD.fullmatch(line.strip())} | prefectures):
        if len(word) >= _SHORTEST:
            for key in {word, *_drop_each(word)}:
                index[key] = (*index.get(key, ()), word)
    return index


def _drop_each(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


@cache
def _find_near(word: str) -> str | None:
    if word in read_words():
        return None
    index = _index_words()
    near = {known for key in (word, *_drop_each(word)) for known in index.get(key, ())}
    return next((known for known in sorted(near) if is_slip(known, word)), None)


def is_slip(right: str, written: str) -> bool:
    """Tell whether one sign was dropped, added, replaced, or swapped with its neighbour."""
    start = next((place for place, (a, b) in enumerate(zip(right, written, strict=False)) if a != b), None)
    if start is None:
        return abs(len(right) - len(written)) == 1
    a, b = right[start:], written[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


@cache
def _find_whole(word: str) -> str | None:
    """Return a known word that begins with an unknown one."""
    if len(word) < _SHORTEST_START or word in read_words():
        return None
    return min((known for keys in _index_words().values() for known in keys if known.startswith(word)), default=None)


def _find_lost_spaces(text: str) -> Iterator[Oddity]:
    """Yield unknown words that are two known ones, and neighbours that are one known word."""
    known = read_words()
    for word in {word.lower() for word in _WORD.findall(text)} - known:
        for place in range(_SHORTEST_START, len(word) - _SHORTEST_START + 1):
            if word[:place] in known and word[place:] in known:
                yield Oddity(f"{word!r} is {word[:place]!r} and {word[place:]!r} in one.", _remedy(word))
    for first, second in re.findall(r"(?=\b([A-Za-z]+) ([A-Za-z]+)\b)", text):
        parts = {part.lower() for part in (first, second) if len(part) >= _SHORTEST_START}
        if (first + second).lower() in known and not parts <= known:
            yield Oddity(f"{first} {second} is one word, {first}{second}.", "Delete the space.")


@cache
def _find_near_run(run: str, vocabulary: frozenset[str]) -> str | None:
    """Return what a Japanese text is nearly: known words all through but for one that has a slip or is cut off."""
    starts = _list_ends(run, vocabulary)
    if len(run) in starts:
        return None
    for place in range(len(run) - 1):
        swapped = run[:place] + run[place + 1] + run[place] + run[place + 2 :]
        single = run[:place] + run[place + 1 :] if run[place] == run[place + 1] else swapped
        for right in (single, swapped):
            if len(right) in _list_ends(right, vocabulary):
                return right
    words = sorted(word for word in vocabulary if len(word) > 1)
    mirrored = _list_ends(run[::-1], frozenset(word[::-1] for word in vocabulary))
    for start in sorted(starts):
        for end in sorted(len(run) - place for place in mirrored):
            part = run[start:end]
            if part and (near := _find_near_part(part, words, is_last=end == len(run))):
                return run[:start] + near + run[end:]
    return None


def _find_near_part(part: str, words: Sequence[str], *, is_last: bool) -> str | None:
    """Return the word that a part is a slip away from, or the start of; a further sign is another word, no slip."""
    for word in words:
        is_near = 0 <= len(word) - len(part) <= 1 and is_slip(word, part)
        if is_near or (is_last and word.startswith(part)):
            return word
    return None


def _list_ends(run: str, vocabulary: frozenset[str]) -> frozenset[int]:
    """Return up to where known words, one after another, reach from the beginning."""
    ends = {0}
    for place in range(len(run)):
        if place in ends:
            ends |= {place + len(word) for word in vocabulary if run.startswith(word, place)}
    return frozenset(ends)


@cache
def list_names(prefecture: str) -> frozenset[str]:
    """Return the Japanese names of all prefectures and of what lies in one, with and without their unit."""
    full = {name for one in list_prefectures() for name in (one.ja, one.kana)}
    full |= {name for place in list_places() if place.prefecture.code == prefecture for name in (place.ja, place.kana)}
    return frozenset(full | {re.sub("[都府県市区町村]$|けん$|[とふし]$", "", name) for name in full})
