"""Language tags (BCP 47): those that a browser asks for, and what two have in common."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

WANTED = re.compile(r"([A-Za-z]{2,8}(?:-[A-Za-z0-9]{2,8})*)(?:\s*;\s*q=([0-9.]+))?")


def list_wanted(accepted: str) -> list[str]:
    """List the tags of an Accept-Language header, the most wanted first."""
    found = [(tag, _read_quality(quality)) for tag, quality in WANTED.findall(accepted[:1000])]
    return [tag for tag, quality in sorted(found, key=lambda pair: -pair[1]) if quality > 0]


def _read_quality(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0


def parse_tag(tag: str) -> Locale | None:
    """Read a BCP 47 tag; None where it names no language that the Unicode locale data knows."""
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def find_script(locale: Locale) -> str | None:
    """Tell Chinese of one script from that of the other; elsewhere the script tells nothing."""
    if locale.language != "zh":
        return None
    return locale.script or ("Hant" if locale.territory in {"TW", "HK", "MO"} else "Hans")
