"""Request check, before anything reads a request: the malformed, the too long and what is for another host stay out.

Everything behind it may rely on one Host header that is a host the app answers to, on an address of whole escapes in
UTF-8 without control characters, and on a bounded size.
"""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from urllib.parse import quote, unquote_to_bytes

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.address.hosts import AllowedHosts, read_host
from pages.delivery.fail_open import attempt
from pages.delivery.paths import get_path

PIECE = "request check"
MAX_TARGET_BYTES = 8_192  # of path and query; all prefectures and the longest search take 3,000
MAX_HEADER_BYTES = 32_768  # of all names and values; a browser sends 2,000
PROBES = frozenset({"/healthz", "/_stcore/health"})  # asked by a machine's bare address, and echo nothing
BAD_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
CONTROL = re.compile(rb"[\x00-\x1f\x7f]")
REASONS = {
    HTTPStatus.BAD_REQUEST: "The address or the host of this request is malformed.\n",
    HTTPStatus.REQUEST_URI_TOO_LONG: f"The address is longer than {MAX_TARGET_BYTES} bytes.\n",
    HTTPStatus.MISDIRECTED_REQUEST: "This server does not answer for that host.\n",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: f"The headers are longer than {MAX_HEADER_BYTES} bytes.\n",
}
POLICY_VIOLATION = 1008  # a socket closed before it is accepted is answered with 403
MAX_WARNINGS = 20  # a stranger's ever new names do not fill the log

logger = logging.getLogger(__name__)


class RequestCheck:
    """Middleware that answers for what must not come in, in plain text; behind it each request has a host."""

    def __init__(self, app: ASGIApp, *, hosts: AllowedHosts, base_path: str = "") -> None:
        """Take the hosts to answer for, and Streamlit's server.baseUrlPath."""
        self.app = app
        self._hosts = hosts
        self._base_path = base_path
        self._warned: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a refused request, a socket with 403; pass everything else on."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        status = attempt(PIECE, lambda: judge_request(scope, self._hosts, self._base_path), None)
        if status is None:
            return await self.app(_name_host(scope), receive, send)
        if status == HTTPStatus.MISDIRECTED_REQUEST:
            self._warn(_list_hosts(scope)[0])
        if scope["type"] == "websocket":
            await receive()
            return await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        # the connection ends, since what the client goes on to send is not wanted
        response = PlainTextResponse(REASONS[status], status, {"cache-control": "no-store", "connection": "close"})
        return await response(scope, receive, send)

    def _warn(self, host: str) -> None:
        if host not in self._warned and len(self._warned) < MAX_WARNINGS:
            self._warned.add(host)
            logger.warning("Refused a request for %r. If that host is this app's, add it to MADOGUCHI_HOSTS.", host)


def judge_request(scope: Scope, hosts: AllowedHosts, base_path: str = "") -> HTTPStatus | None:
    """Return the status that a request is refused with; None for one that may come in."""
    target: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
    if len(target) + len(scope["query_string"]) > MAX_TARGET_BYTES:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MAX_HEADER_BYTES:
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    names = [read_host(host) for host in _list_hosts(scope)]
    if not _is_well_formed(target) or len(names) > 1 or None in names:
        return HTTPStatus.BAD_REQUEST
    probed = get_path(scope, base_path) in PROBES
    if probed or all(name is not None and hosts.accept(name) for name in names):
        return None
    return HTTPStatus.MISDIRECTED_REQUEST


def _is_well_formed(target: bytes) -> bool:
    plain = unquote_to_bytes(target)
    try:
        plain.decode()
    except UnicodeDecodeError:
        return False
    return target.startswith(b"/") and not (BAD_ESCAPE.search(target) or CONTROL.search(plain))


def _list_hosts(scope: Scope) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]


def _name_host(scope: Scope) -> Scope:
    """Return the request with this machine's name where it names no host, as probes by HTTP/1.0 do not."""
    if _list_hosts(scope):
        return scope
    return {**scope, "headers": [*scope["headers"], (b"host", b"localhost")]}
