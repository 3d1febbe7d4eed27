"""The cells of a row: departments, links with their labels, e-mail addresses. What cannot be used stays as text."""

from __future__ import annotations

import re
from itertools import pairwise

from data.links import HOST_PATTERN, make_link
from data.records import FieldName, Leftover, Link, LinkKind

_SEPARATORS = ",;、，；"
_LINK_START = re.compile(rf"(?:^|(?<=[\s{_SEPARATORS}]))https?://", re.IGNORECASE)
_OPENING, _CLOSING = "(（", ")）"
_AT = re.compile(r"\[at\]|\(at\)|（at）|＠", re.IGNORECASE)
_EMAIL = re.compile(rf"(?=.{{1,64}}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?=.{{1,253}}$){HOST_PATTERN}")


def parse_departments(cell: str) -> tuple[str, ...]:
    """Return the department of a cell; (), if it is empty. Only a person can tell where one ends and another begins."""
    text = re.sub(r"\s*\n\s*", " ", cell.strip())
    return (text,) if text else ()


def parse_emails(cell: str) -> tuple[tuple[str, ...], tuple[Leftover, ...]]:
    """Return a cell's e-mail addresses, [at] read as @, and the text between them that is none."""
    emails: list[str] = []
    leftovers: list[Leftover] = []
    start = 0
    for word in re.finditer(rf"[^\s{_SEPARATORS}]+", cell):
        address = _AT.sub("@", word[0])
        if _EMAIL.fullmatch(address):
            emails.append(address)
            leftovers += _keep_text("email", cell[start : word.start()])
            start = word.end()
    return tuple(emails), (*leftovers, *_keep_text("email", cell[start:]))


def parse_links(kind: LinkKind, cell: str) -> tuple[tuple[Link, ...], tuple[Leftover, ...]]:
    """Return a cell's links, each with the bracketed label behind it, and the text that is neither.

    A link begins only after white space or a separator, so that an address inside a gateway's address begins none.
    """
    starts = [match.start() for match in _LINK_START.finditer(cell)]
    links: list[Link] = []
    leftovers = _keep_text(kind, cell[: starts[0]] if starts else cell)
    for start, end in pairwise([*starts, len(cell)]):
        link, rest = _parse_link(kind, cell[start:end])
        links += [link] if link else []
        leftovers += _keep_text(kind, rest)
    return tuple(links), tuple(leftovers)


def _parse_link(kind: LinkKind, segment: str) -> tuple[Link | None, str]:
    """Read an address and its label off the beginning of the text; return them and the rest."""
    address, rest = _split_address(segment)
    label, after = _split_label(rest.lstrip())
    link = make_link(kind, address.rstrip(_SEPARATORS), label or None)
    return (link, after) if link else (None, segment)


def _split_address(segment: str) -> tuple[str, str]:
    """Part the text where its address ends: at white space, or at a bracket that is not closed within the address."""
    address = re.match(r"[^\s（）]*", segment)
    end = address.end() if address else 0
    depth, opened = 0, 0
    for place, char in enumerate(segment[:end]):
        if char == "(" and depth == 0:
            opened = place
        depth += (char == "(") - (char == ")")
    if depth > 0:
        end = opened
    return segment[:end], segment[end:]


def _split_label(text: str) -> tuple[str, str]:
    """Part a text that begins with a bracket into what stands in it, inner brackets included, and what follows."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth <= 0:
            return (text[1:place].strip(), text[place + 1 :]) if place else ("", text)
    return "", text


def _keep_text(field: FieldName, text: str) -> list[Leftover]:
    """Keep a text unless it is nothing but white space and separators."""
    return [Leftover(field, text.strip())] if re.search(rf"[^\s{_SEPARATORS}]", text) else []
