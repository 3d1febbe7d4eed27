"""Odd signs of a cell's text: what cannot be seen, what looks like another sign, what a slip leaves behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from data.inspection.cells import Kind, Oddity

_SCRIPTS = {"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}  # of the tables
_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u4e00-\u9fff"
_WIDE = re.compile("[\uff01-\uff5e]")
_WIDE_WORD = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d\uff0f\uff0e\uff20\uff3f]")
_DISGUISED = dict.fromkeys("‐‑‒–—―−﹣", "-") | dict.fromkeys("‘’ʼ′", "'") | dict.fromkeys("“”″", '"')
_DISGUISED |= {"․": ".", "∕": "/", "⁄": "/", "‚": ",", "∶": ":"}
_GARBLED = re.compile(
    "[\u0080-\u00d6\u00d8-\u00ff\u0152-\u0178\u2018-\u2022\u20ac\u2122]{2,}"
)  # without ×, which stands for what is not shown
_BRACKETS = {"(": ")", "（": "）", "《": "》", "「": "」", "[": "]"}
_SPACING = re.compile(r"^\s|\s$|\s{2}|\s[,;:)）》、。]|[(（《]\s|\s\.(?!\w)")
_MARKS = re.compile(r"([,;:、。・_'\"&])\1|(?<!\.)\.\.(?!\.)|--|[,;][.;,]|^[,.;:)\]/&・、。》-]|[,;:(\[/&・、《-]$")
_THRICE = re.compile(r"([^\W\d_w])\1\1", re.IGNORECASE)
_KANJI_TWICE = re.compile("([\u4e00-\u9fff])\\1")
_KANA = re.compile(
    "(?<![\u3040-\u30ff])ー|ーー|ンン|んん|ッッ|っっ|(?<![\u3040-\u30ff])[ぁぃぅぇぉゃゅょっァィゥェォャュョッ]"
    "|をを|でで|にに|(?<!も)のの"
)
_LATIN_WITHIN = re.compile(f"(?<![A-Za-z])[A-Za-z](?=[{_JAPANESE}])|(?<=[{_JAPANESE}])[a-z]{{1,2}}(?![A-Za-z])")
_DIGIT_WITHIN = re.compile(r"(?<![\w.@-])(?!\d+(?:st|nd|rd|th)\b)(?:[A-Za-z]+\d+[A-Za-z]+|\d+[A-Za-z]{2,})(?![\w@-])")
_FAR_YEAR = re.compile(r"\b(?:20[4-9]\d|2[1-9]\d\d)\b(?!-)")
_NO_TIME = re.compile(r"(?<![0-9:])(?:2[5-9]|[3-9][0-9]):[0-9]{2}|(?<![0-9])[0-9]{1,2}:[6-9][0-9](?![0-9])")
_CUT_WORD = re.compile(r"(?:^|(?<=[a-z] ))[A-Z][a-z]?$")
_LETTER_WITHIN = re.compile(r"\d[A-Za-z]\d|\d-?[lIO]-?\d")
_UNFINISHED = re.compile(r"\b(and|of|the|for|in|by|with|to|a|an|at|on|or|from)$")
_NO_COMMA_SPACE = re.compile(r"[A-Za-z][,;)][A-Za-z]|[A-Za-z]\(")
_GLUED = re.compile(r"\b(?:[A-Z]?[a-z]{3,}[A-Z][a-z]{3,}|[a-z]{2,}[A-Z][a-z]*)\b")  # no iPhone, no SenTIA

_RETYPE = "Type it anew."
_LOOK = "Correct the cell."


def find_odd_signs(text: str, kind: Kind) -> Iterator[Oddity]:
    """Yield what is odd about the signs of a text of its kind."""
    yield from _find_unseen(text)
    if kind != "free":
        yield from (*_find_disguises(text), *_find_slips(text, kind))


def _find_unseen(text: str) -> Iterator[Oddity]:
    """Yield signs that nobody sees, and what an encoding has made of a text."""
    for sign in sorted({sign for sign in text if not sign.isprintable() and sign != "\n"}):
        name = unicodedata.name(sign, "a control character").lower()
        yield Oddity(f"It holds a sign that cannot be seen, U+{ord(sign):04X} ({name}).", _RETYPE)
    if "\ufffd" in text or _GARBLED.search(text):
        message = "Letters were lost or turned into others when the file was read in another encoding than its own."
        yield Oddity(message, "Copy the cell anew from its source.")


def _find_disguises(text: str) -> Iterator[Oddity]:
    """Yield signs that look like plain ones: of other scripts, full-width, or what a word processor writes."""
    foreign = sorted({sign for sign in text if sign.isalpha() and not _is_of_the_tables(sign)})
    for sign in foreign:
        name = unicodedata.name(sign, "unknown").lower()
        yield Oddity(f"The letter {sign} is no Latin and no Japanese one ({name}); some look just like them.", _RETYPE)
    has_japanese = re.search(f"[{_JAPANESE}]", text) is not None
    wide = _WIDE_WORD.search(text) or (None if has_japanese else _WIDE.search(text))
    if wide:
        plain = unicodedata.normalize("NFKC", wide[0])
        yield Oddity(f"{wide[0]} is full-width; the tables have plain letters, digits and marks.", f"Write {plain}.")
    for sign in sorted(set(text) & set(_DISGUISED)):
        yield Oddity(f"{sign} is a typographer's sign (U+{ord(sign):04X}).", f"Write {_DISGUISED[sign]}.")


def _is_of_the_tables(sign: str) -> bool:
    return sign.isascii() or unicodedata.name(sign, "").split(" ")[0] in {*_SCRIPTS, "FULLWIDTH"}


def _find_slips(text: str, kind: Kind) -> Iterator[Oddity]:
    """Yield what a slip of a hand leaves: spaces, marks, brackets, letters that cannot stand so."""
    plain = re.sub(r"\S*://\S*", "x", text) if kind == "addresses" else text
    if kind == "sign":
        if "  " in text or text != text.strip():
            yield Oddity("There is a space too many: two together, or one at the end.", "Delete it.")
        return
    if found := _SPACING.search(plain):
        yield Oddity(f"There is a space too many: {_show_around(plain, found)}.", "Delete it.")
    if kind != "e-mail" and (found := _MARKS.search(plain) or _THRICE.search(plain)):
        yield Oddity(f"{found[0]!r} cannot stand so: doubled, or cut off.", _LOOK)
    if odd := _find_bracket(plain):
        yield Oddity(f"A bracket or quotation mark has no second one: {odd}", "Close it, or delete it.")
    if kind == "English" and (found := _DIGIT_WITHIN.search(plain) or _NO_COMMA_SPACE.search(plain)):
        yield Oddity(f"{_show_around(plain, found)}: letters, digits and marks stand together.", _LOOK)
    if kind == "English" and (found := _FAR_YEAR.search(plain)):
        yield Oddity(f"The year {found[0]} is far ahead.", _LOOK)
    if kind == "English" and (found := _NO_TIME.search(plain)):
        yield Oddity(f"{found[0]} is no time of day.", _LOOK)
    if kind == "English" and (found := _GLUED.search(plain)):
        yield Oddity(f"{found[0]} has a capital within.", _LOOK, notice=True)
    if kind == "English" and (found := _CUT_WORD.search(plain)):
        yield Oddity(f"It ends in {found[0]!r}: the rest may be missing.", _LOOK, notice=True)
    if kind == "Japanese" and (found := _LETTER_WITHIN.search(text)):
        yield Oddity(f"{found[0]}: a letter stands between digits.", _LOOK)
    if kind == "English" and (found := _UNFINISHED.search(plain)):
        yield Oddity(f"It ends in {found[1]!r}: the rest is missing.", _LOOK)
    if kind == "Japanese" and (
        found := _KANJI_TWICE.search(plain) or _KANA.search(plain) or _LATIN_WITHIN.search(text)
    ):
        yield Oddity(f"{_show_around(plain, found)}: Japanese is not written so.", _LOOK)


def _find_bracket(text: str) -> str:
    """Return the first bracket or quotation mark that has no partner, "" if each has one."""
    waiting: list[str] = []
    for sign in text:
        if sign in _BRACKETS:
            waiting.append(sign)
        elif sign in _BRACKETS.values() and (not waiting or _BRACKETS[waiting.pop()] != sign):
            return sign
    return waiting[-1] if waiting else '"' * (text.count('"') % 2)


def _show_around(text: str, found: re.Match[str]) -> str:
    return f"“{text[max(found.start() - 6, 0) : found.end() + 6]}”"
