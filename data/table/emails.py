"""E-mail addresses in a cell, in the forms that keep them from robots or that Japanese keyboards give them."""

from __future__ import annotations

import re

from data.records import Leftover
from data.table.links import HOST_PATTERN
from data.table.separators import SEPARATORS, keep_text

_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}  # full-width signs, one for one
_AT = (
    r"\s*[\[(<{〔【〈]\s*(?:at|アット(?:マーク)?|あっと(?:まーく)?|[@a☆★◎])\s*[\])>}〕】〉]\s*|[ ]+@[ ]+|[@☆★◎●■◆]|_at_"
)
_DOT = r"[\[(<{〔【]\s*(?:dot|ドット|\.)\s*[\])>}〕】]"
_WORD = re.compile(rf"(?:{_AT}|{_DOT}|[^\s(){re.escape(SEPARATORS)}])+", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?=.{{1,64}}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?=.{{1,253}}$){HOST_PATTERN}")
_OPENING = re.compile(
    r"(?P<text>[^\x00-\x7f]*?)(?:mailto:|(?:e-?mail|mail|メール|電子メール|eメール|メールアドレス)\s*:?|:)?[<(\"\[「]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[>)\"\]」.。]*(?P<text>[^\x00-\x7f]*)$")


def parse_emails(cell: str) -> tuple[tuple[str, ...], tuple[Leftover, ...]]:
    """Return a cell's e-mail addresses, every form of @ read as @, and the text between them that is none."""
    folded = cell.translate(_FOLDED)
    emails: list[str] = []
    leftovers: list[Leftover] = []
    start = 0
    for word in _WORD.finditer(folded):
        found, before, after = _read_word(word[0])
        if found:
            emails += found
            leftovers += keep_text("email", cell[start : word.start()] + cell[word.start() : word.start() + before])
            start = word.end() - after
    return tuple(emails), (*leftovers, *keep_text("email", cell[start:]))


def _read_word(word: str) -> tuple[list[str], int, int]:
    """Return the addresses that a word consists of, and how much text before and behind them is to be kept."""
    if "//" in word:  # of a web address, whose user is not to be written to
        return [], 0, 0
    found = [_find_address(part) for part in word.split("/")]
    addresses = [address[0] for address in found if address]
    if len(addresses) < len(found):
        return [], 0, 0
    first, last = found[0], found[-1]
    return addresses, first[1] if first else 0, last[2] if last else 0


def _find_address(word: str) -> tuple[str, int, int] | None:
    """Return the address in a word, without a label, brackets and full stops round it, and the text kept of those."""
    tidy = re.sub(_AT, "@", re.sub(_DOT, ".", word, flags=re.IGNORECASE), flags=re.IGNORECASE)
    if _ADDRESS.fullmatch(tidy):
        return tidy, 0, 0
    closing = _CLOSING.search(tidy)
    after = closing["text"] if closing else ""
    rest = tidy[: closing.start()] if closing else tidy
    for end in range(len(rest)):
        opening = _OPENING.fullmatch(rest[:end])
        if opening and _ADDRESS.fullmatch(rest[end:]):
            return rest[end:], len(opening["text"]), len(after)
    return None
