"""Web addresses in a cell: whole ones, with an ending and a path that a browser would have copied so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

from data.inspection.cells import Oddity
from data.inspection.hosts import find_odd_host
from data.inspection.words import find_odd_words
from data.places.gazetteer import find_place
from data.table.links import make_link

_ADDRESS = re.compile(r"\S*:/\S*")
_BROKEN_SCHEME = re.compile(
    r"(?:^|\s)(?!https?://)(?:[a-z]{0,6}:?/{0,3})?[a-z]*(?:tp|ht)[a-z]{0,3}[:;./]{1,4}\S+", re.IGNORECASE
)
_KNOWN_ENDINGS = "html htm php php3 shtml xhtml pdf asp aspx cgi jsp cfm nsf do png jpg svg doc docx xls xlsx txt"
_ENDINGS = frozenset(_KNOWN_ENDINGS.split())
_ODD_PATH = re.compile(r"//|[.,;:_-]$|\.\.|&&|\?\?|\?.*\?|[?&=/]&|&=|\?=|==(?!$)|^[^/]")
_RARE_IN_PATHS = {
    "A letter that looks like a digit stands between digits.": re.compile("[0-9][lIO][0-9]"),
    "Two hyphens stand together.": re.compile(r"[a-z0-9]--[a-z0-9]", re.IGNORECASE),
    "A colon stands in the path.": re.compile(r"^[^?]*[^/?]:"),
    "A digit that looks like a letter stands between letters.": re.compile("[a-z][01][a-z]{3}"),
    "The point before the ending is missing.": re.compile("/[^.,/]+(?:html|htm|php|aspx|pdf)(?:$|/)"),
    "A year in it is far ahead.": re.compile(r"(?<![0-9])20[4-9][0-9](?![0-9])"),
    "It looks cut off: it ends in one or two letters.": re.compile(
        r"/(?!(?:[ejck]|en|ja|jp|zh|cn|tw|ko|kr|vi|vn|pt|es)$)[a-z]{1,2}$"
    ),
}
_USUAL_PORTS = (None, 80, 443, 8080, 8443)
_GATEWAYS = {"translate.goog": ("x_tr_sl", "x_tr_tl"), "j-server.com": ("SLANG", "TLANG")}
_COPY = "Copy the page's address from the browser."
_WORDED = re.compile(r"[A-Za-z]{3,}")


def find_odd_addresses(cell: str, code: str) -> Iterator[Oddity]:
    """Yield what is odd about the addresses in a cell of the row about a place."""
    for text in list_addresses(cell):
        link = make_link("website", text, None)
        if link is None:
            yield Oddity(f"{text} is no address that is safe to link to.", _COPY)
            continue
        for address in {text, link.original}:
            try:
                parts = urlsplit(address)
                host, port = parts.hostname or "", parts.port
            except ValueError:
                continue
            yield from find_odd_host(host, find_place(code))
            yield from _find_odd_path(parts)
            if port not in _USUAL_PORTS:
                yield Oddity(f"Hardly any site has the port {port}.", _COPY, notice=True)
    yield from (found for text in list_addresses(cell) for found in _find_cut_gateway(text))
    if _BROKEN_SCHEME.search(cell):
        yield Oddity("An address in it does not begin with http:// or https://.", _COPY)
    yield from _find_glued(cell)


def list_addresses(cell: str) -> tuple[str, ...]:
    """Return the addresses of a cell, without the brackets round them."""
    return tuple(found.strip("();,") if "(" not in found else found.lstrip("(") for found in _ADDRESS.findall(cell))


@cache
def list_hosts(cell: str) -> tuple[str, ...]:
    """Return the hosts of a cell's addresses, of a translated page that of the original."""
    links = (make_link("website", text, None) for text in list_addresses(cell))
    return tuple(link.host.partition(":")[0].lower() for link in links if link)


def _find_odd_path(parts: SplitResult) -> Iterator[Oddity]:
    """Yield what no browser would have copied: broken escapes, doubled marks, unknown endings, slips in words."""
    rest = parts.path + (f"?{parts.query}" if parts.query else "")
    if "://" in rest or ":/" in rest:  # an address within the address: its own words are looked at by itself
        return
    if not _is_decodable(parts.path):
        yield Oddity("A sign written as % and two digits was cut or changed.", _COPY)
    plain = re.sub("(%[0-9A-Fa-f]{2})+", "x", rest)
    if plain and (found := _ODD_PATH.search(plain)):
        yield Oddity(f"{found[0]!r} stands in the path, where it hardly belongs.", _COPY)
    yield from (Oddity(told, _COPY, notice=True) for told, odd in _RARE_IN_PATHS.items() if odd.search(plain))
    for name in parts.path.split("/"):
        found = re.fullmatch(r"[^.]*\.(\w{1,6})", name)
        if found and found[1].lower() not in _ENDINGS:
            yield Oddity(f"Pages do not end in .{found[1]}.", _COPY)
    yield from find_odd_words(re.sub("%[0-9A-Fa-f]{2}", " ", rest + parts.fragment), is_prose=False)


def _find_cut_gateway(address: str) -> Iterator[Oddity]:
    """Yield an address of a translation gateway that does not say from which language into which."""
    for host, (source, target) in _GATEWAYS.items():
        if host in address and not (re.search(f"{source}=[a-z]", address) and re.search(f"{target}=[a-z]", address)):
            yield Oddity(f"{host} is told the languages by {source} and {target}; one is missing.", _COPY)


def _is_decodable(path: str) -> bool:
    """Tell whether all escapes are whole and stand for text."""
    if re.search("%(?![0-9A-Fa-f]{2})", path):
        return False
    try:
        unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return False
    return True


def _find_glued(cell: str) -> Iterator[Oddity]:
    """Yield text that is neither an address nor words about one."""
    rest = _ADDRESS.sub(" ", cell)
    if cell.strip() and not _ADDRESS.search(cell) and not _WORDED.search(re.sub("https?", "", rest)):
        yield Oddity("It holds no address and no words.", _COPY)
    for token in rest.split():
        if re.fullmatch(r"(?![\w.-]+\.[a-z]{2,}/)[a-z0-9_.-]*[/?=&%][\w./?=&%#-]*", token):
            yield Oddity(f"{token} looks like a piece of an address.", _COPY, notice=True)
