"""The file for finders of holes: /.well-known/security.txt (RFC 9116)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse

from data.settings import Settings, read_settings

PATH = ".well-known/security.txt"
VALID = timedelta(days=180)  # the standard asks for less than a year
HEADERS = {"cache-control": "public, max-age=86400"}


def write_security_txt(settings: Settings, now: datetime) -> str:
    """Write the file; it is good until half a year from now."""
    expires = (now + VALID).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.security_contact}",
        f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: en, ja",
    ]
    if settings.url:
        lines.append(f"Canonical: {settings.url}/{PATH}")
    return "\n".join([*lines, ""])


def send_security_txt(request: Request) -> PlainTextResponse:  # noqa: ARG001 - Starlette's signature
    """Answer with the file."""
    return PlainTextResponse(write_security_txt(read_settings(), datetime.now(UTC)), headers=HEADERS)
