"""Web addresses: which are safe to link to, what a translation gateway hides, where they lead, in which language."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from data.records import Link, LinkKind

HOST_PATTERN = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"  # dotted labels …
    r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"  # … of which the last is a name, so never an IP number
)
_LAST_LABEL = re.compile(r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])|[^\x00-\x7f]+")  # ASCII or none of it
# The scripts of the map's languages, by the first word of their letters' names; none holds look-alikes of Latin.
_HOST_SCRIPTS = {"CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "DEVANAGARI", "MYANMAR"}
_SCHEME = re.compile(r"https?://(?=[^/])", re.IGNORECASE)
_JOINERS, _VIRAMA = frozenset("\u200c\u200d"), 9  # the virama's combining class
_NEVER_IN_URLS = frozenset('"<>\\^`{|}')
_PLAIN = re.compile(r"[!#-;=?-\[\]_a-z~]*")  # the ASCII that may stand in an address: what nearly all consist of
_UNRESERVED = re.compile(r"%(2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])")

_FRONT_PAGE = re.compile(r"/?(?:index\.(?:html?|php)|default\.html?)?", re.IGNORECASE)
_LANGUAGE_PARAMETER = re.compile(r"(?:^|&)(?:lang|language|locale|hl)=([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?=&|$)")
_LANGUAGE_SUFFIX = re.compile(r"[-_]([a-z]{2})\.(?:html?|php)$")
# Only what hardly means anything else in a path: no "id" (a number follows), no "my", no "japanese" (a subject here).
_LANGUAGE_SEGMENTS = {"en": "en", "english": "en", "zh-cn": "zh-CN", "zh-tw": "zh-TW", "pt-br": "pt-BR"} | {
    code: code for code in ("ja", "zh", "ko", "vi", "pt", "es", "ne", "th", "fr", "de", "ru")
}


class _Unwrapped(NamedTuple):
    """The page inside a translation gateway's address."""

    original: str
    via: str
    language: str | None  # of the original, if the gateway's address names it


def is_safe_url(text: str) -> bool:
    """Tell whether the text may become a link: http or https, a dotted host name, no user info, a sane port.

    No white space, control or invisible character and none of `"<>\\^{|}` or backtick stands in it; letters, digits and
    their combining marks of any script may stand after the host, those of the map's languages within it.
    """
    if not _SCHEME.match(text) or not (_PLAIN.fullmatch(text) or not any(map(_is_foreign, " " + text, text))):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = re.fullmatch(r"([^:]+)(?::[0-9]{1,5})?", parts.netloc)
    return host is not None and is_plain_host(host[1]) and port != 0


def is_plain_host(host: str) -> bool:
    """Tell whether a host is dotted labels of ASCII, or of other letters that do not look like ASCII ones."""
    if host.isascii():
        return re.fullmatch(HOST_PATTERN, host) is not None and len(host) <= 253
    composed = unicodedata.normalize("NFC", host)
    if not all(_is_host_sign(char) for char in composed) or not _LAST_LABEL.fullmatch(composed.rpartition(".")[2]):
        return False
    if any(label != label.strip("-") for label in composed.split(".")):
        return False
    try:
        return re.fullmatch(HOST_PATTERN, composed.encode("idna").decode("ascii")) is not None and len(host) <= 253
    except UnicodeError:
        return False


def _is_host_sign(char: str) -> bool:
    """Tell whether a sign may stand in a host: ASCII, accented Latin, a letter or mark of the map's other scripts."""
    if char.isascii():
        return char.isalnum() or char in "-."
    script = unicodedata.name(char, "").split(" ")[0]
    accented = script == "LATIN" and unicodedata.normalize("NFD", char)[0].isascii()
    return accented or (script in _HOST_SCRIPTS and unicodedata.category(char)[0] in "LMN")


def make_link(kind: LinkKind, published: str, label: str | None) -> Link | None:
    """Describe an address as published; None if it is not safe to link to."""
    if not is_safe_url(published):
        return None
    unwrapped = _unwrap_gateway(published)
    original = unwrapped.original if unwrapped else published
    return Link(
        kind=kind,
        published=published,
        original=original,
        label=label,
        via=unwrapped.via if unwrapped else None,
        front_page=is_front_page(original),
        language=unwrapped.language if unwrapped else find_language(original),
    )


def is_front_page(url: str) -> bool:
    """Tell whether an address leads to a site's front page: nothing but a language and an index file in its path."""
    parts = urlsplit(url)
    if parts.fragment or _LANGUAGE_PARAMETER.sub("", parts.query):
        return False
    segments = parts.path.split("/", 2)
    path = parts.path
    if len(segments) > 1 and segments[1].lower() in _LANGUAGE_SEGMENTS:
        path = "/" + "".join(segments[2:])
    return _FRONT_PAGE.fullmatch(path) is not None


def find_language(url: str) -> str | None:
    """Return the language (BCP 47) an address gives evidence of: ?lang=en, /en/, /english/, -en.html; else None."""
    parts = urlsplit(url)
    if parameter := _LANGUAGE_PARAMETER.search(parts.query):
        return _tidy_language(parameter[1])
    path = parts.path.lower()
    for segment in path.split("/"):
        if segment in _LANGUAGE_SEGMENTS:
            return _LANGUAGE_SEGMENTS[segment]
    suffix = _LANGUAGE_SUFFIX.search(path)
    return _LANGUAGE_SEGMENTS.get(suffix[1]) if suffix else None


def _is_foreign(before: str, char: str) -> bool:
    """Tell whether a character has no place in an address behind another.

    Of other scripts only letters and digits have one, marks that combine with a letter before them (or with its mark),
    and the joiners that Nepali and Burmese write behind a virama.
    """
    if char.isascii():
        return char in _NEVER_IN_URLS or not char.isprintable() or char == " "
    if unicodedata.category(char) in {"Mn", "Mc"}:
        return not (before.isalpha() or unicodedata.category(before)[0] == "M" or before in _JOINERS)
    if char in _JOINERS:
        return unicodedata.combining(before) != _VIRAMA
    return not char.isalnum()


def _unwrap_gateway(url: str) -> _Unwrapped | None:
    """Return the page inside a gateway's address; None if it is no gateway, or what it holds is not safe."""
    parts = urlsplit(url)
    for unwrap in (_unwrap_j_server, _unwrap_transer, _unwrap_google):
        if unwrapped := unwrap(parts):
            original = _UNRESERVED.sub(lambda match: chr(int(match[1], 16)), unwrapped.original)
            return unwrapped._replace(original=original) if is_safe_url(original) else None
    return None


def _unwrap_j_server(parts: SplitResult) -> _Unwrapped | None:
    """Unwrap https://…-j-server.com/…/tl.cgi/<address>?SLANG=ja&TLANG=en&…"""
    before, gate, inner = parts.path.partition("/tl.cgi/")
    if not (gate and before and re.search(r"[.-]j-server\.com(?::\d+)?$", parts.netloc, re.IGNORECASE)):
        return None
    kept, dropped = _split_query(parts.query, r"[STX](?:LANG|MODE|CHARSET|JSID)")
    return _Unwrapped(_attach(inner, kept, parts.fragment), "J-SERVER", _tidy_language(dropped.get("SLANG", "")))


def _unwrap_transer(parts: SplitResult) -> _Unwrapped | None:
    """Unwrap https://<host>.e.fm.hp.transer.com/…, which does not name the original's language."""
    host = re.fullmatch(r"(.+)\.e\.fm\.hp\.transer\.com(?::\d+)?", parts.netloc, re.IGNORECASE)
    return _Unwrapped(parts._replace(netloc=host[1]).geturl(), "Transer", None) if host else None


def _unwrap_google(parts: SplitResult) -> _Unwrapped | None:
    """Unwrap https://<host with - for . and -- for ->.translate.goog/…?_x_tr_sl=ja&…"""
    host = re.fullmatch(r"([a-z0-9-]+)\.translate\.goog", parts.netloc, re.IGNORECASE)
    if not host:
        return None
    kept, dropped = _split_query(parts.query, r"_?x_tr_.*")
    settings = {name.removeprefix("_"): value for name, value in dropped.items()}
    original = f"{settings.get('x_tr_sch', parts.scheme)}://"
    original += "-".join(part.replace("-", ".") for part in host[1].split("--")) + parts.path
    language = _tidy_language(settings.get("x_tr_sl", ""))
    return _Unwrapped(_attach(original, kept, parts.fragment), "Google Translate", language)


def _split_query(query: str, gateway_names: str) -> tuple[str, dict[str, str]]:
    """Part a query into what belongs to the page, byte for byte, and the gateway's own parameters."""
    kept, dropped = [], {}
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        if re.fullmatch(gateway_names, name):
            dropped[name] = value
        else:
            kept.append(parameter)
    return "&".join(kept), dropped


def _attach(address: str, query: str, fragment: str) -> str:
    """Put query and fragment, if there are any, behind an address."""
    return address + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def _tidy_language(tag: str) -> str | None:
    """Return a language tag as BCP 47 writes it ("pt-BR"); None if it is none, as Google's "auto"."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4})|[-_]([A-Za-z]{2}))?", tag)
    if not match:
        return None
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(part for part in parts if part)
