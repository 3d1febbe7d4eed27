"""The cells of a row: departments, and links with their labels. What cannot be used stays as text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from data.records import Leftover, Link, LinkKind
from data.table.links import make_link
from data.table.separators import SEPARATORS, keep_text

# An address begins after white space, a separator or anything that is not ASCII; after ASCII only where it is plain
# that another begins, so that an address inside a gateway's address begins none.
_LINK_START = re.compile(
    r"""(?:^|(?<=[^\x21-\x7e])|(?<=[,;|)])|(?<=\A[("<])|(?<=[^\x21-\x7e][("<])|(?<=[^\x00-\x7f]:)|(?<=\bURL:)|(?<=\bHP:)"""
    r"|(?<=\.html)|(?<=\.htm)|(?<=\.php)|(?<=\.pdf))https?://",
    re.IGNORECASE,
)
_OPENING, _CLOSING = "(（「『〔［", ")）」』〕］"
_GLUED = re.compile(  # what is written behind an address without a space
    r"https?://[A-Za-z0-9.-]*\.[A-Za-z]{2,}(?=[^\x00-\x7f])|[\x21-\x7e]+?\.(?:html?|php|aspx?|pdf|cgi)(?=[^\x00-\x7f])",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?P<rest>(?:.*[\n、,;。・／|）」])?)\s*(?P<label>[^\n、,;。・／|）」]*\w[^\n、,;。・／|）」]*?)\s*(?:[：（「]|(?<=[^\x00-\x7f])[:(])\s*",
    re.DOTALL,
)


def parse_departments(cell: str) -> tuple[str, ...]:
    """Return the department of a cell; (), if it is empty. Only a person can tell where one ends and another begins."""
    text = re.sub(r"\s*\n\s*", " ", cell.strip())
    return (text,) if text else ()


def parse_links(kind: LinkKind, cell: str) -> tuple[tuple[Link, ...], tuple[Leftover, ...]]:
    """Return a cell's links, each with the bracketed label behind it, and the text that is neither.

    A label is the bracket behind a link, else the words before it that end in a colon or open a bracket round it.
    """
    starts = [match.start() for match in _LINK_START.finditer(cell)]
    links: list[Link] = []
    leftovers: list[Leftover] = []
    before = cell[: starts[0]] if starts else cell
    for start, end in pairwise([*starts, len(cell)]):
        link, rest = _parse_link(kind, cell[start:end], _find_closing(cell[:start]), followed=end < len(cell))
        if link is None:
            before += rest
            continue
        if not link.label and (named := _LABEL_BEFORE.fullmatch(before)) and not _is_nothing(kind, named["label"]):
            link, before = make_link(kind, link.published, named["label"]) or link, named["rest"]
        links.append(link)
        leftovers += keep_text(kind, before)
        before = rest
    return tuple(links), (*leftovers, *keep_text(kind, before))


def _parse_link(kind: LinkKind, segment: str, closing: str, *, followed: bool) -> tuple[Link | None, str]:
    """Read an address and its label off the beginning of the text; return them and the rest."""
    address, rest = _split_address(segment, closing)
    glued = re.fullmatch(r"([\x21-\x7e]+)[^\x00-\x7f]+", address) if followed and not rest else _GLUED.match(address)
    if glued:
        end = glued.end(1) if glued.lastindex else glued.end()
        address, rest = address[:end], address[end:] + rest
    label, after = _split_label(rest.lstrip())
    tidy = address.rstrip(SEPARATORS + ".")
    link = make_link(kind, tidy, label or None)
    return (link, after) if link else (None, segment)


def _find_closing(before: str) -> str:
    """Return what closes the bracket or quotation mark that the text before an address ends with."""
    return {"<": ">", '"': '"', "(": ")"}.get(before[-1:], "")


def _split_address(segment: str, closing: str) -> tuple[str, str]:
    """Part the text where its address ends: at white space, a mark of another script, or what closes it."""
    end = next((place for place, char in enumerate(segment) if char == closing or _ends_address(char)), len(segment))
    depth, opened = 0, 0
    for place, char in enumerate(segment[:end]):
        if char == "(" and depth == 0:
            opened = place
        depth += (char == "(") - (char == ")")
    if depth > 0:
        end = opened
    return segment[:end], segment[end:]


def _ends_address(char: str) -> bool:
    """Tell whether an address cannot go on: invisible signs and tildes do not end it, they make it unusable."""
    if char.isascii():
        return char.isspace()
    return char.isspace() or (unicodedata.category(char)[0] in "PS" and char not in "～〜")


def _split_label(text: str) -> tuple[str, str]:
    """Part a text that begins with a bracket into what stands in it, inner brackets included, and what follows."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth <= 0:
            return (text[1:place].strip(), text[place + 1 :]) if place else ("", text)
    return "", text


def _is_nothing(kind: LinkKind, text: str) -> bool:
    return not keep_text(kind, text)
