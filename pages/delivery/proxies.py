"""A proxy on the same machine is heard, by whichever address it comes.

Streamlit listens on IPv6's wildcard, where a proxy on 127.0.0.1 shows as ::ffff:127.0.0.1 and one on ::1 as ::1. The
server (uvicorn) trusts neither by default, and overlooks that by https:// was asked: links, QR codes and canonical
addresses then began with http://.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

LOCAL = "127.0.0.1,::1"


class LocalProxies:
    """Middleware that reads X-Forwarded-Proto and X-Forwarded-For of trusted proxies: uvicorn's, asked once more."""

    def __init__(self, app: ASGIApp, *, trusted: str = "") -> None:
        """Take the addresses to trust as uvicorn's FORWARDED_ALLOW_IPS has them; empty: this machine's."""
        # uvicorn has types of its own for what ASGI passes on
        self._app: Any = ProxyHeadersMiddleware(cast("Any", app), trusted_hosts=trusted or LOCAL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on under its client's plain address."""
        if client := scope.get("client"):
            scope = {**scope, "client": (write_plainly(client[0]), client[1])}
        await self._app(scope, receive, send)


def write_plainly(host: str) -> str:
    """Return an IPv4 address that is wrapped in an IPv6 one as itself, anything else as it is."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or host)
