"""Addresses that open the mail program with a letter in it (RFC 6068), or a form with its fields filled in."""

from __future__ import annotations

from urllib.parse import quote

UNESCAPED = "!'()*"  # beside letters, digits and -._~: what encodeURIComponent leaves, so that assets/dialog.js agrees


def write_mailto(address: str, subject: str, body: str) -> str:
    """Write the address of a letter; its lines end as mail's do."""
    return f"mailto:{quote(address, safe='@')}?subject={encode_text(subject)}&body={encode_text(body)}"


def encode_text(text: str) -> str:
    """Encode a text for the value of a parameter, every line end as CR LF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0D%0A".join(quote(line, safe=UNESCAPED) for line in lines)
